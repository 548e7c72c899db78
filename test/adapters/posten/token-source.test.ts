import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ServiceUnreachable } from '../../../main/ports/signing-service.ts';
import { createdXml, order } from './support/orders.ts';
import { openPostenRoom, type PostenRoom } from './support/posten-room.ts';
import { type ScriptedServer, startScriptedServer } from './support/scripted-server.ts';

let room: PostenRoom;
let tokens: ScriptedServer;
let clock: number;
let given: number;

beforeAll(async () => {
  room = await openPostenRoom({ clients: 'nobody-asks' });
  const ordinary = await room.authority.issue({ subject: [{ CN: ['midp'] }], host: '127.0.0.1' });
  tokens = await startScriptedServer({
    certificate: ordinary.certificate,
    key: ordinary.key,
    ca: room.authority.pem,
  });
});
afterAll(async () => {
  await room.close();
  await tokens.close();
});
beforeEach(() => {
  clock = Date.parse('2026-11-20T10:00:00Z');
  given = 0;
  room.server.seen.length = 0;
  tokens.seen.length = 0;
  tokens.answer(() => {
    given += 1;
    return { status: 200, body: JSON.stringify({ access_token: `token-${given}`, expires_in: 300 }) };
  });
  room.server.answer(() => ({ status: 204 }));
});

const open = () =>
  room.open({
    now: () => new Date(clock),
    token: {
      clientId: 'klient',
      brokerId: 'megler',
      url: `${tokens.origin}/oauth2/token`,
      anchors: [room.authority.pem],
    },
  });
const shown = () => room.server.seen.map(({ headers }) => headers.authorization);

test('the certificate fetches a token, and the token alone goes to the service', async () => {
  await open().confirm(`${room.root}/a`);
  expect(tokens.seen).toHaveLength(1);
  expect(tokens.seen[0]).toMatchObject({ method: 'POST', certified: true });
  expect(Object.fromEntries(new URLSearchParams(tokens.seen[0]?.body.toString()))).toEqual({
    grant_type: 'client_credentials',
    client_id: 'klient',
    scope: 'signering:megler',
    resource: room.server.origin,
  });
  expect(room.server.seen[0]).toMatchObject({
    certified: false,
    headers: { authorization: 'Bearer token-1' },
  });
});

test('a token serves until 30 seconds before its end', async () => {
  const service = open();
  await service.confirm(`${room.root}/a`);
  clock += 269_000;
  await service.confirm(`${room.root}/b`);
  clock += 1_000;
  await service.confirm(`${room.root}/c`);
  expect(shown()).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
});

test('calls at the same time share one token', async () => {
  const service = open();
  await Promise.all(['a', 'b', 'c'].map((name) => service.confirm(`${room.root}/${name}`)));
  expect(tokens.seen).toHaveLength(1);
});

test('a token that the service no longer takes is dropped, and the call made once more', async () => {
  room.server.answer(({ headers }) =>
    headers.authorization === 'Bearer token-2'
      ? { status: 200, body: createdXml('5', 'https://x/cancel') }
      : { status: 401 },
  );
  expect(await open().create(order())).toMatchObject({ serviceJobId: '5' });
  expect(shown()).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('the bundle of the second try is signed anew, by the clock of that moment', async () => {
  room.server.answer(() => ({ status: 401 }));
  tokens.answer(() => {
    clock += 60_000;
    return { status: 200, body: JSON.stringify({ access_token: 'token', expires_in: 300 }) };
  });
  await open()
    .create(order())
    .catch(() => undefined);
  expect(room.server.seen.map(({ body }) => signingTime(body))).toEqual([
    '2026-11-20T10:01:00.000Z',
    '2026-11-20T10:02:00.000Z',
  ]);
});

test('a second refusal is the answer', async () => {
  room.server.answer(() => ({ status: 401 }));
  await expect(open().confirm(`${room.root}/a`)).rejects.toMatchObject({ code: 'http-401' });
  expect(shown()).toHaveLength(2);
});

test.each([
  ['token-http-401', { status: 401 }],
  ['token-unreadable', { status: 200, body: '<html>' }],
  ['token-unreadable', { status: 200, body: '{"access_token":"","expires_in":5}' }],
])('without a token nothing is sent: %s', async (code, reply) => {
  tokens.answer(() => reply);
  const fault = await open()
    .create(order())
    .catch((caught: unknown) => caught);
  expect(fault).toBeInstanceOf(ServiceUnreachable);
  expect(fault).toMatchObject({ code });
  expect(room.server.seen).toEqual([]);
});

test('a token never goes to an address outside the service', async () => {
  await expect(open().confirm('https://127.0.0.1:1/a')).rejects.toMatchObject({ code: 'address-elsewhere' });
  expect(room.server.seen).toEqual([]);
});

function signingTime(multipart: Buffer): string | undefined {
  const entries = unzipSync(multipart.subarray(multipart.indexOf('PK\u0003\u0004', 0, 'latin1')));
  const signature = Buffer.from(entries['META-INF/signatures.xml'] ?? []).toString('utf8');
  return /<SigningTime>([^<]+)</.exec(signature)?.[1];
}
