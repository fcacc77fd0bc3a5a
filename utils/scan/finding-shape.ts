import * as v from 'valibot';
import { LAW_IDS } from '../../rules/laws.ts';
import { CATEGORIES, LEVELS } from '../../rules/rule.ts';
import { box, coordinate, id, list, openChoice, text } from '../base/shape.ts';
import { CHANNELS, DISPOSITIONS, EVASIONS, type Finding } from './finding.ts';

/** What speaks for a finding or a kind of page, with the page's own words. */
export const signShape = v.object({
  id,
  name: text(100),
  words: text(200),
  against: v.exactOptional(v.literal(true)),
});

/** A finding where it crosses a border, bounded: it is made beside a hostile page. The sealed form is loosened from it. */
export const findingShape = v.object({
  id,
  ruleId: id,
  category: openChoice(CATEGORIES),
  level: v.picklist(LEVELS),
  ruleName: text(100),
  phrase: text(200),
  matchedText: text(500),
  disposition: v.picklist(DISPOSITIONS),
  reason: v.exactOptional(text(200)),
  signs: v.exactOptional(list(signShape, 40)),
  channel: openChoice(CHANNELS),
  hidden: v.boolean(),
  gone: v.boolean(),
  evasions: list(openChoice(EVASIONS), 20),
  prefix: text(64),
  suffix: text(64),
  position: coordinate,
  legalBasis: list(
    v.object({
      law: openChoice(LAW_IDS),
      article: text(40),
      from: v.exactOptional(text(20)),
      until: v.exactOptional(text(20)),
    }),
    20,
  ),
  rect: v.exactOptional(box),
  picture: v.exactOptional(v.object({ url: text(4000), width: coordinate, height: coordinate, box })),
}) satisfies v.GenericSchema<unknown, Finding>;
