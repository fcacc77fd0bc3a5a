import { describe, expect, it } from 'vitest';
import { type LoadedPage, replayDifference } from '../../utils/replay/replay-difference.ts';

const SEEN: LoadedPage = { url: 'https://shop.example/a', text: '广告\n检测报告  当天出证\n联系电话\n价格 1 元' };
const CLAIMS = ['当天出证'];
const differs = (later: Partial<LoadedPage>, status = 200) =>
  replayDifference(SEEN, { ...SEEN, ...later }, CLAIMS, status);

describe('a replay copy beside the page that was seen', () => {
  it('has nothing said of it when it shows the same, though a figure, a space or the fragment be another', () => {
    expect(differs({})).toBeNull();
    expect(differs({ url: `${SEEN.url}#top`, text: SEEN.text.replace('1 元', '2 元').replace('  ', '') })).toBeNull();
  });

  it('is said to be of another page by address, answer, claims and words, each where it holds', () => {
    expect(differs({ url: 'https://shop.example/login' })).toContain('转到 https://shop.example/login');
    expect(differs({}, 401)).toContain('服务器答复 401');
    expect(differs({ text: SEEN.text.replace('当天出证', '') })).toMatch(/1 处疑似表述有 1 处不在其中/);
    expect(differs({ text: '检测报告当天出证' })).toBe(
      '重新载入所得与所见不同：所见文字 4 行有 3 行不在其中。可能因为登录只在原标签页有效，或网页每次内容不同；以本记录的截图和网页文件为准',
    );
  });
});
