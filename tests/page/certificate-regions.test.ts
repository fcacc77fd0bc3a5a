// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { readCertificates } from '../../utils/certificate/read.ts';
import { textOf } from '../../utils/certificate/regions.ts';
import { certificateRegions, rangeOfField } from '../../utils/page/certificate-regions.ts';

const TODAY = '2026-11-23';

afterEach(() => {
  document.body.innerHTML = '';
});

function read(html: string) {
  document.body.innerHTML = html;
  return readCertificates(certificateRegions(document), { today: TODAY });
}

describe('certificateRegions', () => {
  it('leaves a page without certificate words alone', () => {
    document.body.innerHTML = '<p>今日特价，欢迎选购。</p>';
    expect(certificateRegions(document)).toEqual([]);
  });

  it('reads a table of labels and values', () => {
    const [certificate] = read(`<h3>CCC认证证书</h3><table>
      <tr><th>证书编号</th><td>2024010901123456</td></tr>
      <tr><th>发证机构</th><td>中国质量认证中心</td></tr>
      <tr><th>发证日期</th><td>2024年5月6日</td></tr>
      <tr><th>产品名称</th><td>电热水壶</td></tr></table>`);
    expect(certificate?.kind).toBe('ccc');
    expect(certificate?.fields.issueDate?.value).toBe('2024-05-06');
    expect(certificate?.missing).toEqual(['conclusion', 'modelSpec']);
  });

  it('leaves out what is not shown', () => {
    document.body.innerHTML = '<p>证书编号：<span style="display:none">2024010901123456</span></p>';
    expect(certificateRegions(document).map((region) => textOf(region.content))).toEqual(['证书编号：']);
  });

  it('finds a value back on the page', () => {
    document.body.innerHTML =
      '<p>发证机构： 方圆标志 <b>认证集团</b>有限公司</p><p>证书编号：00224Q20345R1M</p><p>颁证日期：2024-03-01</p>';
    const regions = certificateRegions(document);
    const [certificate] = readCertificates(regions, { today: TODAY });
    expect(rangeOfField(regions, certificate!.fields.issuingBody!)?.toString()).toBe('方圆标志 认证集团有限公司');
  });

  it('reads open shadow roots', () => {
    document.body.innerHTML = '<div id="host"></div>';
    const shadow = document.getElementById('host')!.attachShadow({ mode: 'open' });
    shadow.innerHTML =
      '<dl><dt>证书编号</dt><dd>00224Q20345R1M</dd><dt>发证机构</dt><dd>方圆标志认证集团有限公司</dd></dl>';
    const [certificate] = readCertificates(certificateRegions(document), { today: TODAY });
    expect(certificate?.kind).toBe('management-system');
  });
});
