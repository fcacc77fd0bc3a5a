const HEAD = ['序号', '企业名称', '统一社会信用代码', '住所（经营场所）', '经营范围', '登记状态'];

const SCOPES = [
  '认证咨询；企业管理咨询；技术服务、技术开发',
  '检验检测服务；计量技术服务，环境保护监测',
  '"食品"检验服务；质量检测',
  '日用百货销售；服装零售',
];

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What a list of businesses made by a table program holds, rows numbered from 1; every thousandth row has no name. */
export const syntheticCells = (index: number): string[] => [
  String(index),
  index % 1000 === 0 ? '' : `洛江第${index}号检测技术有限公司`,
  `91350504MA${String(index).padStart(8, '0')}`,
  `福建省泉州市洛江区万安街道${index}号`,
  SCOPES[index % SCOPES.length]!,
  index % 7 === 0 ? '注销' : '存续',
];

/** A CSV of `count` rows under its heads, as pieces of text of uneven length. */
export function* syntheticCsv(count: number): Generator<string> {
  yield `\uFEFF${HEAD.join(',')}\r\n`;
  for (let first = 1; first <= count; first += 997) {
    const rows = Array.from({ length: Math.min(997, count - first + 1) }, (_, place) => syntheticCells(first + place));
    yield rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
  }
}

export const syntheticFile = (count: number) => new Blob([...syntheticCsv(count)], { type: 'text/csv' });
