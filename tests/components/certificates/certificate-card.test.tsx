// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { CertificateCard } from '../../../components/certificates/CertificateCard.tsx';
import { CertificateSection } from '../../../components/certificates/CertificateSection.tsx';
import { fieldRows } from '../../../components/certificates/field-status.ts';
import { REPORT_CERTIFICATE, SYSTEM_CERTIFICATE } from '../../gallery/fixtures.ts';
import { click, draw, named, type } from '../draw.ts';

describe('fieldRows', () => {
  it('keeps the notice’s order and tells present, missing and doubtful apart', () => {
    expect(fieldRows(REPORT_CERTIFICATE)).toEqual([
      { field: 'issuingBody', status: 'present' },
      { field: 'issueDate', status: 'present' },
      { field: 'certificateNumber', status: 'doubt' },
      { field: 'conclusion', status: 'missing' },
      { field: 'productName', status: 'present' },
      { field: 'modelSpec', status: 'missing' },
    ]);
  });

  it('adds what else was read of a kind with other fields', () => {
    expect(fieldRows(SYSTEM_CERTIFICATE).map(({ field }) => field)).toEqual([
      'issuingBody',
      'issueDate',
      'certificateNumber',
      'scope',
      'validUntil',
    ]);
  });
});

describe('CertificateCard', () => {
  it('says how much of the required information stands there, what is missing and what is in doubt', async () => {
    await draw(<CertificateCard certificate={REPORT_CERTIFICATE} />);
    expect(document.querySelector('.zj-cert-count')?.textContent).toBe('必备信息 4 / 6');
    expect(document.body.textContent).toContain('缺失 2');
    expect(document.body.textContent).toContain('存疑 2');
  });

  it('folded says which one of its kind it is', async () => {
    await draw(<CertificateCard certificate={REPORT_CERTIFICATE} open={false} onToggle={() => {}} />);
    const { productName, certificateNumber } = REPORT_CERTIFICATE.fields;
    expect(document.querySelector('.zj-cert-which')?.textContent).toBe(
      `${productName?.value} · ${certificateNumber?.value}`,
    );
    await draw(<CertificateCard certificate={REPORT_CERTIFICATE} open onToggle={() => {}} />);
    expect(document.querySelector('.zj-cert-which')).toBeNull();
  });

  it('prints both values of each problem', async () => {
    await draw(<CertificateCard certificate={REPORT_CERTIFICATE} />);
    const pairs = [...document.querySelectorAll('.zj-cert-pairs > div')].map((pair) => pair.textContent);
    expect(pairs).toEqual([
      '编号年份2026',
      '颁发日期2024-03-15',
      '二维码baogao-chaxun.example',
      '官方名单未收录此域名',
    ]);
  });

  it('never makes a link of a QR code', async () => {
    await draw(
      <CertificateCard
        certificate={{ ...SYSTEM_CERTIFICATE, codes: [{ format: 'QRCode', text: 'javascript:alert(1)' }] }}
      />,
    );
    expect(document.body.textContent).toContain('javascript:alert(1)');
    expect(document.querySelector('a')).toBeNull();
  });

  it('asks to compare with the picture when the reading is unsure', async () => {
    await draw(<CertificateCard certificate={SYSTEM_CERTIFICATE} />);
    expect(document.body.textContent).toContain('字迹不清，请对照原图');
  });

  it('puts a correction beside the reading, never over it', async () => {
    const onCorrect = vi.fn();
    await draw(<CertificateCard certificate={REPORT_CERTIFICATE} onCorrect={onCorrect} />);
    await click(named('button', '更正颁发日期'));
    await type('2026-03-15');
    await click(named('button', '保存'));
    expect(onCorrect).toHaveBeenCalledWith('issueDate', '2026-03-15');
    await draw(
      <CertificateCard
        certificate={{ ...REPORT_CERTIFICATE, corrections: { issueDate: '2026-03-15' } }}
        onCorrect={onCorrect}
      />,
    );
    expect(document.body.textContent).toContain('2026-03-15识读为：2024-03-15');
  });

  it('goes to a field on the page', async () => {
    const onLocate = vi.fn();
    await draw(<CertificateCard certificate={REPORT_CERTIFICATE} onLocate={onLocate} />);
    await click(named('button', '不锈钢保温杯'));
    expect(onLocate).toHaveBeenCalledWith('productName');
  });

  it('opens its picture at the box of the field that was picked', async () => {
    const box = { x: 10, y: 20, width: 100, height: 30 };
    const fields = { productName: { value: '不锈钢保温杯', raw: '不锈钢保温杯', box } };
    const pictured = { pictureUrl: 'https://shop.example/a.jpg', pictureSize: { width: 200, height: 100 } } as const;
    await draw(<CertificateCard certificate={{ ...REPORT_CERTIFICATE, source: 'image', fields, ...pictured }} />);
    expect(document.querySelector('.zj-picture-mark')).toBeNull();
    await click(named('button', '不锈钢保温杯'));
    const mark = document.querySelector<HTMLElement>('.zj-picture-mark-certificate');
    expect([mark?.style.left, mark?.style.top, mark?.style.width, mark?.style.height]).toEqual([
      '5%',
      '20%',
      '50%',
      '30%',
    ]);
    expect(mark?.dataset.chosen).toBe('true');
    await click(document.querySelector('.zj-cert-thumbnail')!);
    expect(document.querySelector('.zj-picture-mark')).toBeNull();
  });

  describe('beside its picture', () => {
    const box = { x: 10, y: 20, width: 100, height: 30 };
    const number = { value: '001OP2600123', raw: '0010P2600123', box, mended: true, doubtful: true, confidence: 0.4 };
    const problem = {
      code: 'number-doubtful',
      detail: '',
      compared: [{ label: 'field_certificateNumber', value: '001OP2600123' }],
      weight: 'check',
    } as const;
    const pictured = {
      ...REPORT_CERTIFICATE,
      source: 'image',
      fields: { certificateNumber: number },
      problems: [problem],
    } as const;
    const picture = { width: 200, height: 100, images: [{ src: 'blob:tile', x: -50, y: 0, width: 400, height: 100 }] };

    it('shows the place of each value, how it was read, and that it has to be compared', async () => {
      await draw(<CertificateCard certificate={pictured} picture={picture} wide />);
      const crop = document.querySelector<HTMLElement>('.zj-cert-crop');
      expect(crop?.getAttribute('aria-label')).toBe('图片中的证书/报告编码');
      // 10.5 px around the box: 121 px of the picture are as wide as the crop.
      expect(crop?.querySelector('img')?.style.width).toBe(`${(400 / 121) * 100}%`);
      expect(document.body.textContent).toContain('图中读作 0010P2600123，已按编号结构校正');
      expect(document.querySelector('.zj-cert-problem')?.textContent).toContain('请与原图核对');
      expect(document.body.textContent).toContain('存疑 1');
    });

    it('leads from the place to the field', async () => {
      await draw(<CertificateCard certificate={pictured} picture={picture} wide />);
      expect(document.querySelector('.zj-cert-field[data-chosen="true"]')).toBeNull();
      await click(document.querySelector('.zj-picture-mark'));
      expect(document.querySelector('.zj-cert-field[data-chosen="true"]')?.textContent).toContain('001OP2600123');
    });

    it('marks the doubt as answered once a person compared the number', async () => {
      const onCorrect = vi.fn();
      await draw(<CertificateCard certificate={pictured} picture={picture} wide onCorrect={onCorrect} />);
      await click(named('button', '更正证书/报告编码'));
      await click(named('button', '保存'));
      expect(onCorrect).toHaveBeenCalledWith('certificateNumber', '001OP2600123');
      const corrections = { certificateNumber: '001OP2600123' };
      await draw(<CertificateCard certificate={{ ...pictured, corrections }} picture={picture} wide />);
      expect(document.querySelector('.zj-cert-problem')?.textContent).toContain('已由人员核对');
      expect(document.querySelector('.zj-cert-field')?.parentElement?.textContent).toContain('已与原图核对');
      expect(document.body.textContent).not.toContain('存疑 1');
    });
  });

  it('lists what other rules want apart from what is missing', async () => {
    const further = [
      { item: 'standard', shown: true },
      { item: 'cmaMark', shown: false },
    ] as const;
    await draw(<CertificateCard certificate={{ ...REPORT_CERTIFICATE, further }} />);
    const list = document.querySelector('.zj-cert-further');
    expect([...list!.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      '依据标准 已读到',
      'CMA 标志 未读到',
    ]);
    expect(list!.textContent).toContain('《检验检测机构资质认定管理办法》第二十一条');
    expect(document.body.textContent).toContain('缺失 2');
  });
});

describe('CertificateSection', () => {
  const section = (certificates: (typeof REPORT_CERTIFICATE)[], reading?: { done: number; total: number }) => (
    <CertificateSection
      certificates={certificates}
      reading={reading}
      onLocate={() => {}}
      onCorrect={() => {}}
      onStrike={() => {}}
      hasPortal={() => false}
      onSetPortals={() => undefined}
      onLookUp={() => {}}
      onCopyNumber={() => {}}
    />
  );

  it('is absent when there is none', async () => {
    await draw(section([]));
    expect(document.body.textContent).toBe('');
  });

  it('opens the first of several and folds the others', async () => {
    await draw(section([REPORT_CERTIFICATE, SYSTEM_CERTIFICATE]));
    const folds = [...document.querySelectorAll('.zj-cert-fold')];
    expect(folds.map((fold) => fold.getAttribute('aria-expanded'))).toEqual(['true', 'false']);
  });

  it('shows six lines and the count while pictures are read', async () => {
    await draw(section([], { done: 2, total: 6 }));
    expect(document.body.textContent).toContain('正在识别图片 2 / 6');
    expect(document.querySelectorAll('.zj-cert-skeleton')).toHaveLength(6);
  });

  it('leads to the settings where no portal is known', async () => {
    await draw(section([REPORT_CERTIFICATE]));
    expect(document.body.textContent).not.toContain('官方查询');
    expect(named('button', '设置查询网址')).toBeTruthy();
    expect(document.body.textContent).toContain('查得到不等于真实');
  });
});
