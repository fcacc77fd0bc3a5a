import { ExpectedFailure, type FailureKey } from '../base/expected-failure.ts';

/** Why a back-up could not be made or taken in. */
export class BackupFailure extends ExpectedFailure {
  override name = 'BackupFailure';
  constructor(
    reason: Extract<FailureKey, `error_backup${string}`>,
    values: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(reason, values, options);
  }
}
