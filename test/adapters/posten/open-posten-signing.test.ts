import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ServiceRefusal, ServiceUnreachable } from '../../../main/ports/signing-service.ts';
import { faultOf, xml } from './support/fault-of.ts';
import { createdXml, errorXml, firstPerson, order, signer, smallPdf } from './support/orders.ts';
import { municipality, openPostenRoom, type PostenRoom } from './support/posten-room.ts';
import type { Reply } from './support/scripted-server.ts';

let room: PostenRoom;
beforeAll(async () => {
  room = await openPostenRoom();
});
afterAll(async () => await room.close());
beforeEach(() => {
  room.server.seen.length = 0;
});
const says = (reply: Reply) => room.server.answer(() => reply);

describe('create', () => {
  test('sends the request and the bundle as two nameless parts, over our certificate', async () => {
    says({
      status: 200,
      headers: xml,
      body: createdXml('77', `${room.root}/portal/signature-jobs/77/cancel`),
    });
    expect(await room.open().create(order())).toEqual({
      serviceJobId: '77',
      cancellationUrl: `${room.root}/portal/signature-jobs/77/cancel`,
    });
    const [call] = room.server.seen;
    expect(call).toMatchObject({
      method: 'POST',
      url: `/api/${municipality}/portal/signature-jobs`,
      certified: true,
      headers: { accept: 'application/xml', 'user-agent': expect.stringMatching(/^segl-posten-client\//) },
    });
    const boundary = /^multipart\/mixed; boundary=(.+)$/.exec(call?.headers['content-type'] ?? '')?.[1];
    const parts = call?.body.toString('latin1').split(`--${boundary}`) ?? [];
    expect(parts).toHaveLength(4);
    expect(parts[1]).toMatch(/^\r\nContent-Type: application\/xml\r\n\r\n<\?xml.*<polling-queue>arkiv</);
    const zip =
      parts[2]?.replace(/^\r\nContent-Type: application\/octet-stream\r\n\r\n/, '').slice(0, -2) ?? '';
    const entries = unzipSync(Buffer.from(zip, 'latin1'));
    expect(Buffer.from(entries['0000_dokument.pdf'] ?? [])).toEqual(Buffer.from(smallPdf));
    expect(Buffer.from(entries['manifest.xml'] ?? []).toString()).toContain(firstPerson);
  });

  test('takes any 2xx for a yes', async () => {
    says({ status: 201, body: createdXml('78', 'https://x/cancel') });
    expect(await room.open().create(order())).toMatchObject({ serviceJobId: '78' });
  });

  test('what the service would refuse is not sent', async () => {
    const fault = await faultOf(room.open().create(order({ signers: [signer(), signer()] })));
    expect(fault).toMatchObject({ code: 'signer-twice', httpStatus: 0 });
    expect(fault).toBeInstanceOf(ServiceRefusal);
    expect(room.server.seen).toEqual([]);
  });

  test('a redirect within the service is followed with the same request, one that leads elsewhere is not', async () => {
    room.server.answer(({ url }) =>
      url.endsWith('/moved')
        ? { status: 200, body: createdXml('79', 'https://x/cancel') }
        : { status: 307, headers: { Location: '/moved' } },
    );
    expect(await room.open().create(order())).toMatchObject({ serviceJobId: '79' });
    expect(room.server.seen[1]?.body).toEqual(room.server.seen[0]?.body);
    says({ status: 307, headers: { Location: 'https://127.0.0.1:1/moved' } });
    expect(await faultOf(room.open().create(order()))).toMatchObject({ code: 'redirect-elsewhere' });
  });
});

test('the same over TLS 1.3', async () => {
  const newer = await openPostenRoom({ maxVersion: 'TLSv1.3' });
  newer.server.answer(() => ({ status: 200, body: createdXml('80', 'https://x/cancel') }));
  expect(await newer.open().create(order())).toMatchObject({ serviceJobId: '80' });
  expect(newer.server.seen[0]?.certified).toBe(true);
  await newer.close();
});

describe('credentials and anchors that are not fit for use', () => {
  test('are told before anything is sent', async () => {
    const withoutKey = room.open({
      credentials: { kind: 'pem', certificateChain: room.client.chain, key: '' },
    });
    expect(await faultOf(withoutKey.create(order()))).toMatchObject({ code: 'key-missing' });
    const production = room.open({ environment: 'production', trustFolder: '/nowhere' });
    expect(await faultOf(production.poll())).toMatchObject({ code: 'trust-anchors-missing' });
    expect(production.sealPolicy().anchors).toEqual([]);
  });
});

describe('poll', () => {
  const now = new Date('2026-11-20T10:00:00Z');

  const polled = async (reply: Reply) => {
    says(reply);
    return await room
      .open({ now: () => now, queue: 'arkiv nord/1' })
      .poll()
      .catch((fault: unknown) => fault);
  };

  const time = { 'X-Next-permitted-poll-time': '2026-11-20T11:10:00.000+01:00[Europe/Oslo]' };

  const message = `<portal-signature-job-status-change-response xmlns="http://signering.posten.no/schema/v1">
    <signature-job-id>1</signature-job-id><status>FAILED</status><confirmation-url>https://x/c</confirmation-url>
    <signatures><signature><status since="2026-11-20T10:00:00Z">REJECTED</status></signature></signatures>
    </portal-signature-job-status-change-response>`;

  test('asks the named queue', async () => {
    await polled({ status: 204, headers: time });
    expect(room.server.seen[0]?.url).toBe(
      `/api/${municipality}/portal/signature-jobs?polling_queue=arkiv%20nord%2F1`,
    );
  });

  const outcomes: [string, Reply, object][] = [
    [
      'nothing, with a time',
      { status: 204, headers: time },
      { kind: 'nothing', nextAt: '2026-11-20T10:10:00.000Z' },
    ],
    ['nothing, without a time', { status: 204 }, { kind: 'nothing', nextAt: '2026-11-20T10:10:00.000Z' }],
    [
      'a change, with a time',
      { status: 200, headers: time, body: message },
      { kind: 'change', nextAt: '2026-11-20T10:10:00.000Z' },
    ],
    [
      'a change, without a time',
      { status: 200, body: message },
      { kind: 'change', nextAt: '2026-11-20T10:00:00.000Z' },
    ],
    ['too soon', { status: 429, headers: time }, { kind: 'too-soon', nextAt: '2026-11-20T10:10:00.000Z' }],
    [
      'too many calls',
      { status: 429, headers: { DoSFilter: 'delayed' } },
      { kind: 'too-soon', nextAt: '2026-11-20T10:00:30.000Z' },
    ],
    [
      'too soon, with a time that cannot be read',
      { status: 429, headers: { 'X-Next-permitted-poll-time': 'soon' } },
      { kind: 'too-soon', nextAt: '2026-11-20T10:00:30.000Z' },
    ],
    [
      'an unreadable change',
      { status: 200, headers: time, body: 'hei' },
      { code: 'answer-unreadable', retryAt: '2026-11-20T10:10:00.000Z' },
    ],
    ['a fault without a word', { status: 500 }, { code: 'http-500' }],
    [
      'closed for two minutes',
      { status: 503, headers: { 'Retry-After': '120' } },
      { code: 'http-503', retryAt: '2026-11-20T10:02:00.000Z' },
    ],
    [
      'no',
      { status: 403, body: errorXml('BROKER_NOT_AUTHORIZED') },
      { code: 'BROKER_NOT_AUTHORIZED', httpStatus: 403 },
    ],
    ['silence', 'silence', { code: 'answer-timeout' }],
    ['half an answer', { half: '<a' }, { code: 'ECONNRESET' }],
    ['more than a megabyte', { status: 200, body: ' '.repeat(1_100_000) }, { code: 'answer-too-large' }],
  ];

  test.each(outcomes)('%s', async (_, reply, expected) => {
    expect(await polled(reply)).toMatchObject(expected);
  });

  test('while the service blocks us no call is made', async () => {
    says({ status: 429 });
    let clock = now.getTime();
    const open = room.open({ now: () => new Date(clock) });
    await open.poll();
    expect(await open.poll()).toEqual({ kind: 'too-soon', nextAt: '2026-11-20T10:00:30.000Z' });
    expect(room.server.seen).toHaveLength(1);
    clock += 30_000;
    says({ status: 204, headers: time });
    expect(await open.poll()).toMatchObject({ kind: 'nothing' });
  });
});

describe('what follows a change', () => {
  test('the signed PDF comes as it is, by one accept line', async () => {
    says({ status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: smallPdf });
    expect(Buffer.from(await room.open().fetchSignedPdf(`${room.root}/x/pades`))).toEqual(
      Buffer.from(smallPdf),
    );
    expect(room.server.seen[0]?.headers.accept).toBe('application/octet-stream, application/xml');
  });

  test('something else than a PDF is not taken for the signed document', async () => {
    says({ status: 200, body: 'Just a moment …' });
    expect(await faultOf(room.open().fetchSignedPdf(`${room.root}/x/pades`))).toMatchObject({
      code: 'answer-unreadable',
    });
  });

  test('the signature comes as it is', async () => {
    says({ status: 200, headers: xml, body: '<LtvSdo/>' });
    expect(Buffer.from(await room.open().fetchSignature(`${room.root}/x/xades/1`)).toString()).toBe(
      '<LtvSdo/>',
    );
  });

  test.each([200, 204, 404, 410])('a confirmation answered by %i is done', async (status) => {
    says({ status });
    await room.open().confirm(`${room.root}/x/complete`);
    expect(room.server.seen[0]).toMatchObject({ method: 'POST', headers: { 'content-length': '0' } });
  });

  test('a confirmation that meets a fault can be repeated', async () => {
    says('hang-up');
    const fault = await faultOf(room.open().confirm(`${room.root}/x/complete`));
    expect(fault).toBeInstanceOf(ServiceUnreachable);
  });

  test.each([
    [200, 'cancelled'],
    [204, 'cancelled'],
    [404, 'too-late'],
    [409, 'too-late'],
    [410, 'too-late'],
  ])('a cancellation answered by %i is %s', async (status, outcome) => {
    says({ status });
    expect(await room.open().cancel(`${room.root}/x/cancel`)).toBe(outcome);
  });

  test('documents are deleted, and may be gone already', async () => {
    for (const status of [204, 404]) {
      says({ status });
      await room.open().deleteDocuments(`${room.root}/x/delete-documents`);
      expect(room.server.seen.at(-1)?.method).toBe('DELETE');
    }
    says({ status: 400, body: errorXml('TOO_EARLY') });
    expect(await faultOf(room.open().deleteDocuments(`${room.root}/x`))).toMatchObject({ code: 'TOO_EARLY' });
  });

  test('an address that is not https is never called', async () => {
    expect(await faultOf(room.open().confirm('http://127.0.0.1/x'))).toMatchObject({
      code: 'address-not-https',
    });
    expect(await faultOf(room.open().confirm('nonsense'))).toMatchObject({ code: 'address-not-https' });
  });

  test('an idle connection that the server has closed is not the caller’s trouble', async () => {
    let calls = 0;
    room.server.answer(() => {
      calls += 1;
      return calls === 2 ? 'hang-up' : { status: 204 };
    });
    const open = room.open();
    await open.confirm(`${room.root}/a`);
    await open.confirm(`${room.root}/b`);
    expect(room.server.seen.map(({ url }) => url.slice(-1))).toEqual(['a', 'b', 'b']);
  });
});

test('the log tells what was called and how it went, and nothing about persons', async () => {
  const lines: string[] = [];
  says({ status: 400, body: errorXml('X', firstPerson) });
  await faultOf(room.open({ log: (line) => lines.push(line) }).create(order()));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^posten POST \/api\/\d{9}\/portal\/signature-jobs: 400, \d+ bytes, \d+ ms$/);
});
