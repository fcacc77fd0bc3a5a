/** What the reader loads, by the names under which the build packs it. */
export const MODEL_FILES = {
  list: 'models.json',
  detector: 'text-detector.onnx',
  recogniser: 'text-recogniser.onnx',
  characters: 'characters.txt',
} as const;

export type ModelPart = Exclude<keyof typeof MODEL_FILES, 'list'>;

/** What the build says of the packed files, beside them. */
export interface ModelList {
  /** Of the models, for people: `PP-OCRv4 mobile`. */
  name: string;
  /** SHA-256 of each file, lower-case hex. */
  digests: Record<ModelPart, string>;
}

/** A model file is missing or is not the one that was packed; the message says which. */
export class ModelBrokenError extends Error {}
