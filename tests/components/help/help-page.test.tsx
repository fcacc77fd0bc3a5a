// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { HELP_ARTICLES } from '../../../components/help/articles.ts';
import { HelpPage } from '../../../components/help/HelpPage.tsx';
import { SECTIONS } from '../../../components/library/TopBar.tsx';
import { draw } from '../draw.ts';

const titles = () => [...document.querySelectorAll('nav a')].map((link) => link.textContent);
const open = () => document.querySelector('h1')?.textContent;

describe('the help', () => {
  it('opens the article of the address, else the first', async () => {
    await draw(<HelpPage id="back-up" query="" />);
    expect(open()).toBe('备份、恢复与换机');
    expect(titles()).toHaveLength(HELP_ARTICLES.length);
    expect(document.querySelectorAll('.zj-help-article p').length).toBeGreaterThan(2);
    await draw(<HelpPage id="no-such" query="" />);
    expect(open()).toBe('取证一个网页');
  });

  it('is searched by words of title and text and by pinyin initials, and says when nothing is found', async () => {
    await draw(<HelpPage id={null} query="openssl" />);
    expect(titles()).toEqual(['证据包的导出与核对']);
    await draw(<HelpPage id={null} query="zzws" />);
    expect(open()).toBe('制作文书');
    await draw(<HelpPage id={null} query="没有这个词语" />);
    expect(document.querySelector('h1')).toBeNull();
    expect(document.body.textContent).toContain('没有找到相关说明');
  });

  it('leads to parts that there are', () => {
    for (const { place } of HELP_ARTICLES) expect(SECTIONS).toContain(place.slice(2));
  });
});
