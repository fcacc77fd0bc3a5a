// Rewrites an ONNX model so that its weights are stored as half floats: half the size, read the same.
// Only what a model of weights as Constant nodes needs is known here (field numbers: onnx.proto, IR version 8).

/** One field of a protocol buffer: its number, its wire type and its content as it stands. */
interface ProtoField {
  number: number;
  wire: number;
  bytes: Uint8Array;
}

const GRAPH = 7;
const NODE = 1;
const NODE_INPUT = 1;
const NODE_OUTPUT = 2;
const NODE_KIND = 4;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_NAME = 1;
const ATTRIBUTE_INT = 3;
const ATTRIBUTE_TENSOR = 5;
const ATTRIBUTE_TYPE = 20;
const TENSOR_TYPE = 2;
const TENSOR_BYTES = 9;
const FLOAT = 1;
const HALF = 10;
const INT_ATTRIBUTE = 2;

/** Smaller tensors stay: their Cast would weigh more than it saves. */
const LEAST_BYTES = 512;

function readVarint(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  let factor = 1;
  for (let index = at; ; index += 1) {
    const byte = bytes[index]!;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, index + 1];
    factor *= 128;
  }
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

function fieldsOf(bytes: Uint8Array): ProtoField[] {
  const fields: ProtoField[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [key, from] = readVarint(bytes, at);
    const wire = key % 8;
    let start = from;
    let end: number;
    if (wire === 0) end = readVarint(bytes, from)[1];
    else if (wire === 1) end = from + 8;
    else if (wire === 5) end = from + 4;
    else if (wire === 2) {
      const [length, content] = readVarint(bytes, from);
      start = content;
      end = content + length;
    } else throw new Error(`not a protocol buffer: wire type ${wire}`);
    fields.push({ number: (key - wire) / 8, wire, bytes: bytes.subarray(start, end) });
    at = end;
  }
  return fields;
}

function written(fields: readonly ProtoField[]): Uint8Array {
  const parts = fields.flatMap(({ number, wire, bytes }) => [
    Uint8Array.from([...varint(number * 8 + wire), ...(wire === 2 ? varint(bytes.length) : [])]),
    bytes,
  ]);
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const text = (number: number, value: string): ProtoField => ({
  number,
  wire: 2,
  bytes: new TextEncoder().encode(value),
});
const int = (number: number, value: number): ProtoField => ({ number, wire: 0, bytes: Uint8Array.from(varint(value)) });
const message = (number: number, fields: readonly ProtoField[]): ProtoField => ({
  number,
  wire: 2,
  bytes: written(fields),
});

const find = (fields: readonly ProtoField[], number: number) => fields.find((field) => field.number === number);
const textOf = (field: ProtoField | undefined) => (field ? new TextDecoder().decode(field.bytes) : '');

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);

/** IEEE 754 binary16 of a number, rounded to nearest even; what is too large becomes infinite. */
export function halfOf(value: number): number {
  single[0] = value;
  const all = bits[0]!;
  const sign = (all >>> 16) & 0x8000;
  const exponent = ((all >>> 23) & 0xff) - 127 + 15;
  const mantissa = all & 0x7fffff;
  if (exponent >= 31) return sign | 0x7c00 | (((all >>> 23) & 0xff) === 255 && mantissa ? 0x200 : 0);
  if (exponent <= 0) {
    if (exponent < -10) return sign;
    const shift = 14 - exponent;
    const full = mantissa | 0x800000;
    const kept = full >>> shift;
    const rest = full & ((1 << shift) - 1);
    const tie = 1 << (shift - 1);
    return sign | (kept + (rest > tie || (rest === tie && kept & 1) ? 1 : 0));
  }
  const kept = mantissa >>> 13;
  const rest = mantissa & 0x1fff;
  return (sign | (exponent << 10) | kept) + (rest > 0x1000 || (rest === 0x1000 && kept & 1) ? 1 : 0);
}

function halved(raw: Uint8Array): Uint8Array {
  const from = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const half = new Uint8Array(raw.length / 2);
  const to = new DataView(half.buffer);
  for (let at = 0; at < raw.length; at += 4) to.setUint16(at / 2, halfOf(from.getFloat32(at, true)), true);
  return half;
}

/** A Constant node of float weights as one of half floats and a Cast back; every other node as it is. */
function halvedNode(node: ProtoField): ProtoField[] {
  const fields = fieldsOf(node.bytes);
  const output = textOf(find(fields, NODE_OUTPUT));
  const attribute = find(fields, NODE_ATTRIBUTE);
  if (textOf(find(fields, NODE_KIND)) !== 'Constant' || !attribute) return [node];
  const parts = fieldsOf(attribute.bytes);
  const tensor = find(parts, ATTRIBUTE_TENSOR);
  if (!tensor) return [node];
  const tensorParts = fieldsOf(tensor.bytes);
  const raw = find(tensorParts, TENSOR_BYTES);
  if (find(tensorParts, TENSOR_TYPE)?.bytes[0] !== FLOAT || !raw || raw.bytes.length < LEAST_BYTES) return [node];
  const half = tensorParts.map((part) =>
    part.number === TENSOR_TYPE
      ? int(TENSOR_TYPE, HALF)
      : part.number === TENSOR_BYTES
        ? { ...part, bytes: halved(part.bytes) }
        : part,
  );
  const stored = `${output}.half`;
  const constant = fields.map((field) => {
    if (field.number === NODE_OUTPUT) return text(NODE_OUTPUT, stored);
    if (field !== attribute) return field;
    return message(
      NODE_ATTRIBUTE,
      parts.map((part) => (part === tensor ? message(ATTRIBUTE_TENSOR, half) : part)),
    );
  });
  const cast = [
    text(NODE_INPUT, stored),
    text(NODE_OUTPUT, output),
    text(NODE_KIND, 'Cast'),
    message(NODE_ATTRIBUTE, [
      text(ATTRIBUTE_NAME, 'to'),
      int(ATTRIBUTE_INT, FLOAT),
      int(ATTRIBUTE_TYPE, INT_ATTRIBUTE),
    ]),
  ];
  return [message(NODE, constant), message(NODE, cast)];
}

/** The model with its weights as half floats, cast back to floats when it is opened. @throws Error when it is no such model */
export function storeHalfWeights(model: Uint8Array): Uint8Array {
  return written(
    fieldsOf(model).map((field) =>
      field.number === GRAPH
        ? message(
            GRAPH,
            fieldsOf(field.bytes).flatMap((part) => (part.number === NODE ? halvedNode(part) : [part])),
          )
        : field,
    ),
  );
}
