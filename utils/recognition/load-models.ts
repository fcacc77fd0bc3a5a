import { MODEL_FILES, ModelBrokenError, type ModelList, type ModelPart } from './model-files.ts';
import { type Models, startModels } from './models.ts';

/** Changes whenever the same models would read a picture otherwise: readings of before are read again. */
const READER = 1;

async function load(folder: string, file: string): Promise<ArrayBuffer> {
  try {
    const response = await fetch(folder + file);
    if (!response.ok) throw new Error(String(response.status));
    return await response.arrayBuffer();
  } catch {
    throw new ModelBrokenError(`${file} 缺失`);
  }
}

/** The list of the packed models in a folder. @throws ModelBrokenError */
export async function loadModelList(folder: string): Promise<ModelList> {
  const bytes = await load(folder, MODEL_FILES.list);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as ModelList;
  } catch {
    throw new ModelBrokenError(`${MODEL_FILES.list} 已损坏`);
  }
}

/** Names the reader and its models: `PP-OCRv4 mobile 1a2b3c4d/1`. */
export const readerVersion = ({ name, digests }: ModelList): string =>
  `${name} ${digests.recogniser.slice(0, 8)}/${READER}`;

const hexOf = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function loadPart(folder: string, part: ModelPart, { digests }: ModelList): Promise<Uint8Array> {
  const file = MODEL_FILES[part];
  const bytes = await load(folder, file);
  if (hexOf(await crypto.subtle.digest('SHA-256', bytes)) !== digests[part])
    throw new ModelBrokenError(`${file} 已损坏`);
  return new Uint8Array(bytes);
}

/** Loads the packed models and starts them; a file that is not the one that was packed is not used. @throws ModelBrokenError */
export async function loadModels(folder: string, list: ModelList): Promise<Models> {
  const [detector, recogniser, characters] = await Promise.all([
    loadPart(folder, 'detector', list),
    loadPart(folder, 'recogniser', list),
    loadPart(folder, 'characters', list),
  ]);
  return startModels(
    { detector, recogniser, characters },
    { mjs: `${folder}ort-wasm-simd-threaded.mjs`, wasm: `${folder}ort-wasm-simd-threaded.wasm` },
  );
}
