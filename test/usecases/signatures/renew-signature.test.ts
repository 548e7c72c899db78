import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentId, EntryId } from '../../../domain/basics.ts';
import { readTrustAnchors } from '../../../main/adapters/posten/read-certificate-files.ts';
import { openTimeStamps } from '../../../main/adapters/time-stamps/open-time-stamps.ts';
import { changeTimeStamps } from '../../../main/usecases/signatures/change-time-stamps.ts';
import { controlFiled, controlUncontrolled } from '../../../main/usecases/signatures/control-filed.ts';
import { listRenewals } from '../../../main/usecases/signatures/list-renewals.ts';
import { renewSignature } from '../../../main/usecases/signatures/renew-signature.ts';
import { type Desk, kari, must, odd, openDesk, rita } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { present } from '../../support/present.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import {
  type AuthorityFault,
  openAuthority,
  type TestAuthority,
} from '../../support/time-stamps/open-authority.ts';
import { answered } from '../signing/answered.ts';

let room: SigningRoom;
let authority: TestAuthority;
beforeAll(async () => {
  room = await openMemoryRoom();
  authority = await openAuthority({ now: () => room.now() });
});
afterAll(async () => {
  await authority.close();
  await room.close();
});

const needsOf = (desk: Desk) => ({
  ...desk.needs,
  about: { version: '0.0.0' },
  timeStamps: openTimeStamps(async () => undefined, 2_000),
  setup: { readAnchors: readTrustAnchors },
});

/** A filed answer, and an authority for time stamps unless it is left out. */
async function filedDesk(wish: { readonly withAuthority: boolean } = { withAuthority: true }) {
  const desk = await openDesk(room);
  const { jobId } = await answered(desk);
  await desk.receive();
  const { entry, documents } = await desk.filed(jobId);
  const documentId: DocumentId = present(documents[0]).id;
  const needs = needsOf(desk);
  if (wish.withAuthority)
    must(
      await changeTimeStamps(needs)(odd, {
        url: authority.url,
        user: '',
        secret: '',
        keepAnchors: [],
        anchorFiles: [Buffer.from(authority.anchor)],
      }),
    );
  const objects = async () => present((await desk.read.documentsOf(entry.id))[0]).objects;
  return { desk, needs, entryId: entry.id satisfies EntryId, documentId, objects };
}

describe('a filed signature', () => {
  test('is controlled in the background, and again by whoever works with it, each kept', async () => {
    const { desk, needs, entryId, documentId } = await filedDesk();
    await controlUncontrolled(needs)();
    const { control, isKept } = must(await controlFiled(needs)(odd, entryId, documentId));
    expect([control.report.word, isKept, control.isWorse]).toEqual(['holds', true, false]);
    expect(control.verdict?.isWhatWasSent.code).toBe('same-document');
    expect((await desk.read.controlsOf(documentId)).map(({ by }) => by)).toEqual([odd.name, 'Segl']);
    const rows = await desk.log(entryId);
    expect(rows.filter(({ code }) => code === 'signature-controlled').length).toBe(2);
    await controlUncontrolled(needs)();
    expect((await desk.read.controlsOf(documentId)).length).toBe(2);
  });

  test('is shown to one who only reads, and nothing is kept', async () => {
    const { desk, needs, entryId, documentId, objects } = await filedDesk();
    if (await desk.read.isFileSealed(present((await objects())[0]).sha256))
      expect(await controlFiled(needs)(rita, entryId, documentId)).toMatchObject({
        refusal: { code: 'not-allowed' },
      });
    else expect(must(await controlFiled(needs)(rita, entryId, documentId)).isKept).toBe(false);
    expect(await desk.read.controlsOf(documentId)).toEqual([]);
  });

  test('that turns out worse is told to the document centre, and the old control stays', async () => {
    const { desk, needs, entryId, documentId } = await filedDesk();
    must(await controlFiled(needs)(odd, entryId, documentId));
    const policy = { ...needs.signing.sealPolicy(), anchors: [authority.anchor] };
    const distrusting = { ...needs, signing: { ...needs.signing, sealPolicy: () => policy } };
    const { control } = must(await controlFiled(distrusting)(odd, entryId, documentId));
    expect([control.report.word, control.isWorse]).toEqual(['not-vouched', true]);
    expect(must(await listRenewals(needs)(odd)).worsened.map((one) => one.control.id)).toEqual([control.id]);
    expect((await desk.read.controlsOf(documentId)).map(({ report }) => report.word)).toEqual([
      'not-vouched',
      'holds',
    ]);
  });
});

describe('renewal', () => {
  test('files a new version with a time stamp around its evidence, and leaves what was signed', async () => {
    const { desk, needs, entryId, documentId, objects } = await filedDesk();
    const [before] = await objects();
    const signed = present(await desk.read.readFile(present(before).sha256));
    const control = must(await renewSignature(needs)(odd, entryId, documentId));
    const [renewed, original] = await objects();
    expect(original).toEqual(before);
    expect(renewed).toMatchObject({ version: 2, variant: 'A', sha256: control.sha256 });
    const bytes = present(await desk.read.readFile(control.sha256));
    expect(Buffer.from(bytes.subarray(0, signed.length)).equals(signed)).toBe(true);
    expect(control.report.word).toBe('holds');
    expect(control.report.signatures.map(({ kind, by }) => [kind, by]).at(-1)).toEqual([
      'time-stamp',
      'Prøvetiden',
    ]);
    expect(control.verdict?.isWhatWasSent.code).toBe('same-document');
    expect((await desk.log(entryId)).find(({ code }) => code === 'signature-renewed')?.facts).toEqual({
      version: '2',
      authority: 'Prøvetiden',
    });
    const again = must(await renewSignature(needs)(odd, entryId, documentId));
    expect(again.report.signatures.filter(({ kind }) => kind === 'time-stamp').length).toBe(2);
    expect(again.report.word).toBe('holds');
  });

  test('is for the document centre, where an authority is set', async () => {
    const { needs, entryId, documentId } = await filedDesk({ withAuthority: false });
    expect(await renewSignature(needs)(kari, entryId, documentId)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await renewSignature(needs)(odd, entryId, documentId)).toMatchObject({
      refusal: { code: 'time-stamps-not-set-up' },
    });
  });

  const wrong: readonly (readonly [AuthorityFault, string])[] = [
    ['http-500', 'http-error'],
    ['not-granted', 'not-granted'],
    ['other-nonce', 'other-nonce'],
    ['other-imprint', 'other-imprint'],
    ['stranger', 'not-trusted'],
    ['silent', 'timeout'],
  ];
  test('files nothing where the authority is wrong', async () => {
    const { desk, needs, entryId, documentId, objects } = await filedDesk();
    for (const [fault, expected] of wrong) {
      authority.doInstead(fault);
      expect(await renewSignature(needs)(odd, entryId, documentId)).toMatchObject({
        refusal: { code: 'time-stamp-failed', facts: { fault: expected } },
      });
    }
    authority.doInstead(undefined);
    authority.hideList(true);
    expect(await renewSignature(needs)(odd, entryId, documentId)).toMatchObject({
      refusal: { code: 'revocation-not-fetched' },
    });
    authority.hideList(false);
    expect((await objects()).length).toBe(1);
    expect(await desk.read.controlsOf(documentId)).toEqual([]);
  });
});
