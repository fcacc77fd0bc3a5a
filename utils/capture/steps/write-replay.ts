import type { RecordedLoad } from '../../replay/recorded-load.ts';
import { writeWacz } from '../../replay/wacz.ts';
import { readStaged, stageArtefact } from '../../store/capture-store.ts';
import { REPLAY_LOAD } from './replay-parts.ts';

/**
 * Makes the WACZ of a recorded load out of what is staged of the job. Runs in the offscreen page, so that the libraries for it
 * do not weigh on the background.
 * @param software name and version of the product
 */
export async function writeReplay(jobId: string, software: string): Promise<void> {
  const read = async (name: string) => {
    const blob = await readStaged(jobId, name);
    if (!blob) throw new Error(`${name} is not staged`);
    return blob;
  };
  const load = JSON.parse(await (await read(REPLAY_LOAD)).text()) as RecordedLoad;
  const wacz = await writeWacz(load, {
    software,
    now: new Date(),
    bodyOf: async ({ body }) => (body ? new Uint8Array(await (await read(body)).arrayBuffer()) : new Uint8Array()),
  });
  const method = '取证时在另一标签页重新载入同一网址录得，供回放查看，不是所见的那次载入，不作为原件';
  await stageArtefact(jobId, { name: 'replay/page.wacz', role: 'replay', mediaType: 'application/wacz', method }, wacz);
}
