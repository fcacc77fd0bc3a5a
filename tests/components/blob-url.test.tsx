// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { useBlobUrl } from '../../components/ui/use-blob-url.ts';
import { draw } from './draw.ts';

it('shows no address that it has revoked when the same picture is wanted again', async () => {
  vi.stubGlobal('reportError', (error: unknown) => expect.fail(String(error)));
  const revoked = new Set<string>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${crypto.randomUUID()}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void revoked.add(url));
  const shown: (string | undefined)[] = [];
  let load = async (): Promise<Blob | null> => new Blob(['picture']);
  const Picture = ({ name }: { name: string | null }) => {
    const url = useBlobUrl(name, () => load());
    if (name !== null) shown.push(url && revoked.has(url) ? 'broken' : url);
    return <p>{url}</p>;
  };
  await draw(<Picture name="view" />);
  await vi.waitFor(() => expect(shown.at(-1)).toMatch(/^blob:/));
  await draw(<Picture name={null} />);
  load = () => new Promise(() => {});
  await draw(<Picture name="view" />);
  expect(shown).not.toContain('broken');
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
