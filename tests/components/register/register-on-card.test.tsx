// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { CertificateCard } from '../../../components/certificates/CertificateCard.tsx';
import { fieldRows } from '../../../components/certificates/field-status.ts';
import { notInRegister } from '../../../utils/lists/check-certificate.ts';
import type { RegisterCheck } from '../../../utils/lists/register.ts';
import { SYSTEM_CERTIFICATE } from '../../gallery/fixtures.ts';
import { draw } from '../draw.ts';

const CHECK: RegisterCheck = {
  field: 'issuingBody',
  name: '闽南方园认证有限公司',
  listed: false,
  lists: [
    {
      kind: 'certification-body',
      name: '认证机构批准名录',
      date: '2026-11-01',
      source: '',
      sha256: 'a'.repeat(64),
      rows: 2,
    },
  ],
  names: ['闽南方圆认证有限公司'],
};

const withCheck = (check: RegisterCheck) => ({
  ...SYSTEM_CERTIFICATE,
  problems: check.listed ? [] : [notInRegister(check)],
  registerChecks: [check],
});

it('a body on no list is a doubt about that field, with the list, its date and the names that come near', async () => {
  const certificate = withCheck(CHECK);
  const body = await draw(<CertificateCard certificate={certificate} />);
  for (const words of [
    '名录中未见',
    '需人工核对',
    '《认证机构批准名录》（2026-11-01）',
    '相近名称闽南方圆认证有限公司',
  ])
    expect(body.textContent).toContain(words);
  expect(fieldRows(certificate)).toContainEqual({ field: 'issuingBody', status: 'doubt' });
});

it('of a CMA certificate the holder is in doubt, not the authority', () => {
  const holder = { value: '外地检测有限公司', raw: '' };
  const certificate = withCheck({ ...CHECK, field: 'holder' });
  const rows = fieldRows({ ...certificate, kind: 'cma', fields: { ...certificate.fields, holder } });
  expect(rows).toContainEqual({ field: 'holder', status: 'doubt' });
  expect(rows).not.toContainEqual({ field: 'issuingBody', status: 'doubt' });
});

it('a body on a list is said to be there, under which name', async () => {
  const body = await draw(<CertificateCard certificate={withCheck({ ...CHECK, listed: true })} />);
  expect(body.textContent).toContain('发证机构见于《认证机构批准名录》（2026-11-01），所列名称：闽南方圆认证有限公司');
  expect(body.textContent).toContain('查得到不等于真实');
});
