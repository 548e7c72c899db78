import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { CDPSession, Page } from '@playwright/test';

/** Something that went to the window. */
export type Said = { readonly where: string; readonly bytes: Buffer };
export type Recorder = {
  /** Opens the same as `url`, past the recorder. */
  readonly url: string;
  readonly said: Said[];
  close(): Promise<void>;
};

/** Stands between a browser and the program at `url`, and keeps every byte that the program sends, headers too. */
export async function recordServer(url: string): Promise<Recorder> {
  const target = new URL(url);
  const said: Said[] = [];
  const server = createServer((asked, answered) => {
    const headers: IncomingHttpHeaders = { ...asked.headers, host: target.host };
    if (headers.origin !== undefined) headers.origin = target.origin;
    const onward = request(
      { host: target.hostname, port: target.port, method: asked.method, path: asked.url, headers },
      (reply) => {
        const where = `${asked.method} ${asked.url}`;
        said.push({ where: `${where} (head)`, bytes: Buffer.from(reply.rawHeaders.join('\n')) });
        answered.writeHead(reply.statusCode ?? 500, reply.headers);
        answered.flushHeaders();
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => {
          parts.push(part);
          // A stream of events ends with the window, so that each part of it counts by itself.
          if (asked.url === '/events') said.push({ where, bytes: part });
          answered.write(part);
        });
        reply.on('end', () => {
          said.push({ where, bytes: Buffer.concat(parts) });
          answered.end();
        });
      },
    );
    onward.on('error', () => answered.destroy());
    answered.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the recorder listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}${target.pathname}${target.search}`,
    said,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** What the browser itself says it was given for this page: bodies, addresses with their headers, and events. */
export async function recordBrowser(page: Page): Promise<{ readonly said: Said[]; settle(): Promise<void> }> {
  const said: Said[] = [];
  const session: CDPSession = await page.context().newCDPSession(page);
  const waiting = new Set<Promise<unknown>>();
  const addresses = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    addresses.set(requestId, response.url);
    said.push({ where: `${response.url} (head)`, bytes: Buffer.from(JSON.stringify(response.headers)) });
  });
  session.on('Network.loadingFinished', ({ requestId }) => {
    const body = session
      .send('Network.getResponseBody', { requestId })
      .then((got) => {
        const bytes = Buffer.from(got.body, got.base64Encoded ? 'base64' : 'utf8');
        said.push({ where: addresses.get(requestId) ?? requestId, bytes });
      })
      // A body that the browser no longer holds, as of a page that has been left: the server's side has it.
      .catch(() => undefined)
      .finally(() => waiting.delete(body));
    waiting.add(body);
  });
  session.on('Network.eventSourceMessageReceived', ({ data }) => {
    said.push({ where: 'event', bytes: Buffer.from(data) });
  });
  await session.send('Network.enable', { maxTotalBufferSize: 100_000_000 });
  return {
    said,
    settle: async () => {
      await Promise.all(waiting);
    },
  };
}
