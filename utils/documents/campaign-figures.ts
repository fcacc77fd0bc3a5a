/** Figures of the special action that nobody can count from the evidence: a person types them, week by week. */
export const TYPED_FIGURES = [
  'agencies',
  'takenDown',
  'deleted',
  'closed',
  'filed',
  'concluded',
  'fines',
  'police',
] as const;
export type TypedFigure = (typeof TYPED_FIGURES)[number];

/** What the summary table calls them. */
export const TYPED_LABELS: Readonly<Record<TypedFigure, string>> = {
  agencies: '检查认证机构家次',
  takenDown: '下架商品、链接数',
  deleted: '删除信息件数',
  closed: '关停店铺、网站数',
  filed: '立案数',
  concluded: '结案数',
  fines: '罚没款（万元）',
  police: '移送公安数',
};

/** Typed figures by the Monday of their week (ISO 8601); what is absent was not typed. */
export type CampaignEntries = Readonly<Record<string, Readonly<Partial<Record<TypedFigure, number>>>>>;

/** A typed number: whole, but for fines, which have two decimals. Undefined for anything else. */
export function readFigure(figure: TypedFigure, text: string): number | undefined {
  const digits = text.normalize('NFKC').replaceAll(',', '').trim();
  const shape = figure === 'fines' ? /^\d{1,9}(\.\d{1,2})?$/ : /^\d{1,9}$/;
  return shape.test(digits) ? Number(digits) : undefined;
}

/** The entries with one figure of a week set, or taken back. */
export function withFigure(
  entries: CampaignEntries,
  week: string,
  figure: TypedFigure,
  value: number | undefined,
): CampaignEntries {
  const { [figure]: _before, ...rest } = entries[week] ?? {};
  return { ...entries, [week]: value === undefined ? rest : { ...rest, [figure]: value } };
}

/** Sums over some weeks; a figure that was typed for none of them is absent. */
export function sumFigures(entries: CampaignEntries, weeks: readonly string[]): Partial<Record<TypedFigure, number>> {
  const sums: Partial<Record<TypedFigure, number>> = {};
  for (const week of weeks)
    for (const figure of TYPED_FIGURES) {
      const value = entries[week]?.[figure];
      // Hundredths, so that 0.1 + 0.2 is 0.3.
      if (value !== undefined) sums[figure] = Math.round(((sums[figure] ?? 0) + value) * 100) / 100;
    }
  return sums;
}
