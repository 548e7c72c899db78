import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostenConfig } from '../../../main/adapters/posten/posten-config.ts';
import { day, type Issued, openTestAuthority, seid2, serverAuth } from './support/certificates.ts';
import { errorXml, firstPerson } from './support/orders.ts';
import { municipality, openPostenRoom, type PostenRoom, service } from './support/posten-room.ts';
import type { Reply } from './support/scripted-server.ts';

let room: PostenRoom;
const raw: Server[] = [];
beforeAll(async () => {
  room = await openPostenRoom();
});
afterAll(async () => {
  for (const server of raw) server.close();
  await room.close();
});

const report = async (change: Partial<PostenConfig> = {}) =>
  await room.open({ now: () => new Date(), ...change }).testConnection();
const reportOn = async (reply: Reply, change: Partial<PostenConfig> = {}) => {
  room.server.answer(() => reply);
  return await report(change);
};
const at = (apiRoot: string, change: object = {}): Partial<PostenConfig> => ({
  environment: { apiRoot, anchors: [room.authority.pem], serverOrganisation: service, ...change },
});
const pem = (issued: Issued): Partial<PostenConfig> => ({
  credentials: { kind: 'pem', certificateChain: issued.chain, key: issued.key },
});

/** A server that answers the first bytes of a handshake by a TLS alert. */
async function alerting(code: number): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, code])));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  raw.push(server);
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

describe('the connection test', () => {
  test('works: says who the service takes us for and when the certificate ends', async () => {
    const found = await reportOn({
      status: 200,
      headers: { 'Content-Type': 'text/plain' },
      body: 'Du er Prøve kommune\n',
    });
    expect(found).toMatchObject({ outcome: 'works', organisation: 'Du er Prøve kommune' });
    expect(Date.parse(found.certificateExpiresAt ?? '')).toBeGreaterThan(Date.now() + 300 * day);
    expect(room.server.seen.at(-1)).toMatchObject({ method: 'GET', url: `/api/${municipality}` });
  });

  test('no network: nobody answers at the address', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const found = await report(at(`https://127.0.0.1:${port}/api`));
    expect(found.outcome).toBe('no-network');
    expect(found.detail).toContain('ECONNREFUSED');
  });

  test('no network: the connection never comes about', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    raw.push(mute);
    const { port } = mute.address() as AddressInfo;
    const found = await report({ ...at(`https://127.0.0.1:${port}/api`), timeouts: { connectMs: 100 } });
    expect(found).toMatchObject({
      outcome: 'no-network',
      detail: expect.stringContaining('connect-timeout'),
    });
  });

  test('TLS refused: the service ends the connection when it has seen a certificate from elsewhere', async () => {
    const stranger = await (await openTestAuthority('Another CA')).issue({ subject: seid2(municipality) });
    expect((await reportOn({ status: 200 }, pem(stranger))).outcome).toBe('tls-refused');
  });

  test.each([
    ['tls-refused', 40],
    ['tls-refused', 46],
    ['wrong-environment', 48],
    ['certificate-expired', 45],
    ['wrong-certificate-kind', 43],
  ])('%s: the handshake ends by alert %i', async (outcome, code) => {
    const found = await report(at(await alerting(code)));
    expect(found.outcome).toBe(outcome);
    expect(found.detail).toMatch(/ALERT/);
  });

  test('server not recognised: its chain ends elsewhere', async () => {
    const other = await openTestAuthority('Another CA');
    const found = await report(at(`${room.server.origin}/api`, { anchors: [other.pem] }));
    expect(found.outcome).toBe('server-not-recognised');
  });

  test('server not recognised: it belongs to another organisation', async () => {
    const found = await report(at(`${room.server.origin}/api`, { serverOrganisation: '999999999' }));
    expect(found).toMatchObject({
      outcome: 'server-not-recognised',
      detail: expect.stringContaining('984661185'),
    });
  });

  test('server not recognised: the trusted certificates of the environment are not there', async () => {
    expect(await report({ environment: 'difitest', trustFolder: '/nowhere' })).toMatchObject({
      outcome: 'server-not-recognised',
      detail: 'trust-anchors-missing: no certificates in resources/trust/difitest',
    });
  });

  test.each([
    ['certificate-missing', { kind: 'pem', certificateChain: '', key: '' }],
    ['not-pkcs12', { kind: 'pkcs12', bytes: Buffer.from('hei'), passphrase: '' }],
  ] as const)('certificate missing: %s', async (detail, credentials) => {
    expect(await report({ credentials })).toMatchObject({
      outcome: 'certificate-missing',
      detail: expect.stringContaining(detail),
    });
  });

  test('wrong certificate kind: it is for encryption, or for servers', async () => {
    const encryption = await room.authority.issue({ subject: seid2(municipality), keyUsage: 0x04 });
    const server = await room.authority.issue({ subject: seid2(municipality), extendedUsage: [serverAuth] });
    expect(await report(pem(encryption))).toMatchObject({
      outcome: 'wrong-certificate-kind',
      detail: 'not-for-signatures',
    });
    expect(await report(pem(server))).toMatchObject({
      outcome: 'wrong-certificate-kind',
      detail: 'not-for-clients',
    });
  });

  test('certificate expired, or not valid yet', async () => {
    const old = await room.authority.issue({
      subject: seid2(municipality),
      notAfter: new Date(Date.now() - 3_600_000),
    });
    const young = await room.authority.issue({
      subject: seid2(municipality),
      notBefore: new Date(Date.now() + day),
    });
    expect((await report(pem(old))).outcome).toBe('certificate-expired');
    expect((await report(pem(young))).outcome).toBe('certificate-expired');
  });

  test('wrong environment: a test certificate in production, a real one in the test environment', async () => {
    const trustFolder = mkdtempSync(join(tmpdir(), 'segl-trust-'));
    for (const name of ['production', 'difitest']) {
      mkdirSync(join(trustFolder, name));
      writeFileSync(join(trustFolder, name, 'root.pem'), room.authority.pem);
    }
    const test4 = await (await openTestAuthority('Buypass Class 3 Test4 CA G2')).issue({
      subject: seid2(municipality),
    });
    const real = await (await openTestAuthority('Buypass Class 3 CA 3')).issue({
      subject: seid2(municipality),
    });
    const outcome = async (environment: 'production' | 'difitest', issued: Issued) =>
      (await report({ environment, trustFolder, ...pem(issued) })).outcome;
    expect(await outcome('production', test4)).toBe('wrong-environment');
    expect(await outcome('difitest', real)).toBe('wrong-environment');
    rmSync(trustFolder, { recursive: true });
  });

  test('not authorised, or not for this sender', async () => {
    const words = `no access for ${firstPerson}`;
    expect(await reportOn({ status: 403, body: errorXml('NOT_AUTHORIZED', words) })).toMatchObject({
      outcome: 'not-authorised',
      detail: 'NOT_AUTHORIZED: no access for ●●●●●●●●●●●',
    });
    expect((await reportOn({ status: 400, body: errorXml('BROKER_NOT_AUTHORIZED') })).outcome).toBe(
      'broker-not-authorised',
    );
    expect((await reportOn({ status: 403, body: 'Forbidden' })).outcome).toBe('not-authorised');
  });

  test.each([-60, 60])('clock off: the service and we are %i seconds apart', async (seconds) => {
    const found = await reportOn(
      { status: 200, body: 'Prøve kommune' },
      { now: () => new Date(Date.now() + seconds * 1_000) },
    );
    expect(found.outcome).toBe('clock-off');
    expect(Math.abs(Number.parseInt(found.detail, 10) - seconds)).toBeLessThan(5);
  });

  test.each<[string, Reply]>([
    ['a 500', { status: 500 }],
    ['a code nobody knows', { status: 400, body: errorXml('ODD') }],
    ['silence', 'silence'],
    ['a redirect elsewhere', { status: 302, headers: { Location: 'https://example.invalid/' } }],
  ])('service fault: %s', async (_, reply) => {
    expect((await reportOn(reply)).outcome).toBe('service-fault');
  });
});
