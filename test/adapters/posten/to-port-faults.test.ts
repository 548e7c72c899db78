import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AnswerLost, ServiceRefusal, ServiceUnreachable } from '../../../main/ports/signing-service.ts';
import { faultOf, xml } from './support/fault-of.ts';
import { errorXml, firstPerson, order } from './support/orders.ts';
import { openPostenRoom, type PostenRoom, service } from './support/posten-room.ts';
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

describe('creating a job that fails', () => {
  test("the service's own no keeps its code, known or not, and loses identity numbers", async () => {
    says({ status: 400, headers: xml, body: errorXml('SOMETHING_NEW', `the number ${firstPerson} is odd`) });
    const fault = await faultOf(room.open().create(order()));
    expect(fault).toBeInstanceOf(ServiceRefusal);
    expect(fault).toMatchObject({
      code: 'SOMETHING_NEW',
      httpStatus: 400,
      message: 'the number ●●●●●●●●●●● is odd',
    });
  });

  test('a no without an error document is named by its status', async () => {
    says({ status: 413, body: '<html>too large' });
    expect(await faultOf(room.open().create(order()))).toMatchObject({ code: 'http-413', httpStatus: 413 });
  });

  const lost: [string, Reply][] = [
    ['the connection ends', 'hang-up'],
    ['no answer comes', 'silence'],
    ['the answer breaks off', { half: '<portal-signature-job-response' }],
    ['a 500 comes without a word', { status: 500 }],
    ['a 503 comes with an error document', { status: 503, body: errorXml('CLOSED') }],
    ['a 200 cannot be read', { status: 200, body: '<html>Welcome</html>' }],
    ['a 200 is empty', { status: 200 }],
  ];

  test.each(lost)('the answer is lost when %s', async (_, reply) => {
    says(reply);
    expect(await faultOf(room.open().create(order()))).toBeInstanceOf(AnswerLost);
    expect(room.server.seen).toHaveLength(1);
  });

  test('a rate limit certainly took nothing, and says when to come back', async () => {
    says({ status: 429, headers: { DoSFilter: 'delayed' } });
    const now = new Date('2026-11-20T10:00:00Z');
    const open = room.open({ now: () => now });
    const fault = await faultOf(open.create(order()));
    expect(fault).toBeInstanceOf(ServiceUnreachable);
    expect(fault).toMatchObject({ code: 'rate-limited', retryAt: '2026-11-20T10:00:30.000Z' });
    await faultOf(open.confirm(`${room.root}/x`));
    expect(room.server.seen).toHaveLength(1);
  });

  test('a refused connection certainly took nothing', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const open = room.open({
      environment: {
        apiRoot: `https://127.0.0.1:${port}/api`,
        anchors: [room.authority.pem],
        serverOrganisation: service,
      },
    });
    const fault = await faultOf(open.create(order()));
    expect(fault).toBeInstanceOf(ServiceUnreachable);
    expect(fault).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('a server that never finishes the handshake certainly took nothing', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const open = room.open({
      environment: {
        apiRoot: `https://127.0.0.1:${port}/api`,
        anchors: [room.authority.pem],
        serverOrganisation: service,
      },
      timeouts: { connectMs: 100 },
    });
    expect(await faultOf(open.create(order()))).toMatchObject({ code: 'connect-timeout' });
    mute.close();
  });

  test('a server with the certificate of another organisation is told nothing', async () => {
    const open = room.open({
      environment: {
        apiRoot: `${room.server.origin}/api`,
        anchors: [room.authority.pem],
        serverOrganisation: '999999999',
      },
    });
    const fault = await faultOf(open.create(order()));
    expect(fault).toBeInstanceOf(ServiceUnreachable);
    expect(fault).toMatchObject({ code: 'server-not-recognised' });
    expect(room.server.seen).toEqual([]);
  });
});
