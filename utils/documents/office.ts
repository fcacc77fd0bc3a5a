import type { CalendarYear } from '../../rules/work-calendar.ts';
import type { Officer } from '../evidence/record.ts';
import type { Route } from './route.ts';

/** What the settings say of the office that writes the paper. */
export interface Office {
  name: string;
  officers: readonly Officer[];
}

/** Choices of the officer for one paper. */
export interface PaperOptions {
  office: Office;
  /** 文号; empty leaves a blank. */
  number: string;
  /** The form of 2021 calls the record 电子数据证据提取笔录, the guidance of 2024 电子数据提取笔录. */
  title?: string;
  /** The office's table of who takes which leads. */
  routes?: readonly Route[];
  /** The office's own sentence on where leads go; empty takes the general one on jurisdiction. */
  routing?: string;
  /** The office's own years of the working calendar, each in place of the built-in one. */
  calendar?: readonly CalendarYear[] | undefined;
}

/** 张三（执法证号 35000000001） */
export const officerWords = ({ name, licence }: Officer) => `${name}（执法证号 ${licence || '未登记'}）`;
