/** What was expected and what was found, row by row, printed as it comes. */
export class Checks {
  private rows = 0;
  private failed = 0;

  /** One row; two values are the same when their JSON is. */
  row(what: string, expected: unknown, found: unknown): void {
    const same = JSON.stringify(expected) === JSON.stringify(found);
    this.rows += 1;
    if (!same) this.failed += 1;
    const words = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    console.log(`${what} | ${words(expected)} | ${words(found)} | ${same ? 'ok' : 'FAILED'}`);
  }

  /** The last line of the run; true when every row was as expected. */
  end(): boolean {
    console.log(`Campaign: ${this.rows} checks, ${this.failed} FAILED`);
    return this.rows > 0 && this.failed === 0;
  }
}
