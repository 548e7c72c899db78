import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startPortal } from '../../../portal/portal.ts';
import { ingrid, olav } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { change, errorCode } from '../support/sender.ts';

const under = portalForTests({ pollWaitSeconds: 60 });
const mode = (input: object) => under().control('modes', input);

describe('in its test modes the portal', () => {
  it('prefixes its namespaces, and is still valid', async () => {
    const { sender, control } = under();
    await mode({ namespaceStyle: 'ns4' });
    const reply = await sender.create({
      queue: 'ns',
      signers: [{ number: ingrid }, { email: 'a@example.com', mobile: '99887766' }],
      identifier: 'NAME',
    });
    expect(reply.body.toString()).toContain('<ns4:signature-job-id>');
    const id = /signature-job-id>(\d+)</.exec(reply.body.toString())?.[1];
    await control('act', { job: id, signer: ingrid, action: 'reject' });
    const told = await sender.poll('ns');
    expect(told.body.toString()).toContain('<ns4:email address="a@example.com">');
    expect(change(told).signers).toEqual(['REJECTED', 'NOT_APPLICABLE']);
    expect(errorCode(await sender.call('GET', `${sender.root}/nowhere`))).toBe('NOT_FOUND');
  });

  it('answers a cancellation by 200', async () => {
    const { sender } = under();
    await mode({ cancelStatus: 200 });
    const job = await sender.created();
    expect((await sender.call('POST', job.cancellationUrl)).status).toBe(200);
  });

  it.each(['complete', 'status/complete'])(
    'gives confirmation addresses ending in %s',
    async (confirmPath) => {
      const { sender, control } = under();
      await mode({ confirmPath });
      const job = await sender.created({ queue: confirmPath });
      await control('act', { job: job.id, signer: ingrid, action: 'sign' });
      const { confirmationUrl } = change(await sender.poll(encodeURIComponent(confirmPath)));
      expect(confirmationUrl.endsWith(`/${job.id}/${confirmPath}`)).toBe(true);
      expect((await sender.call('POST', confirmationUrl)).status).toBe(204);
    },
  );

  it('carries a create out and drops the answer, once', async () => {
    const { sender, control } = under();
    await mode({ dropAfterCreate: 1 });
    await expect(sender.create({ reference: 'lost' })).rejects.toThrow();
    const jobs = (await control('jobs')) as { reference?: string }[];
    expect(jobs.filter((job) => job.reference === 'lost')).toHaveLength(1);
    expect((await sender.create()).status).toBe(200);
  });

  it('fails some calls of one kind with an empty body, and carries nothing out', async () => {
    const { sender } = under();
    await mode({ fail: { count: 1, status: 503, route: 'poll' } });
    expect((await sender.create({ queue: 'fail' })).status).toBe(200);
    const reply = await sender.poll('fail');
    expect([reply.status, reply.body.length]).toEqual([503, 0]);
    expect((await sender.poll('fail')).status).toBe(204);
  });

  it('says unknown statuses and unknown error codes', async () => {
    const { sender, control } = under();
    await mode({ unknownSignerStatus: 'TELEPATHIC', unknownErrorCode: 'NEVER_SEEN' });
    const job = await sender.created({ queue: 'unknown', signers: [{ number: ingrid }, { number: olav }] });
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });
    expect(change(await sender.poll('unknown')).signers).toEqual(['SIGNED', 'TELEPATHIC']);
    expect(errorCode(await sender.call('GET', `${sender.root}/nowhere`))).toBe('NEVER_SEEN');
  });

  it('leaves the next poll time out of 429', async () => {
    const { sender } = under();
    await mode({ omitNextPollTime: true });
    await sender.poll('bare');
    const reply = await sender.poll('bare');
    expect(reply.status).toBe(429);
    expect(reply.headers['x-next-permitted-poll-time']).toBeUndefined();
  });

  it('forgets a job when its last message is confirmed', async () => {
    const { sender, control } = under();
    await mode({ vanishAfterConfirm: true });
    const job = await sender.created({ queue: 'vanish' });
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });
    const message = change(await sender.poll('vanish'));
    expect((await sender.call('GET', message.padesUrl ?? '')).status).toBe(200);
    expect((await sender.call('POST', message.confirmationUrl)).status).toBe(204);
    expect((await sender.call('GET', message.padesUrl ?? '')).status).toBe(404);
    expect((await sender.call('POST', message.confirmationUrl)).status).toBe(404);
  });

  it('cuts an answer off in the middle', async () => {
    const { sender, control } = under();
    const job = await sender.created({ queue: 'cut' });
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });
    const message = change(await sender.poll('cut'));
    await mode({ cut: { count: 1, afterBytes: 1000, route: 'pades' } });
    await expect(sender.call('GET', message.padesUrl ?? '')).rejects.toThrow();
    expect((await sender.call('GET', message.padesUrl ?? '')).status).toBe(200);
  });

  it('makes its answers wait, and goes on meanwhile', async () => {
    const { sender, control } = under();
    await mode({ delayMs: 1000 });
    const order: string[] = [];
    const slow = sender.call('GET', sender.root).then((reply) => order.push(`slow ${reply.status}`));
    await control('state').then(() => order.push('state'));
    await slow;
    expect(order).toEqual(['state', 'slow 200']);
  });

  it.each([
    ['block', 'BLOCKED'],
    ['name-not-available', 'SIGNERS_NAME_NOT_AVAILABLE'],
    ['reserve', 'RESERVED'],
    ['contact-missing', 'CONTACT_INFORMATION_MISSING'],
  ])('lets %s end a job as %s', async (action, status) => {
    const { sender, control } = under();
    const job = await sender.created({ queue: action });
    await control('act', { job: job.id, signer: ingrid, action });
    expect(change(await sender.poll(action)).signers).toEqual([status]);
  });

  it('takes only JSON it knows', async () => {
    const { portal, control } = under();
    await expect(control('modes', { nonsense: true })).rejects.toThrow('400');
    await expect(control('act', { job: 1, signer: ingrid, action: 'sign' })).rejects.toThrow('no-such-job');
    await expect(control('nothing')).rejects.toThrow('404');
    const form = await fetch(`${portal.control}/reset`, { method: 'POST', body: '{}' });
    expect(form.status).toBe(400);
  });
});

it('has no control endpoint unless it is started for tests', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'segl-portal-'));
  const portal = await startPortal({ dir });
  expect(portal.control).toBeUndefined();
  await portal.close();
  rmSync(dir, { recursive: true });
});
