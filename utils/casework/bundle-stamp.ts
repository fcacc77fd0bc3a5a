import { ExpectedFailure } from '../base/expected-failure.ts';
import type { BundleRequest } from '../bundle/bundle-request.ts';
import { stampSender } from './timestamp-service.ts';

const NONCE_BYTES = 16;

/** Stamps tag manifests at the office's service; a bundle whose stamp cannot be had goes out without one and says so. */
export function bundleStamp(url: string): NonNullable<BundleRequest['stamp']> {
  return async (tagManifest, signal) => {
    const { requestStamp } = await import('../evidence/request-stamp.ts');
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    try {
      return await requestStamp(tagManifest, { send: stampSender(url), nonce, ...(signal ? { signal } : {}) });
    } catch (error) {
      if (error instanceof ExpectedFailure) return undefined;
      throw error;
    }
  };
}
