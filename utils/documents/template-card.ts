/** What is shown of a template of the office. */
export interface TemplateCard {
  /** File name as it was chosen. */
  name: string;
  sha256: string;
  /** Bytes. */
  size: number;
  /** Local date, ISO 8601. */
  addedOn: string;
  known: readonly string[];
  /** Placeholders that nothing stands for; they become marked blanks. */
  unknown: readonly string[];
}
