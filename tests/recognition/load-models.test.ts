import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadModelList, loadModels, readerVersion } from '../../utils/recognition/load-models.ts';
import { MODEL_FILES, ModelBrokenError, type ModelList } from '../../utils/recognition/model-files.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
const FILES: Record<string, string> = {
  [MODEL_FILES.detector]: 'detector',
  [MODEL_FILES.recogniser]: 'recogniser',
  [MODEL_FILES.characters]: '证\n书\n',
};
const LIST: ModelList = {
  name: 'one',
  digests: { detector: digestOf('detector'), recogniser: digestOf('recogniser'), characters: digestOf('证\n书\n') },
};

/** Serves files by name; what is not there is not found. */
function serve(files: Record<string, string>) {
  vi.stubGlobal('fetch', async (url: string) => {
    const text = files[url.slice(url.lastIndexOf('/') + 1)];
    return text === undefined ? new Response('', { status: 404 }) : new Response(text);
  });
}
afterEach(() => vi.unstubAllGlobals());

describe('a model file', () => {
  it.each(Object.keys(FILES))('that is missing is named: %s', async (name) => {
    const { [name]: _gone, ...others } = FILES;
    serve(others);
    await expect(loadModels('x:/recognition/', LIST)).rejects.toThrow(new ModelBrokenError(`${name} 缺失`));
  });

  it.each(Object.keys(FILES))('that is damaged is named: %s', async (name) => {
    serve({ ...FILES, [name]: `${FILES[name]}!` });
    await expect(loadModels('x:/recognition/', LIST)).rejects.toThrow(new ModelBrokenError(`${name} 已损坏`));
  });

  it('that is as packed and yet no model is named too', async () => {
    serve(FILES);
    await expect(loadModels('x:/recognition/', LIST)).rejects.toThrow(/text-detector\.onnx 不能打开/);
  });
});

it('says when the list of models is missing or damaged', async () => {
  serve({});
  await expect(loadModelList('x:/recognition/')).rejects.toThrow('models.json 缺失');
  serve({ 'models.json': '{' });
  await expect(loadModelList('x:/recognition/')).rejects.toThrow('models.json 已损坏');
});

it('names the reader by its models', () => {
  expect(readerVersion(LIST)).toMatch(/^one [0-9a-f]{8}\/\d+$/);
});
