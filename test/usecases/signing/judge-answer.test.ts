import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NotJudged } from '../../../main/ports/pdf-workshop.ts';
import { encrypt, makePdf, makeSigning, signWith } from '../../adapters/pdf/make-pdf.ts';
import { ingrid, olav, openDesk } from '../../support/desk.ts';
import { expectWaiting, misledDesk } from '../../support/erring-service.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { sender } from '../../support/shared-certificates.ts';

let room: Awaited<ReturnType<typeof openMemoryRoom>>;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('a document that is not the answer is stored, put in a basket and left unconfirmed', () => {
  const signedByAnotherJob = async (): Promise<Uint8Array> => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({ title: 'En annen avtale' });
    const { id } = await desk.sent(entryId);
    await desk.act(id, ingrid, 'sign');
    let kept = new Uint8Array();
    const keeping = await misledDesk(desk, {
      pdf: (right) => {
        kept = right.slice();
        return right;
      },
    });
    await keeping.receive();
    return kept;
  };
  const other = () => makePdf(['Noe ganske annet']);
  const certificates = {
    'our own client certificate': async () => room.certificates.issueEnterprise(sender),
    'the certificate of a foreign organisation': async () =>
      room.certificates.issueEnterprise({ number: '974760673', name: 'Fremmed AS' }),
    'a certificate for key encipherment only': async () =>
      room.certificates.issueEnterprise(
        { number: '984661185', name: 'Tjenesten' },
        { keyUsage: 'keyEncipherment' },
      ),
    'the TLS certificate of the service': async () => room.certificates.server,
  };

  test.each<[string, readonly string[], () => Promise<Uint8Array>]>([
    ['of another job', ['other-document'], signedByAnotherJob],
    ...Object.entries(certificates).map(
      ([name, issue]): [string, readonly string[], () => Promise<Uint8Array>] => [
        `sealed with ${name}`,
        ['seal-not-accepted', 'other-document'],
        async () => signWith(await issue(), await other(), room.now()),
      ],
    ),
    [
      'sealed by a stranger',
      ['seal-not-accepted', 'other-document'],
      async () => (await makeSigning('Fremmed AS')).sign(await other()),
    ],
    ['unsigned', ['unsigned', 'other-document'], () => other()],
    ['encrypted', ['unreadable'], async () => encrypt(await makePdf(['Noe']), 'passord')],
    ['HTML', ['unreadable'], async () => new TextEncoder().encode('<html><h1>Logg inn</h1></html>')],
    ['nothing', ['no-document'], async () => new Uint8Array()],
  ])('%s', async (_, doubts, other) => {
    const wrong = await other();
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'sign');
    const misled = await misledDesk(desk, { pdf: () => wrong });
    expect(await misled.receive()).toBe(1);
    await expectWaiting(misled, jobId, doubts);
  });
});

describe('a change that tells of the wrong people', () => {
  test('is not booked on ours, also where only one was asked', async () => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready());
    await desk.act(jobId, ingrid, 'reject');
    const misled = await misledDesk(desk, {
      change: (right) => ({
        ...right,
        signers: right.signers.map((signer) => ({ ...signer, identityNumber: olav.identityNumber })),
      }),
    });
    await misled.receive();
    expect((await misled.job(jobId)).signers).toMatchObject([{ name: ingrid.name, state: 'waiting' }]);
    await expectWaiting(misled, jobId, ['other-people']);
  });

  test.each(['waiting', 'unknown'] as const)('says that all is signed while one is %s', async (state) => {
    const desk = await openDesk(room);
    const { id: jobId } = await desk.sent(await desk.ready(), desk.order([ingrid, olav]));
    await desk.act(jobId, ingrid, 'sign');
    await desk.act(jobId, olav, 'sign');
    const misled = await misledDesk(desk, {
      change: (right) => ({
        ...right,
        signers: right.signers.map((signer, position) => (position === 0 ? signer : { ...signer, state })),
      }),
    });
    await misled.receive();
    await expectWaiting(misled, jobId, ['signers-unfinished']);
  });
});

describe('a fault of our own', () => {
  test.each([
    ['no time or memory to judge', new NotJudged('the worker went away')],
    ['an unexpected fault', new Error('EIO')],
  ])('%s is tried again, never a verdict', async (_, fault) => {
    const right = await openDesk(room);
    const { id: jobId } = await right.sent(await right.ready());
    await right.act(jobId, ingrid, 'sign');
    const tired = await openDesk(room, {
      kept: right.kept,
      needs: { pdf: { ...room.pdf, verify: () => Promise.reject(fault) } },
    });
    await tired.receive();
    expect(await tired.job(jobId)).toMatchObject({ state: 'inProgress', lastFault: { code: 'receiving' } });
    expect(await tired.read.findAnswerOf(jobId)).toBeUndefined();
    expect(await tired.read.receivedOf(jobId)).toEqual([]);
    expect(tired.lines.join()).toContain(fault.message);
    await room.pass(601);
    await right.receive();
    expect(await right.answerOf(jobId)).toMatchObject({ verified: true });
  });
});
