import { ExpectedFailure } from '../base/expected-failure.ts';

/** The bundle does not hold, so nothing of it is taken in. */
export class BundleRejectedError extends ExpectedFailure {
  override name = 'BundleRejectedError';
  constructor(reasons: readonly string[]) {
    super('error_bundleRejected', [reasons.join('')]);
  }
}
