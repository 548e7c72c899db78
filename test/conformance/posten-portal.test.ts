import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  AnswerLost,
  ServiceRefusal,
  ServiceUnreachable,
  type SigningOrder,
} from '../../main/ports/signing-service.ts';
import { nextChange, onePage, politePoll, promisesOfSigningService } from './signing-service-promises.ts';
import { openPortalCounterpart, type PortalCounterpart } from './support/posten-portal-counterpart.ts';

promisesOfSigningService('Posten signering, as the local portal speaks it', () => openPortalCounterpart());
promisesOfSigningService('Posten signering, with prefixes and older answers', () =>
  openPortalCounterpart({
    namespaceStyle: 'ns4',
    cancelStatus: 200,
    confirmPath: 'status/complete',
    vanishAfterConfirm: true,
  }),
);

describe('the local portal on a bad day', () => {
  let other: PortalCounterpart;
  let pdf: Uint8Array;
  beforeAll(async () => {
    other = await openPortalCounterpart();
    pdf = await onePage();
  });
  afterAll(async () => await other.close());
  afterEach(async () => {
    await other.control('reset', {});
    await other.control('modes', { rateLimit: false });
    // The reset set the portal's clock back too; it follows ours again, to where every change comes again.
    await other.pass(601);
    for (let poll = await politePoll(other); poll.kind === 'change'; poll = await politePoll(other))
      await other.service.confirm(poll.change.confirmationUrl);
  });

  const order = (reference: string, change: Partial<SigningOrder> = {}): SigningOrder => ({
    reference,
    title: 'Arbeidsavtale',
    message: '',
    pdf,
    signers: [{ identityNumber: other.people[0], group: 0 }],
    deadlineDays: 1,
    ...change,
  });
  const faultOf = async (promise: Promise<unknown>) =>
    await promise.then(
      () => 'no fault',
      (fault: unknown) => fault,
    );
  const jobsWith = async (reference: string) =>
    ((await other.control('jobs', {})) as { id: number; reference?: string }[]).filter(
      (job) => job.reference === reference,
    );

  test('a job whose answer was lost is settled by its reference from the queue', async () => {
    await other.control('modes', { dropAfterCreate: 1 });
    expect(await faultOf(other.service.create(order('lost')))).toBeInstanceOf(AnswerLost);
    const [job] = await jobsWith('lost');
    await other.sign(String(job?.id), other.people[0]);
    const change = await nextChange(other);
    expect(change).toMatchObject({ reference: 'lost', status: 'completed' });
    await other.service.confirm(change.confirmationUrl);
  });

  test('a job that meets a 5xx is uncertain, and is not sent twice', async () => {
    await other.control('modes', { fail: { count: 1, status: 503, route: 'create' } });
    expect(await faultOf(other.service.create(order('five')))).toBeInstanceOf(AnswerLost);
    expect(await jobsWith('five')).toEqual([]);
  });

  test.each(['poll', 'confirm', 'pades', 'xades', 'cancel'])(
    'a 5xx or a cut answer to %s is only a delay',
    async (route) => {
      const { serviceJobId, cancellationUrl } = await other.service.create(order(route));
      await other.sign(serviceJobId, other.people[0]);
      const change = route === 'poll' ? undefined : await nextChange(other);
      const call = {
        poll: () => other.service.poll(),
        confirm: () => other.service.confirm(change?.confirmationUrl ?? ''),
        pades: () => other.service.fetchSignedPdf(change?.padesUrl ?? ''),
        xades: () => other.service.fetchSignature(change?.signers[0]?.xadesUrl ?? ''),
        cancel: () => other.service.cancel(cancellationUrl ?? ''),
      }[route];
      await other.control('modes', { fail: { count: 1, status: 502, route } });
      const fault = await faultOf(call?.() ?? Promise.resolve());
      expect(fault).toBeInstanceOf(ServiceUnreachable);
      expect(fault).toMatchObject({ code: 'http-502' });
      if (route === 'pades' || route === 'xades') {
        await other.control('modes', { cut: { count: 1, afterBytes: 20, route } });
        expect(await faultOf(call?.() ?? Promise.resolve())).toBeInstanceOf(ServiceUnreachable);
      }
      expect(await faultOf(call?.() ?? Promise.resolve())).toBe('no fault');
    },
  );

  test('a poll whose answer was cut off comes again', async () => {
    const { serviceJobId } = await other.service.create(order('cut'));
    await other.sign(serviceJobId, other.people[0]);
    await other.pass(5);
    await other.control('modes', { cut: { count: 1, afterBytes: 100, route: 'poll' } });
    expect(await faultOf(other.service.poll())).toBeInstanceOf(ServiceUnreachable);
    await other.pass(601);
    expect(await nextChange(other)).toMatchObject({ reference: 'cut' });
  });

  test('a slow service is waited for, and one that is too slow is not', async () => {
    await other.control('modes', { delayMs: 150 });
    const patient = other.openAnother({ now: () => new Date() });
    expect(await patient.testConnection()).toMatchObject({ outcome: 'works' });
    const hasty = other.openAnother({ timeouts: { responseMs: 50 } });
    expect(await faultOf(hasty.poll())).toMatchObject({ code: 'answer-timeout' });
  });

  test('a signer status and an error code that nobody knows come through', async () => {
    await other.control('modes', { unknownSignerStatus: 'DREAMING', unknownErrorCode: 'BRAND_NEW' });
    const signers = other.people.slice(0, 2).map((identityNumber) => ({ identityNumber, group: 0 }));
    const { serviceJobId } = await other.service.create(order('unknown', { signers }));
    await other.sign(serviceJobId, other.people[0]);
    const change = await nextChange(other);
    expect(change.signers.map(({ state, serviceState }) => [state, serviceState])).toEqual([
      ['signed', 'SIGNED'],
      ['unknown', 'DREAMING'],
    ]);
    expect(
      await faultOf(other.service.fetchSignedPdf(`${other.portal.api}/${other.portal.organisation}/nowhere`)),
    ).toMatchObject({
      code: 'BRAND_NEW',
    });
  });

  test('asking too early is answered by when to ask, with and without the header', async () => {
    expect(await politePoll(other)).toMatchObject({ kind: 'nothing' });
    const early = await other.service.poll();
    expect(early.kind).toBe('too-soon');
    expect(Date.parse(early.nextAt)).toBeGreaterThan(other.now().getTime());
    await other.control('modes', { omitNextPollTime: true });
    const withoutHeader = await other.service.poll();
    expect(withoutHeader.kind).toBe('too-soon');
    const wait = Date.parse(withoutHeader.nextAt) - other.now().getTime();
    expect(Math.round(wait / 1_000)).toBe(30);
  });

  test('many calls at once stay below the limit of the service', async () => {
    await other.control('modes', { rateLimit: true });
    const calm = other.openAnother({ now: () => new Date(), callsPerSecond: 9 });
    const reports = await Promise.all(Array.from({ length: 25 }, () => calm.testConnection()));
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set(['works']));
  });

  test('a certificate of an organisation without access, or that acts for a stranger, is told so', async () => {
    const stranger = (await other.control('certificate', { organisation: '310000027' })) as {
      certificate: string;
      key: string;
    };
    const credentials = { kind: 'pem', certificateChain: stranger.certificate, key: stranger.key } as const;
    const own = other.openAnother({ credentials, organisation: '310000027' });
    expect(await own.testConnection()).toMatchObject({ outcome: 'not-authorised' });
    await other.control('sender', { organisation: '310000027' });
    expect(await other.openAnother({ credentials }).testConnection()).toMatchObject({
      outcome: 'broker-not-authorised',
    });
    await other.control('broker', { broker: '310000027', senders: [other.portal.organisation] });
    const broker = other.openAnother({ credentials });
    expect((await broker.testConnection()).organisation).toContain(other.portal.organisation);
    expect(await broker.create(order('broker'))).toMatchObject({ serviceJobId: expect.any(String) });
  });

  test('a clock that is a minute behind makes the service refuse the bundle', async () => {
    const late = other.openAnother({ now: () => new Date(other.now().getTime() - 60_000) });
    const fault = await faultOf(late.create(order('clock')));
    expect(fault).toBeInstanceOf(ServiceRefusal);
    expect(fault).toMatchObject({ code: 'ASICE_VALIDATION_FAILED' });
  });

  test('every form of manifest that we let pass is taken by the service', async () => {
    const contact = { email: 'post@firma.example', phone: '99999999' };
    const firm = { identityNumber: other.people[0], group: 3, onBehalfOf: 'Firma AS', contact };
    expect(
      await other.service.create(
        order('firm', {
          signers: [firm],
          nonSensitiveTitle: 'Et <dokument> & mer',
          message: 'Hei\nog hå',
          title: 'x'.repeat(80),
        }),
      ),
    ).toMatchObject({ serviceJobId: expect.any(String) });
    for (const style of [
      { authenticationLevel: 3 },
      { identifierInSignedDocuments: 'NAME' },
      { identifierInSignedDocuments: 'DATE_OF_BIRTH_AND_NAME' },
      { signatureType: 'ADVANCED_ELECTRONIC_SIGNATURE' },
    ] as const) {
      const styled = other.openAnother(style);
      expect(await styled.create(order('style'))).toMatchObject({ serviceJobId: expect.any(String) });
    }
    await other.control('sender', { organisation: '088015814', name: 'Privat AS' });
    const issued = (await other.control('certificate', { organisation: '088015814' })) as {
      certificate: string;
      key: string;
    };
    const privately = other.openAnother({
      organisation: '088015814',
      sender: 'private',
      credentials: { kind: 'pem', certificateChain: issued.certificate, key: issued.key },
    });
    const { onBehalfOf: _, ...self } = firm;
    expect(await privately.create(order('private', { signers: [self] }))).toMatchObject({
      serviceJobId: expect.any(String),
    });
  });

  test('documents are deleted when the service allows it', async () => {
    const { serviceJobId } = await other.service.create(order('delete'));
    await other.sign(serviceJobId, other.people[0]);
    const change = await nextChange(other);
    const url = change.deleteDocumentsUrl ?? '';
    expect(await faultOf(other.service.deleteDocuments(url))).toBeInstanceOf(ServiceRefusal);
    await other.pass(8 * 86_400);
    await other.service.deleteDocuments(url);
    await other.service.deleteDocuments(url);
  });
});
