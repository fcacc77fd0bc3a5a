import { ExpectedFailure } from '../base/expected-failure.ts';

/** The pool cannot be reached, refuses, is full, or did not keep what it was given. Nothing in the library changes by it. */
export class PoolFailure extends ExpectedFailure {
  override name = 'PoolFailure';
}
