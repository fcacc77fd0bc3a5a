import type { BundleRequest } from '../../utils/bundle/write-bundle.ts';
import { ExpectedFailure } from '../../utils/expected-failure.ts';
import { stampSender } from '../../utils/store/timestamp-service.ts';

const NONCE_BYTES = 16;

/** Stamps tag manifests at the office's service; a bundle whose stamp cannot be had goes out without one and says so. */
export function bundleStamp(url: string): NonNullable<BundleRequest['stamp']> {
  return async (tagManifest, signal) => {
    const { requestStamp } = await import('../../utils/evidence/request-stamp.ts');
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    try {
      return await requestStamp(tagManifest, { send: stampSender(url), nonce, ...(signal ? { signal } : {}) });
    } catch (error) {
      if (error instanceof ExpectedFailure) return undefined;
      throw error;
    }
  };
}
