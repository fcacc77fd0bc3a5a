import type { Group, Reading } from './label-reading.ts';

const LONGEST_TEXT = 1_500;
/** Headings inside one certificate: 基本信息, 检验信息. They part nothing. */
const INNER_HEADING =
  /^(?:基本|产品|样品|检验|检测|发证|证书|认证|企业|组织|机构|持证人?|有效期|委托|获证|报告|颁发|其他)[\p{Script=Han}]{0,4}(?:信息|情况|内容|详情|资料|要素)$|^(?:basic |general |product |certificate |test |holder )?(?:information|details)$/iu;
/** Labels of a goods list; a list of them alone belongs to the product, not to a certificate beside it. */
const GOODS_LABEL =
  /材质|颜色|价格|库存|净重|毛重|重量|尺寸|保质期|适用|包装|面料|货号|起订量|上市时间|风格|图案|品牌|产地|配料|moq|color|weight|material/;

/** The number of a body's own approval, as reports print it in their head. */
export const isBodyNumber = ({ label }: Reading) => /cma|cnas|资质认定|认可|实验室/.test(label);

const shown = (reading: Reading) => reading.raw !== '';

/** Whether two readings cannot be of one certificate. */
function contradict(a: Reading, b: Reading): boolean {
  if (
    a.meaning !== b.meaning ||
    ['other', 'testItem', 'testDate', 'person', 'certificateName', 'status'].includes(a.meaning)
  )
    return false;
  if (shown(a) && shown(b) && a.value === b.value) return false;
  if (a.meaning === 'certificateNumber' && a.label === '' && b.label === '') return true;
  if (a.meaning === 'certificateNumber' && a.label !== b.label) {
    return shown(a) && shown(b) && !a.weak && !b.weak && !isBodyNumber(a) && !isBodyNumber(b);
  }
  return a.label !== '' && a.label === b.label;
}

export const conflict = (a: Group, b: Group) =>
  a.readings.some((one) => b.readings.some((other) => contradict(one, other)));

/** How many readings speak for a certificate rather than for any list of goods. */
export const specifics = (group: Group) => group.readings.filter((reading) => reading.specific).length;

const isGoodsList = (group: Group) =>
  specifics(group) === 0 && group.readings.some((reading) => GOODS_LABEL.test(reading.label));

export function join(a: Group, b: Group): Group {
  return {
    readings: [...a.readings, ...b.readings],
    text: `${a.text}\n${b.text}`.slice(0, LONGEST_TEXT),
    titled: a.titled || b.titled,
    record: false,
    boxed: a.boxed && b.boxed,
  };
}

/** Splits readings in their order wherever a label comes again with another value. */
export function splitRepeats(readings: readonly Reading[], text: string): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const reading of readings) {
    const next: Group = { readings: [reading], text, titled: false, record: false, boxed: false };
    if (open && !conflict(open, next)) open.readings.push(reading);
    else {
      if (open) groups.push(open);
      open = next;
    }
  }
  return open ? [...groups, open] : groups;
}

const COMMON: readonly Reading['meaning'][] = ['issuingBody', 'issueDate', 'holder', 'validUntil'];

/** What a sentence says once of all the certificates it names: before the first number, or behind the last. */
export function shareCommon(groups: readonly Group[]): Group[] {
  if (groups.length < 2) return [...groups];
  const common = COMMON.flatMap((meaning) => {
    const holders = groups.filter(({ readings }) => readings.some((one) => one.meaning === meaning));
    const [only] = holders;
    const reading = only?.readings.find((one) => one.meaning === meaning);
    const number = only?.readings.find((one) => one.meaning === 'certificateNumber');
    if (holders.length !== 1 || !reading || !number) return [];
    const leads = only === groups[0] && reading.start < number.start;
    const closes = only === groups.at(-1) && reading.start > number.start;
    return leads || closes ? [{ reading, only }] : [];
  });
  return groups.map((group) => ({
    ...group,
    readings: [...group.readings, ...common.filter(({ only }) => only !== group).map(({ reading }) => reading)],
  }));
}

/** What stands above a title as part of the same paper: its number alone, or who issues it and by which approval. */
const isHead = (group: Group) =>
  !group.titled &&
  group.readings.every(({ meaning }) => ['certificateNumber', 'issuingBody', 'approvalNumber'].includes(meaning));

/** Gathers the groups of one box from those of its children, keeping certificates apart. */
export class Gathering {
  private readonly groups: Group[] = [];
  private pending = '';
  private title = false;
  private barrier = false;

  /** The reading that stands last so far. */
  lastReading(): Reading | undefined {
    return this.groups.at(-1)?.readings.at(-1);
  }

  /** Gives readings to all groups so far that show none of their meaning; false when there are none to take them. */
  spread(readings: readonly Reading[]): boolean {
    if (this.groups.length < 2 || readings.length === 0) return false;
    for (const [index, group] of this.groups.entries()) {
      const lacking = readings.filter(({ meaning }) => !group.readings.some((one) => one.meaning === meaning));
      this.groups[index] = { ...group, readings: [...group.readings, ...lacking] };
    }
    return true;
  }

  /** Words without readings: they name the group that follows, or end the one before. */
  addText(text: string, kind: 'title' | 'heading' | 'plain'): void {
    if (kind !== 'plain' && INNER_HEADING.test(text.trim())) return;
    if (kind !== 'plain') {
      this.barrier = true;
      this.pending = '';
    }
    this.title ||= kind === 'title';
    this.pending = `${this.pending}\n${text}`.slice(-300);
  }

  /** Groups of one child; several of them are kept apart, and what named them names each. */
  add(groups: readonly Group[]): void {
    const { pending, title } = this;
    for (const group of groups) {
      this.pending = pending;
      this.title = title;
      this.addOne(group, groups.length > 1);
    }
  }

  private addOne(group: Group, oneOfMany: boolean): void {
    const named: Group = {
      ...group,
      text: `${this.pending}\n${group.text}`.trim().slice(0, LONGEST_TEXT),
      titled: group.titled || this.title,
    };
    const open = this.groups.at(-1);
    const apart =
      !open ||
      oneOfMany ||
      open.record ||
      group.record ||
      this.parted(open, named) ||
      ((open.boxed || group.boxed) && isGoodsList(open) !== isGoodsList(group)) ||
      conflict(open, named);
    if (apart) this.groups.push(named);
    else this.groups[this.groups.length - 1] = join(open, named);
    this.pending = '';
    this.title = false;
    this.barrier = false;
  }

  /** A heading between, or a title on both sides, parts what would otherwise fit together. */
  private parted(open: Group, next: Group): boolean {
    if (this.barrier && open.readings.length > 0) return !(this.title && isHead(open) && this.groups.length === 1);
    return open.titled && next.titled;
  }

  finish(): Group[] {
    const last = this.groups.at(-1);
    const names = !this.barrier || (this.title && this.groups.length === 1 && !last?.titled);
    if (last && this.pending && names && !last.record) {
      this.groups[this.groups.length - 1] = { ...last, text: `${last.text}\n${this.pending}`.slice(0, LONGEST_TEXT) };
    }
    return this.groups;
  }

  /** Text that found no group here, for the box above. */
  leftover(): { text: string; title: boolean; barrier: boolean } {
    return this.groups.length === 0
      ? { text: this.pending, title: this.title, barrier: this.barrier }
      : { text: '', title: false, barrier: false };
  }
}

/** Joins groups that show the same number: a table and the sentence that repeats it are one certificate. */
export function joinSameNumber(groups: readonly Group[]): Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    const number = numberOf(group);
    const index = number === undefined ? -1 : joined.findIndex((other) => numberOf(other) === number);
    if (index < 0) joined.push(group);
    else joined[index] = join(joined[index]!, group);
  }
  return joined;
}

function numberOf(group: Group): string | undefined {
  return group.readings.find(
    (one) => one.meaning === 'certificateNumber' && shown(one) && !one.weak && !isBodyNumber(one),
  )?.value;
}
