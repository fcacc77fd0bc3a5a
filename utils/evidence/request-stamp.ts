import { type Stamp, stampQuery, verifyStamp } from './timestamp.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Sends a TimeStampReq and gives the TimeStampResp as it came; rejects when no answer can be had. */
export type StampSender = (query: Bytes, signal?: AbortSignal) => Promise<Bytes>;

/** The whole exchange, kept so that others can check it again, and what it proved. */
export interface StampExchange extends Stamp {
  query: Bytes;
  reply: Bytes;
}

/** Asks for a time stamp over bytes, of which only the SHA-256 goes out, and accepts only a reply that verifies. */
export async function requestStamp(
  bytes: Bytes,
  { send, nonce, signal }: { send: StampSender; nonce: Bytes; signal?: AbortSignal },
): Promise<StampExchange> {
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const query = stampQuery(sha256, nonce);
  const reply = await send(query, signal);
  return { ...(await verifyStamp(reply, bytes, query)), query, reply };
}
