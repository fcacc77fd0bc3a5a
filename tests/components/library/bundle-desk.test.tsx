// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { BundleDesk, type BundleDeskProps } from '../../../components/library/BundleDesk.tsx';
import type { DeskItem, DeskKey, DeskState } from '../../../components/library/desk-state.ts';
import type { BundleVerdict } from '../../../utils/bundle/bundle-verdict.ts';
import { click, draw, named } from '../draw.ts';

const stranger = 'ab'.repeat(32);

const verdict: BundleVerdict = {
  ok: true,
  name: 'E20261123-0001',
  checks: [
    { name: 'sha256', state: 'ok', sentence: 'SHA-256 校验值全部一致（2 个文件）。', details: [] },
    { name: 'timestamp', state: 'absent', sentence: '未加盖时间戳。', details: [] },
  ],
  files: [
    { path: 'signer-public-key.pem', state: 'unlisted', size: 178 },
    { path: 'data/page.mhtml', state: 'ok', size: 2048 },
  ],
  items: ['E20261123-0001'],
  sealers: [{ itemId: 'E20261123-0001', keyFingerprint: stranger }],
  addendumSigners: [],
};

const item = (standing: DeskItem['standing']): DeskItem => ({
  id: `E20261123-0001-${standing}`,
  title: '某某检测认证服务',
  url: 'https://www.mm-jiance.example/',
  sealedAt: '2026-11-23T06:32:07.000Z',
  office: '某某区局',
  officers: '张三、李四',
  standing,
});

const key = (change: Partial<DeskKey>): DeskKey => ({
  fingerprint: stranger,
  standing: { kind: 'unknown' },
  signsBundle: true,
  seals: 1,
  addenda: 0,
  justRegistered: false,
  ...change,
});

const checked = (change: Partial<Extract<DeskState, { phase: 'verdict' }>> = {}): DeskState => ({
  name: 'bundle.zip',
  phase: 'verdict',
  verdict,
  items: [item('new'), item('present')],
  keys: [key({ standing: { kind: 'trusted', holder: '某某区局' } })],
  ...change,
});

async function drawDesk(state: DeskState, props: Partial<BundleDeskProps> = {}) {
  const acts = { onImport: vi.fn(), onTrust: vi.fn(), onOpen: vi.fn(), onCancel: vi.fn(), onClose: vi.fn() };
  const body = await draw(<BundleDesk state={state} {...acts} {...props} />);
  return { ...acts, body };
}

describe('the bundle desk', () => {
  it('says what holds and what could not be checked, and takes in only what is new', async () => {
    const { body, onImport } = await drawDesk(checked());
    expect([...body.querySelectorAll('.zj-verdict h3')].map((head) => head.textContent)).toEqual([
      '无从核对 1',
      '一致 1',
      '签名密钥',
      '包内证据 2',
    ]);
    expect(body.textContent).toContain('已登记：某某区局');
    await click(named('button', '导入 1 件'));
    expect(onImport).toHaveBeenCalledWith({ compared: false, confirmed: false });
  });

  it('lists every file when asked, and of its own accord when one does not hold', async () => {
    const { body } = await drawDesk(checked());
    expect(body.querySelector('.zj-desk-file')).toBeNull();
    await click(named('button', '逐个文件2'));
    expect([...body.querySelectorAll('.zj-desk-file')].map((row) => row.textContent)).toEqual([
      'signer-public-key.pem178 B以签名核对',
      'data/page.mhtml2.0 KB一致',
    ]);
  });

  it('takes a stranger’s bundle in only after a person says that the fingerprint was compared', async () => {
    const { body, onImport } = await drawDesk(checked({ keys: [key({})] }));
    const start = named('button', '导入 1 件') as HTMLButtonElement;
    expect(start.disabled).toBe(true);
    await click(body.querySelector('.zj-verdict-acts input[type=checkbox]'));
    expect(start.disabled).toBe(false);
    await click(start);
    expect(onImport).toHaveBeenCalledWith({ compared: true, confirmed: false });
    expect(body.textContent).toContain('abab abab');
  });

  it('wants a word of its own before addenda of a key count that was registered at this very desk', async () => {
    const fresh = key({ standing: { kind: 'trusted', holder: '某某区局' }, justRegistered: true, addenda: 2 });
    const { body, onImport } = await drawDesk(checked({ keys: [fresh] }));
    expect(body.textContent).toContain('签署附页 2 份');
    const start = named('button', '导入 1 件') as HTMLButtonElement;
    expect(start.disabled).toBe(true);
    await click(body.querySelector('.zj-verdict-acts input[type=checkbox]'));
    await click(start);
    expect(onImport).toHaveBeenCalledWith({ compared: false, confirmed: true });
    const { body: before } = await drawDesk(checked({ keys: [{ ...fresh, justRegistered: false }] }));
    expect(before.querySelector('.zj-verdict-acts input')).toBeNull();
  });

  it('takes nothing in of a bundle that does not hold, and names the file', async () => {
    const failed: BundleVerdict = {
      ...verdict,
      ok: false,
      checks: [{ name: 'sha256', state: 'failed', sentence: 'SHA-256 校验值不一致。', details: ['data/page.mhtml'] }],
      files: [{ path: 'data/page.mhtml', state: 'differs', size: 2047 }],
    };
    const { body } = await drawDesk(checked({ verdict: failed, items: [], keys: [] }));
    expect(body.querySelector('.zj-desk-file[data-state=differs]')?.textContent).toContain('内容不一致');
    expect(body.querySelector('.zj-button-filled')).toBeNull();
    expect(body.textContent).toContain('不能导入');
  });

  it('offers nothing to take in when all is here already, and says what an import kept', async () => {
    const { body } = await drawDesk(checked({ items: [item('present')] }));
    expect(body.querySelector('.zj-button-filled')).toBeNull();
    await drawDesk({ name: 'bundle.zip', phase: 'cancelled', taken: ['E20261123-0001-abababab'] });
    expect(body.textContent).toContain('已导入的保留：E20261123-0001-abababab');
  });

  it('leads to what was taken in', async () => {
    const outcome = { imported: ['E20261123-0001-abababab'], present: [], restored: [], supplemented: [], refused: [] };
    const { onOpen } = await drawDesk({ name: 'bundle.zip', phase: 'done', outcome });
    await click(named('button', '打开证据'));
    expect(onOpen).toHaveBeenCalledWith('E20261123-0001-abababab');
  });

  it('offers the addenda that are missing here, and says plainly which number is there twice', async () => {
    const { body, onImport } = await drawDesk(checked({ items: [item('supplements'), item('present')] }));
    expect(body.textContent).toContain('将补入附页');
    await click(named('button', '导入 1 件'));
    expect(onImport).toHaveBeenCalled();
    const [itemId, double] = ['E20261123-0001', '0002-1a2b3c4d'];
    const supplemented = [{ itemId, addenda: [double, '0003'], doubled: [double] }];
    const outcome = { imported: [], present: [], restored: [], supplemented, refused: [] };
    const { onOpen } = await drawDesk({ name: 'bundle.zip', phase: 'done', outcome });
    expect(body.textContent).toContain('E20261123-0001 补入附页 0002-1a2b3c4d、0003');
    expect(body.textContent).toContain('附页 0002-1a2b3c4d 与本库的附页编号相同、内容不同，两份都保留');
    await click(named('button', '打开证据'));
    expect(onOpen).toHaveBeenCalledWith(itemId);
  });
});
