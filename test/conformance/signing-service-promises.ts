import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toInstant } from '../../domain/calendar.ts';
import type { IdentityNumber } from '../../domain/identity-number.ts';
import { isVerified } from '../../domain/verdict.ts';
import { verifySigned } from '../../main/adapters/pdf/verify-signed.ts';
import type { EvidenceOrder } from '../../main/ports/pdf-workshop.ts';
import type {
  JobChange,
  Poll,
  SignerOrder,
  SigningOrder,
  SigningService,
} from '../../main/ports/signing-service.ts';
import { identityNumber } from '../support/identity-number.ts';
import { present } from '../support/present.ts';

/** The other side of a signing service, as far as a test must move it. */
export type Counterpart = {
  readonly service: SigningService;
  /** Identity numbers of three people who can be reached and can sign. */
  readonly people: readonly [IdentityNumber, IdentityNumber, IdentityNumber];
  readonly sign: (serviceJobId: string, identityNumber: string) => Promise<void>;
  readonly refuse: (serviceJobId: string, identityNumber: string) => Promise<void>;
  /** May this person sign now? */
  readonly maySign: (serviceJobId: string, identityNumber: string) => Promise<boolean>;
  /** Lets time pass on both sides. */
  readonly pass: (seconds: number) => Promise<void>;
  /** What the service's clock and ours say. */
  readonly now: () => Date;
  /** After this many seconds without confirmation a change comes again. */
  readonly comesAgainAfterSeconds: number;
  readonly close: () => Promise<void>;
};

/** Holds any adapter of {@link SigningService} to the port's promises, each test with jobs of its own. */
export function promisesOfSigningService(name: string, open: () => Promise<Counterpart>): void {
  describe(name, () => {
    let other: Counterpart;
    let pdf: Uint8Array;
    beforeAll(async () => {
      other = await open();
      pdf = await onePage();
    });
    afterAll(async () => await other.close());

    const signers = (...groups: readonly number[]): readonly SignerOrder[] =>
      groups.map((group, index) => ({
        identityNumber: present(other.people[index]),
        group,
      }));
    const orderFor = (reference: string, change: Partial<SigningOrder> = {}): SigningOrder => ({
      reference,
      title: 'Arbeidsavtale',
      message: 'Les og signer',
      pdf,
      signers: signers(0),
      deadlineDays: 1,
      ...change,
    });
    const next = async () => await nextChange(other);
    const settle = async (change: JobChange) => await other.service.confirm(change.confirmationUrl);

    test('the connection test works', async () => {
      expect(await other.service.testConnection()).toMatchObject({ outcome: 'works' });
    });

    test('a job signed by everyone comes back complete, with the signed document and each signature', async () => {
      const { serviceJobId } = await other.service.create(orderFor('everyone', { signers: signers(0, 0) }));
      await other.sign(serviceJobId, other.people[0]);
      const first = await next();
      expect(first).toMatchObject({ serviceJobId, reference: 'everyone', status: 'inProgress' });
      expect(statesOf(first)).toEqual({ [other.people[0]]: 'signed', [other.people[1]]: 'waiting' });
      await settle(first);
      await other.sign(serviceJobId, other.people[1]);
      const last = await next();
      expect(last).toMatchObject({ serviceJobId, reference: 'everyone', status: 'completed' });
      expect(statesOf(last)).toEqual({ [other.people[0]]: 'signed', [other.people[1]]: 'signed' });
      for (const { since } of last.signers) expect(since).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      const signed = await other.service.fetchSignedPdf(last.padesUrl ?? '');
      expect(Buffer.from(signed.subarray(0, 5)).toString()).toBe('%PDF-');
      const evidence: EvidenceOrder[] = [];
      for (const { identityNumber: told = '', xadesUrl = '' } of last.signers) {
        const xades = await other.service.fetchSignature(xadesUrl);
        expect(xades.byteLength).toBeGreaterThan(0);
        evidence.push({ name: told, identityNumber: identityNumber(told), evidence: xades });
      }
      const verdict = await verifySigned(signed, {
        sent: pdf,
        title: 'Arbeidsavtale',
        signers: evidence,
        policy: other.service.sealPolicy(),
        receivedAt: toInstant(other.now()),
      });
      expect(isVerified(verdict), JSON.stringify(verdict)).toBe(true);
      await settle(last);
      await expectQuiet(other);
    });

    test('one who says no ends the job for everyone', async () => {
      const { serviceJobId } = await other.service.create(orderFor('refused', { signers: signers(0, 0) }));
      await other.refuse(serviceJobId, other.people[1]);
      const change = await next();
      expect(change).toMatchObject({ serviceJobId, reference: 'refused', status: 'failed' });
      expect(statesOf(change)[other.people[1]]).toBe('rejected');
      expect(statesOf(change)[other.people[0]]).not.toBe('signed');
      await settle(change);
      await expectQuiet(other);
    });

    test('a job that nobody answers in time has expired', async () => {
      const { serviceJobId } = await other.service.create(orderFor('expired', { deadlineDays: 1 }));
      await other.pass(86_401);
      const change = await next();
      expect(change).toMatchObject({ serviceJobId, reference: 'expired', status: 'failed' });
      expect(statesOf(change)).toEqual({ [other.people[0]]: 'expired' });
      await settle(change);
      await expectQuiet(other);
    });

    test('a cancelled job comes back as cancelled, and cannot be cancelled again', async () => {
      const { serviceJobId, cancellationUrl } = await other.service.create(orderFor('cancelled'));
      expect(await other.service.cancel(cancellationUrl ?? '')).toBe('cancelled');
      const change = await next();
      expect(change).toMatchObject({ serviceJobId, reference: 'cancelled', status: 'failed' });
      expect(statesOf(change)).toEqual({ [other.people[0]]: 'cancelled' });
      expect(await other.service.cancel(cancellationUrl ?? '')).toBe('too-late');
      await settle(change);
      await expectQuiet(other);
    });

    test('a cancellation after the last signature is too late, and the signed document stands', async () => {
      const { serviceJobId, cancellationUrl } = await other.service.create(orderFor('too late'));
      await other.sign(serviceJobId, other.people[0]);
      expect(await other.service.cancel(cancellationUrl ?? '')).toBe('too-late');
      const change = await next();
      expect(change).toMatchObject({ serviceJobId, status: 'completed' });
      await settle(change);
      await expectQuiet(other);
    });

    test('a change that is not confirmed comes again, and one that is does not', async () => {
      const { serviceJobId } = await other.service.create(orderFor('again'));
      await other.sign(serviceJobId, other.people[0]);
      const first = await next();
      await other.pass(other.comesAgainAfterSeconds + 1);
      const again = await next();
      expect({ ...again, confirmationUrl: '' }).toEqual({ ...first, confirmationUrl: '' });
      await settle(again);
      await other.pass(other.comesAgainAfterSeconds + 1);
      await expectQuiet(other);
    });

    test('a confirmation can be repeated', async () => {
      const { serviceJobId } = await other.service.create(orderFor('repeated'));
      await other.sign(serviceJobId, other.people[0]);
      const change = await next();
      await settle(change);
      await settle(change);
      await expectQuiet(other);
    });

    test('each group waits for the one before it, and has the whole time from then', async () => {
      const { serviceJobId } = await other.service.create(
        orderFor('groups', { signers: signers(0, 1, 1), deadlineDays: 1 }),
      );
      const open = async () =>
        await Promise.all(other.people.map((person) => other.maySign(serviceJobId, person)));
      expect(await open()).toEqual([true, false, false]);
      await other.pass(80_000);
      await other.sign(serviceJobId, other.people[0]);
      await settle(await next());
      expect(await open()).toEqual([false, true, true]);
      await other.pass(80_000);
      await other.sign(serviceJobId, other.people[2]);
      await settle(await next());
      await other.sign(serviceJobId, other.people[1]);
      const last = await next();
      expect(last).toMatchObject({ status: 'completed', reference: 'groups' });
      await settle(last);
      await expectQuiet(other);
    });

    test('several changes come one by one, each with the reference of its job', async () => {
      const references = ['æ & ø', '<å>', '2026/1-3'];
      for (const reference of references) {
        const { serviceJobId } = await other.service.create(orderFor(reference));
        await other.sign(serviceJobId, other.people[0]);
      }
      const seen: (string | undefined)[] = [];
      for (const _ of references) {
        const change = await next();
        seen.push(change.reference);
        await settle(change);
      }
      expect(seen.toSorted()).toEqual(references.toSorted());
      await expectQuiet(other);
    });
  });
}

const statesOf = (change: JobChange): Record<string, string> =>
  Object.fromEntries(change.signers.map(({ identityNumber, state }) => [identityNumber ?? '?', state]));

/** The next poll that the service allows. */
export async function politePoll(other: Pick<Counterpart, 'service' | 'pass' | 'now'>): Promise<Poll> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const poll = await other.service.poll();
    if (poll.kind !== 'too-soon') return poll;
    await other.pass(Math.max(1, Math.ceil((Date.parse(poll.nextAt) - other.now().getTime()) / 1_000)));
  }
  throw new Error('the service says «too soon» also at the time it named itself');
}

/** The next change, which must be there. */
export async function nextChange(other: Pick<Counterpart, 'service' | 'pass' | 'now'>): Promise<JobChange> {
  const poll = await politePoll(other);
  if (poll.kind !== 'change') throw new Error(`no change, but «${poll.kind}»`);
  return poll.change;
}

async function expectQuiet(other: Counterpart): Promise<void> {
  expect(await politePoll(other)).toMatchObject({ kind: 'nothing' });
}

/** One empty A4 page. */
export async function onePage(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595.28, 841.89]).drawText('Arbeidsavtale');
  return await document.save();
}
