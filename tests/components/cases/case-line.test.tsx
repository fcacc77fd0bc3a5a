// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { CaseLine } from '../../../components/cases/CaseLine.tsx';
import { readParty } from '../../../utils/party/read-party.ts';
import { about } from '../../documents/sample-case.ts';
import { draw } from '../draw.ts';

const line = (text: string) => (
  <CaseLine
    cases={[{ ...about, party: { ...about.party, name: '甲乙检测有限公司', creditCode: '' } }]}
    caseId={about.id}
    host={about.platform}
    facts={readParty([text], '')}
    onChoose={() => undefined}
    onNew={() => undefined}
  />
);

it('warns when the page names another party than the case that is chosen', async () => {
  const body = await draw(line('企业名称：丙丁认证有限公司'));
  expect(body.querySelector('[role=status]')?.textContent).toContain(
    '“丙丁认证有限公司”与案件的“甲乙检测有限公司”不一致',
  );
});

it('is silent when the page names the same party, or none', async () => {
  expect((await draw(line('企业名称：甲乙检测有限公司'))).querySelector('[role=status]')).toBeNull();
  expect((await draw(line('欢迎光临'))).querySelector('[role=status]')).toBeNull();
});
