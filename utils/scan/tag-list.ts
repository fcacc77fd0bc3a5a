/** Tags, popular searches: items without a sentence. One of them that doubts shows that they name topics and offer nothing. */
const TAG = /^[^\s。，；！？、]{2,16}$/;
const FEWEST_TAGS = 6;
const DOUBTING_TAG =
  /骗局|陷阱|虚假|假证|造假|真假|真伪|辨别|违法|违规|查处|处罚|整治|曝光|案例|黑产|乱象|投诉|举报|是什么|怎么|吗$|什么是|为什么|标准|法规|风险|代价|怎么辨/;

/** The tag that doubts, of a line of tags in which text.slice(start, end) stands. */
export function doubtingTag(text: string, start: number, end: number): string | undefined {
  const from = Math.max(...['\u2029', '\n'].map((border) => text.lastIndexOf(border, start - 1))) + 1;
  const rest = text.slice(end).search(/[\u2029\n]/);
  const line = text.slice(from, rest < 0 ? text.length : end + rest);
  const tags = line.trim().split(/[\s|｜/·#]+/);
  if (tags.length < FEWEST_TAGS || !tags.every((tag) => TAG.test(tag))) return undefined;
  return tags.find((tag) => DOUBTING_TAG.test(tag));
}
