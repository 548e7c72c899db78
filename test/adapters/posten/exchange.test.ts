import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { PostenConfig } from '../../../main/adapters/posten/posten-config.ts';
import { openTestAuthority, serverAuth } from './support/certificates.ts';
import { openPostenRoom } from './support/posten-room.ts';

/** A real proxy on loopback: CONNECT only, and no more than that. */
async function openProxy(refuse?: number) {
  const asked: string[] = [];
  const authorisations: (string | undefined)[] = [];
  const server: Server = createServer((_request, response) => void response.writeHead(405).end());
  server.on('connect', (request, client, head) => {
    asked.push(request.url ?? '');
    authorisations.push(request.headers['proxy-authorization']);
    if (refuse !== undefined) return void client.end(`HTTP/1.1 ${refuse} No\r\n\r\n`);
    const { hostname, port } = new URL(`http://${request.url}`);
    const upstream = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, port, asked, authorisations };
}
const through = (address: string): Partial<PostenConfig> => ({ findProxy: async () => address });
async function openRoom() {
  const room = await openPostenRoom();
  onTestFinished(room.close);
  return room;
}

test('the service is reached through a proxy, with our certificate, and recognised by its own', async () => {
  const [room, proxy] = [await openRoom(), await openProxy()];
  room.server.answer(() => ({ status: 200, body: 'Prøvevik' }));
  const service = room.open(through(proxy.address));
  expect(await service.testConnection()).toMatchObject({ outcome: 'works' });
  expect(await service.testConnection()).toMatchObject({ outcome: 'works' });
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(room.root).host]));
  expect(room.server.seen.at(-1)?.certified).toBe(true);
});
test('a name and password of the proxy are given to the proxy', async () => {
  const [room, proxy] = [await openRoom(), await openProxy()];
  await room.open(through(`http://kari:hemmelig@127.0.0.1:${proxy.port}`)).testConnection();
  expect(proxy.authorisations[0]).toBe(`Basic ${Buffer.from('kari:hemmelig').toString('base64')}`);
});
test.each([407, 403, 502])('a proxy that answers %i is named as what stands in the way', async (status) => {
  const [room, proxy] = [await openRoom(), await openProxy(status)];
  expect(await room.open(through(proxy.address)).testConnection()).toMatchObject({
    outcome: 'proxy-refused',
  });
  expect(room.server.seen).toHaveLength(0);
});
test('a proxy that does not answer, or is of no use, is never gone round', async () => {
  const room = await openRoom();
  expect(await room.open(through('http://127.0.0.1:9')).testConnection()).toMatchObject({
    outcome: 'no-network',
  });
  const unusable = { findProxy: () => Promise.reject(new Error('SOCKS5 proxy:1080')) };
  expect(await room.open(unusable).testConnection()).toMatchObject({ outcome: 'proxy-refused' });
  expect(room.server.seen).toHaveLength(0);
});
test('a proxy that opens the traffic is not taken for the service: our own anchors still decide', async () => {
  const room = await openRoom();
  const other = await openPostenRoom();
  onTestFinished(other.close);
  // It says yes, and leads to another server with a well-formed certificate of another authority.
  const server = createServer();
  server.on('connect', (_request, client) => {
    const upstream = connect(Number(new URL(other.root).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const { outcome } = await room.open(through(`http://127.0.0.1:${port}`)).testConnection();
  expect(['server-not-recognised', 'tls-refused']).toContain(outcome);
  expect(other.server.seen).toHaveLength(0);
});

test.skipIf(process.platform !== 'linux')(
  'an ordinary host is recognised by the authorities of the operating system; the service’s own anchors are not widened',
  async () => {
    const authority = await openTestAuthority();
    const issued = await authority.issue({ subject: [{ CN: ['localhost'] }], extendedUsage: [serverAuth] });
    const server = createHttps({ cert: issued.certificate, key: issued.key }, (_request, response) => {
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = mkdtempSync(join(tmpdir(), 'segl-ca-'));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const [ca, program] = [join(folder, 'ca.pem'), join(folder, 'ask.ts')];
    writeFileSync(ca, authority.pem);
    const { port } = server.address() as AddressInfo;
    const exchange = new URL('../../../main/adapters/posten/exchange.ts', import.meta.url).href;
    writeFileSync(
      program,
      `import { openExchange } from ${JSON.stringify(exchange)};
       const ask = async (tls) => {
         const exchange = openExchange(tls);
         const call = { method: 'GET', url: 'https://localhost:${port}/', headers: {}, connectMs: 5000, responseMs: 5000, maxBytes: 100 };
         console.log(await exchange.send(call).then(({ status }) => status, (fault) => fault.code));
         exchange.close();
       };
       await ask({ recognise: 'host-name' });
       await ask({ recognise: 'host-name', anchors: [] });`,
    );
    const ask = (env: NodeJS.ProcessEnv) =>
      promisify(execFile)(process.execPath, [program], { env: { ...process.env, ...env } });
    expect((await ask({ SSL_CERT_FILE: ca })).stdout.split('\n')[0]).toBe('200');
    expect((await ask({ SSL_CERT_FILE: ca })).stdout.split('\n')[1]).toMatch(/CERT|VERIFY/);
    expect((await ask({ SSL_CERT_FILE: '/dev/null' })).stdout.split('\n')[0]).toMatch(/CERT|VERIFY/);
  },
);
