import { ExpectedFailure } from '../base/expected-failure.ts';

/** The file is none of the three encodings in which lists are handed around. */
export class EncodingUnknownError extends ExpectedFailure {
  override name = 'EncodingUnknownError';
  constructor() {
    super('error_registerEncoding');
  }
}

/** The file is an .xls workbook, a picture, an archive … under the name of a table. */
export class NotATableError extends ExpectedFailure {
  override name = 'NotATableError';
  constructor(kind: 'xls' | 'other', cause?: unknown) {
    super(kind === 'xls' ? 'error_registerOldExcel' : 'error_registerNotATable', [], { cause });
  }
}

/** A quotation mark opens a cell and no other closes it: from that row on nothing can be told apart. */
export class QuoteOpenError extends ExpectedFailure {
  override name = 'QuoteOpenError';
  constructor(row: number) {
    super('error_registerQuoteOpen', [String(row)]);
  }
}

/** More than a list of this kind ever holds, or a file made to fill the memory. */
export class RegisterTooLargeError extends ExpectedFailure {
  override name = 'RegisterTooLargeError';
  constructor(limit: string) {
    super('error_registerTooLarge', [limit]);
  }
}

/** Nothing that could be taken in. */
export class RegisterEmptyError extends ExpectedFailure {
  override name = 'RegisterEmptyError';
  constructor() {
    super('error_registerEmpty');
  }
}
