import type { SurveyRow } from './approval-survey.ts';

/** What a check of a surveyed business came to: it has the approval, it has none, or nobody knows yet. */
export const SURVEY_RESULTS = ['open', 'licensed', 'unlicensed'] as const;

export type SurveyResult = (typeof SURVEY_RESULTS)[number];

/** The newest outcome of the check of one business (核查). */
export interface SurveyOutcome {
  /** See {@link surveyKey}. */
  key: string;
  result: SurveyResult;
  person: string;
  /** UTC, ISO 8601. */
  at: string;
  /** The case that was made of it. */
  caseId?: string;
}

/** What a business is known by over all imports of the list. */
export const surveyKey = ({ creditCode, name }: Pick<SurveyRow, 'creditCode' | 'name'>): string => creditCode || name;

const RESULT_WORDS: Readonly<Record<SurveyResult, string>> = {
  open: '待查',
  licensed: '有资质',
  unlicensed: '无资质',
};

export const surveyResultInWords = (result: SurveyResult): string => RESULT_WORDS[result];
