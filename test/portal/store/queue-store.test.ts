import { describe, expect, it } from 'vitest';
import { ingrid, olav } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { change } from '../support/sender.ts';

const under = portalForTests({ pollWaitSeconds: 60 });
const permitted = 'x-next-permitted-poll-time';
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/;

async function signedJob(queue: string | undefined, signer = ingrid) {
  const { sender, control } = under();
  const job = await sender.created({ signers: [{ number: signer }], ...(queue !== undefined && { queue }) });
  await control('act', { job: job.id, signer, action: 'sign' });
  return job;
}

describe('the queue', () => {
  it('says when to poll next: at once after a message, later after none, later still when polled too early', async () => {
    const { sender } = under();
    const wait = (value: unknown) => Date.parse(String(value)) - Date.now();
    await signedJob('times');
    const message = await sender.poll('times');
    expect(message.status).toBe(200);
    expect(message.headers[permitted]).toMatch(dateTime);
    expect(wait(message.headers[permitted])).toBeLessThanOrEqual(0);
    const none = await sender.poll('times');
    expect(none.status).toBe(204);
    expect(wait(none.headers[permitted])).toBeGreaterThan(30_000);
    const early = await sender.poll('times');
    expect(early.status).toBe(429);
    expect(early.headers.dosfilter).toBeUndefined();
    expect(Date.parse(String(early.headers[permitted]))).toBeGreaterThanOrEqual(
      Date.parse(String(none.headers[permitted])),
    );
  });

  it('keeps queues apart, the default one too', async () => {
    const { sender } = under();
    const named = await signedJob('mine');
    const plain = await signedJob(undefined);
    expect(change(await sender.poll()).id).toBe(plain.id);
    expect((await sender.poll('other')).status).toBe(204);
    expect(change(await sender.poll('mine')).id).toBe(named.id);
  });

  it('gives a message to one poller only, and again after ten minutes without confirmation', async () => {
    const { sender, control } = under();
    const job = await signedJob('again');
    const both = await Promise.all([sender.poll('again'), sender.poll('again')]);
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 204]);
    await control('clock', { advanceSeconds: 599 });
    expect((await sender.poll('again')).status).toBe(204);
    await control('clock', { advanceSeconds: 61 });
    const repeated = await sender.poll('again');
    expect(change(repeated).id).toBe(job.id);
    await sender.call('POST', change(repeated).confirmationUrl);
    await control('clock', { advanceSeconds: 3600 });
    expect((await sender.poll('again')).status).toBe(204);
  });

  it('does not confirm a change that nobody has fetched', async () => {
    const { sender, control } = under();
    const job = await sender.created({ queue: 'unseen', signers: [{ number: ingrid }, { number: olav }] });
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });
    const first = change(await sender.poll('unseen'));
    await control('act', { job: job.id, signer: olav, action: 'sign' });
    await sender.call('POST', first.confirmationUrl);
    expect(change(await sender.poll('unseen')).status).toBe('COMPLETED_SUCCESSFULLY');
  });

  it('tells nothing of creation and activation alone', async () => {
    const { sender } = under();
    await sender.created({ queue: 'silent' });
    expect((await sender.poll('silent')).status).toBe(204);
  });
});

describe('the rate limit', () => {
  it('blocks the organisation for 30 seconds after more than ten calls in a second', async () => {
    const { sender, control } = under();
    await control('modes', { rateLimit: true });
    const burst = await Promise.all(Array.from({ length: 14 }, () => sender.call('GET', sender.root)));
    const blocked = burst.filter((reply) => reply.status === 429);
    expect(blocked.length).toBeGreaterThan(0);
    for (const reply of blocked) {
      expect(reply.headers.dosfilter).toBeDefined();
      expect(reply.headers[permitted]).toBeUndefined();
      expect(reply.body.length).toBe(0);
    }
    expect((await sender.poll('limited')).status).toBe(429);
    await control('clock', { advanceSeconds: 31 });
    expect((await sender.poll('limited')).status).toBe(204);
  });
});

describe('documents of a completed job', () => {
  it('may be deleted 24 hours after the last signature, not before', async () => {
    const { sender, control } = under();
    await signedJob('delete');
    const message = change(await sender.poll('delete'));
    const url = message.deleteUrl ?? '';
    expect((await sender.call('DELETE', url)).status).toBe(409);
    await control('clock', { advanceSeconds: 24 * 3600 + 1 });
    expect((await sender.call('DELETE', url)).status).toBe(204);
    expect((await sender.call('GET', message.padesUrl ?? '')).status).toBe(404);
    expect((await sender.call('GET', message.xadesUrls[0] ?? '')).status).toBe(404);
  });

  it('are gone after 40 days', async () => {
    const { sender, control } = under();
    await signedJob('old');
    const message = change(await sender.poll('old'));
    await control('clock', { advanceSeconds: 39 * 86_400 });
    expect((await sender.call('GET', message.padesUrl ?? '')).status).toBe(200);
    await control('clock', { advanceSeconds: 2 * 86_400 });
    expect((await sender.call('GET', message.padesUrl ?? '')).status).toBe(404);
  });
});
