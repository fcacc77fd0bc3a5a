import type { CalendarYear } from '../../rules/work-calendar.ts';
import type { Case } from '../evidence/case.ts';
import type { Office } from './office.ts';
import type { PaperFormat } from './paper-format.ts';
import type { PaperItem } from './paper-item.ts';
import type { PaperKind } from './paper-kinds.ts';
import type { Route } from './route.ts';

export interface PaperRequest {
  items: readonly PaperItem[];
  office: Office;
  /** The case that all items are in. */
  about?: Case | undefined;
  /** The office's table of who takes which leads. */
  routes?: readonly Route[];
  /** Empty takes the general sentence on jurisdiction. */
  routing?: string;
  calendar?: readonly CalendarYear[] | undefined;
  /** Local date, ISO 8601. */
  today: string;
  plans: readonly PaperPlan[];
  /** What a person said of what no record knows, by the label that {@link paperBlanks} asked with. */
  answers?: ReadonlyMap<string, string>;
}

/** One paper to be made. */
export interface PaperPlan {
  kind: PaperKind;
  /** 文号; empty leaves a blank. */
  number: string;
  /** Empty takes the usual one. */
  title: string;
  formats: readonly PaperFormat[];
  /** The office's own .docx; the printable HTML keeps the product's layout. */
  template?: Template | undefined;
}

/** A .docx of the office, and every placeholder in it. */
export interface Template {
  bytes: Uint8Array<ArrayBuffer>;
  placeholders: readonly string[];
}
