import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DavServer {
  server: Server;
  /** With user and password. */
  url: string;
  /** By path. */
  files: Map<string, Buffer>;
  /** What was said of overwriting, one for each MOVE. */
  overwrites: (string | undefined)[];
  close(): void;
}

interface Faults {
  /** It answers success and keeps something else. */
  lies?: boolean;
  /** It refuses whatever would change or remove a file that is at its place. */
  locked?: boolean;
  /** It does not know `Overwrite: F`. */
  overwrites?: boolean;
  /** So many moves find their place locked by another machine. */
  busy?: number;
  /** The pool's folder is not there and cannot be made. */
  folderless?: boolean;
  /** What it answers every upload with. */
  full?: number;
}

/** A WebDAV server as small as the pool needs. */
export async function serveDav(faults: Faults = {}): Promise<DavServer> {
  const { lies = false, locked = false, folderless = false } = faults;
  let busy = faults.busy ?? 0;
  const files = new Map<string, Buffer>();
  const overwrites: (string | undefined)[] = [];
  const isFinal = (path: string) => locked && files.has(path) && !path.endsWith('.part');
  const listing = (folder: string) => {
    const below = [...files.keys()].filter((path) => path.startsWith(folder));
    const names = new Set(below.map((path) => path.slice(folder.length).replace(/\/.*/, '/')));
    const rows = [...names].map((name) => {
      const size = files.get(folder + name)?.length;
      const type = size === undefined ? '<D:resourcetype><D:collection/></D:resourcetype>' : '<D:resourcetype/>';
      const length = size === undefined ? '' : `<D:getcontentlength>${size}</D:getcontentlength>`;
      return `<D:response><D:href>${encodeURI(folder + name)}</D:href><D:propstat><D:prop>${type}${length}</D:prop></D:propstat></D:response>`;
    });
    return below.length === 0 ? null : `<D:multistatus xmlns:D="DAV:">${rows.join('')}</D:multistatus>`;
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://h').pathname);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const answer = (status: number, body?: Buffer | string) => void response.writeHead(status).end(body);
    if (request.headers.authorization !== `Basic ${btoa('office:pass')}`) return answer(401);
    const put = () => {
      if (isFinal(path)) return answer(403);
      files.set(path, lies ? Buffer.from('lost') : Buffer.concat(pieces));
      return answer(201);
    };
    const move = () => {
      const target = decodeURIComponent(new URL(String(request.headers.destination)).pathname);
      overwrites.push(request.headers.overwrite as string | undefined);
      if (isFinal(path) || isFinal(target)) return answer(files.has(target) ? 412 : 403);
      if (!files.has(path)) return answer(404);
      if (busy > 0) {
        busy -= 1;
        return answer(423);
      }
      if (!faults.overwrites && request.headers.overwrite === 'F' && files.has(target)) return answer(412);
      files.set(target, files.get(path)!);
      files.delete(path);
      return answer(201);
    };
    switch (request.method) {
      case 'MKCOL':
        return answer(folderless ? 403 : 201);
      case 'PUT':
        return faults.full ? answer(faults.full) : put();
      case 'MOVE':
        return move();
      case 'DELETE': {
        const below = [...files.keys()].filter((each) => path.endsWith('/') && each.startsWith(path));
        if (below.some(isFinal)) return answer(403);
        for (const each of below) files.delete(each);
        if (below.length) return answer(204);
        return isFinal(path) ? answer(403) : answer(files.delete(path) ? 204 : 404);
      }
      case 'GET':
      case 'HEAD':
        return files.has(path) ? answer(200, files.get(path)) : answer(404);
      case 'PROPFIND': {
        const body = listing(path);
        return body === null ? answer(404) : answer(207, body);
      }
      default:
        return answer(405);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    url: `http://office:pass@127.0.0.1:${port}/pool`,
    files,
    overwrites,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
