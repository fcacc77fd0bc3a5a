/** An article of the help: its words stand in the locale files under `helpTitle_` and `helpText_`, a line a paragraph. */
export interface HelpArticle {
  id: HelpId;
  /** The part of the library that it is about, as an address. */
  place: `#/${string}`;
}

/** In the order in which an officer comes to need them. */
export const HELP_IDS = [
  'capture',
  'marks',
  'desk',
  'cases',
  'patrol',
  'recheck',
  'papers',
  'exposure',
  'bundle',
  'figures',
  'rules',
  'registers',
  'back-up',
  'policy',
] as const;
export type HelpId = (typeof HELP_IDS)[number];

const PLACES: Readonly<Record<HelpId, HelpArticle['place']>> = {
  capture: '#/items',
  marks: '#/rules',
  desk: '#/settings',
  cases: '#/cases',
  patrol: '#/patrol',
  recheck: '#/patrol',
  papers: '#/cases',
  exposure: '#/cases',
  bundle: '#/items',
  figures: '#/statistics',
  rules: '#/rules',
  registers: '#/register',
  'back-up': '#/settings',
  policy: '#/settings',
};

export const HELP_ARTICLES: readonly HelpArticle[] = HELP_IDS.map((id) => ({ id, place: PLACES[id] }));
