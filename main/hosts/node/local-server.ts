import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Language } from '../../../domain/preferences.ts';
import { STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { addressTexts } from '../../../texts/addresses.ts';
import type { Application } from '../../application/application.ts';
import { FileWithheld } from '../../ports/file-withheld.ts';
import { answerWithRange } from '../byte-range.ts';
import { fileHeaders, guardHeaders, withheldStatus } from '../page-policy.ts';
import type { FindPage } from '../renderer-files.ts';
import { streamEvents } from './event-stream.ts';
import { readBody } from './read-body.ts';
import { createTrust, type Trust } from './trust.ts';

/** Room for the longest list of recipients; bytes have a lane of their own. */
const ASK_LIMIT = 1_048_576;

export type LocalServer = {
  readonly port: number;
  /** A new one-time address that opens Segl. */
  enterUrl(): string;
  close(): Promise<void>;
};
type Site = {
  readonly app: Application;
  readonly findPage: FindPage;
  readonly trust: Trust;
  /** What a second start shows to be let in to the first; see `running.ts`. */
  readonly secret: string;
  readonly texts: () => (typeof addressTexts)['nb'];
};

/** Serves one application to a browser on this machine only. Port 0 picks a free one. */
export async function startLocalServer(parts: {
  readonly app: Application;
  readonly findPage: FindPage;
  readonly port: number;
  readonly secret: string;
  readonly language: () => Language;
  readonly log: (line: string) => void;
}): Promise<LocalServer> {
  const server = createServer();
  const port = await listen(server, parts.port);
  const trust = createTrust(port);
  const enterUrl = () => `http://127.0.0.1:${port}/enter?key=${trust.issueKey()}`;
  const { app, findPage, secret, language } = parts;
  const texts = () => addressTexts[language()];
  const site: Site = { app, findPage, trust, secret, texts };
  server.on('request', (request, response) => {
    answer(site, enterUrl, request, response).catch((fault: unknown) => {
      parts.log(`request failed: ${fault instanceof Error ? fault.message : String(fault)}`);
      if (response.headersSent) response.destroy();
      else plain(response, 500, texts().failed);
    });
  });
  return {
    port,
    enterUrl,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { app, findPage, trust, secret, texts }: Site,
  enterUrl: () => string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const t = texts();
  const method = request.method ?? '';
  const url = URL.parse(request.url ?? '', 'http://127.0.0.1');
  if (url === null) return plain(response, 404, t.notFound);
  const path = url.pathname;

  if (path === '/again' && method === 'POST') {
    // For a second start of the program, which sends the secret; a request with an `Origin` comes from a browser.
    const mayAsk =
      request.headers.origin === undefined && request.headers.authorization === `Bearer ${secret}`;
    return mayAsk ? plain(response, 200, enterUrl()) : plain(response, 403, t.noAccess);
  }
  if (trust.objection({ method, headers: request.headers })) return plain(response, 403, t.noAccess);
  if (path === '/enter' && method === 'GET') {
    const cookie = trust.exchange(url.searchParams.get('key') ?? '');
    if (!cookie && trust.seatOf(request.headers) === undefined) return plain(response, 403, t.notLetIn);
    return void response
      .writeHead(303, {
        ...guardHeaders,
        location: '/',
        'cache-control': 'no-store',
        ...(cookie && { 'set-cookie': cookie }),
      })
      .end();
  }
  const seat = trust.seatOf(request.headers);
  if (seat === undefined) return plain(response, 403, t.notLetIn);

  if (method === 'POST' && path.startsWith('/ask/'))
    return ask(app, path.slice('/ask/'.length), seat, request, response);
  if (method === 'PUT' && path === '/stage') {
    const bytes = await readBody(request, STAGE_LIMIT);
    if (bytes === 'too-large')
      return refuse(response, 413, { code: 'file-too-large', facts: { max: STAGE_LIMIT } });
    return json(response, 200, await app.stage(bytes));
  }
  if (method !== 'GET' && method !== 'HEAD') return plain(response, 404, t.notFound);
  if (path === '/events' && method === 'GET') return streamEvents(app, seat, response);
  if (path.startsWith('/files/')) return sendFile(app, `${path}${url.search}`, seat, t, request, response);

  const page = findPage(path);
  if (!page) return plain(response, 404, t.notFound);
  response.writeHead(200, {
    ...guardHeaders,
    'content-type': page.mime,
    'content-length': page.bytes.byteLength,
    'cache-control': page.lasting ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(method === 'HEAD' ? undefined : page.bytes);
}

async function ask(
  app: Application,
  name: string,
  seat: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, ASK_LIMIT);
  if (body === 'too-large') return refuse(response, 413, { code: 'invalid-input', facts: { field: 'body' } });
  let input: unknown;
  try {
    input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return refuse(response, 400, { code: 'invalid-input', facts: { field: 'body' } });
  }
  return json(response, 200, await app.ask(name, input, seat));
}

async function sendFile(
  app: Application,
  path: string,
  seat: string,
  t: (typeof addressTexts)['nb'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await app.serveFile(path, seat).catch((fault: unknown) => {
    if (fault instanceof FileWithheld) return fault;
    throw fault;
  });
  if (file instanceof FileWithheld)
    return plain(response, withheldStatus[file.reason], t.withheld[file.reason]);
  if (!file) return plain(response, 404, t.fileNotFound);
  const headers = { ...guardHeaders, ...fileHeaders(file) };
  if (request.headers['if-none-match'] === headers.etag) return void response.writeHead(304, headers).end();
  const part = answerWithRange(file.bytes, request.headers.range);
  response.writeHead(part.status, {
    ...headers,
    ...part.headers,
    'content-length': part.bytes.byteLength,
  });
  response.end(request.method === 'HEAD' ? undefined : part.bytes);
}

const refuse = (response: ServerResponse, status: number, refusal: RefusalView) =>
  json(response, status, { ok: false, refusal });

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    ...guardHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...guardHeaders,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(text);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      // A server without a pipe name listens on an address with a port.
      if (address !== null && typeof address !== 'string') resolve(address.port);
      else reject(new Error('the server listens on no port'));
    });
  });
}
