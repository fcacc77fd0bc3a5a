import * as v from 'valibot';
import { ruleSchema } from './pack-schema.ts';
import type { Rule, Slot } from './rule.ts';

/** The parts of a rule that a person fills in. */
export type RuleField =
  | 'name'
  | 'phrases'
  | 'families'
  | 'allow'
  | 'message'
  | 'exceptions'
  | 'advice'
  | 'legalBasis'
  | 'source'
  | 'hit'
  | 'miss';

/** What a field of a rule still lacks before the rule can be used. */
export interface RuleDefect {
  field: RuleField;
  problem: 'missing' | 'too-long' | 'too-many' | 'too-short' | 'unreadable';
  /** The most that may stand there, where that is the problem. */
  most?: number;
}

type Issue = v.InferIssue<typeof ruleSchema>;

function fieldOf(issue: Issue): RuleField {
  const [first, second] = (issue.path ?? []).map(({ key }) => key);
  return (first === 'examples' ? second : first) as RuleField;
}

function defectOf(issue: Issue): RuleDefect {
  const field = fieldOf(issue);
  switch (issue.type) {
    case 'min_length':
      return { field, problem: 'missing' };
    case 'max_length': {
      const problem = Array.isArray(issue.input) ? 'too-many' : 'too-long';
      return { field, problem, most: Number(issue.requirement) };
    }
    case 'regex':
      // A phrase in which nothing is amiss but its length fails the same pattern as one without letters.
      return {
        field,
        problem: field === 'phrases' && /^[\p{L}\p{N}]$/u.test(String(issue.input)) ? 'too-short' : 'unreadable',
      };
    default:
      return { field, problem: 'unreadable' };
  }
}

/** What is still amiss with a rule that is being written, a field once; none for a rule that a pack may hold. */
export function ruleDefects(rule: Rule): RuleDefect[] {
  const checked = v.safeParse(ruleSchema, rule);
  const found = checked.success ? [] : checked.issues.map(defectOf);
  if (!rule.phrases && !rule.families && !rule.templates) found.unshift({ field: 'phrases', problem: 'missing' });
  const empty = ({ anyOf = [], lists = [] }: Slot) => anyOf.length + lists.length === 0;
  if (rule.families?.some(({ slots }) => slots.some(empty) || slots.every(({ optional }) => optional)))
    found.push({ field: 'families', problem: 'missing' });
  return found.filter(({ field }, index) => found.findIndex((other) => other.field === field) === index);
}
