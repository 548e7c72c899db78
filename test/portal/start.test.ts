import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingrid, olav } from './support/manifest.ts';
import { type PortalProcess, startPortalProcess } from './support/portal-process.ts';
import { callControl } from './support/portal-under-test.ts';
import { change, createSender } from './support/sender.ts';

let dir: string;
let running: PortalProcess[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'segl-portal-'));
});
afterEach(async () => {
  for (const one of running)
    if (one.child.exitCode === null && one.child.signalCode === null) await one.end('SIGKILL');
  running = [];
  rmSync(dir, { recursive: true, force: true });
});

async function started(...more: readonly string[]) {
  const process = await startPortalProcess(dir, ...more);
  running.push(process);
  const portal = { ...process.where, close: async () => {} };
  const control = (command: string, input?: unknown) => callControl(portal, command, input);
  await control('modes', { rateLimit: false });
  return { process, sender: createSender(portal), control };
}

describe('the portal as a program', () => {
  it('says where it is in one line, keeps its keys to itself and ends cleanly', async () => {
    const { process } = await started();
    expect(process.where).toEqual({
      api: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+\/api$/),
      signer: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
      ca: expect.stringContaining(dir),
      certificate: expect.stringContaining(dir),
      key: expect.stringContaining(dir),
      organisation: '310845205',
      control: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/control$/),
    });
    expect(statSync(process.where.key).mode & 0o077).toBe(0);
    expect(await process.end('SIGTERM')).toEqual([0, null]);
  });

  it('ends with its parent', async () => {
    const { process } = await started('--with-parent');
    const ended = once(process.child, 'exit');
    process.child.disconnect();
    expect(await ended).toEqual([0, null]);
  });

  it('does not start twice on one folder, nor without one', async () => {
    await started();
    await expect(startPortalProcess(dir)).rejects.toThrow(/another portal is already running/);
    await expect(startPortalProcess(dir, '--port', 'x')).rejects.toThrow(/not a number/);
  });
});

describe('a portal that is killed', () => {
  it('has lost no job, no signature, no message and no confirmation when it starts again', async () => {
    const first = await started();
    const job = await first.sender.created({
      queue: 'kill',
      reference: 'r',
      signers: [{ number: ingrid }, { number: olav, order: 2 }],
    });
    await first.control('act', { job: job.id, signer: ingrid, action: 'sign' });
    await first.process.end('SIGKILL');

    const second = await started();
    const message = change(await second.sender.poll('kill'));
    expect(message).toMatchObject({ id: job.id, reference: 'r', signers: ['SIGNED', 'WAITING'] });
    expect((await second.sender.call('GET', message.xadesUrls[0] ?? '')).status).toBe(200);
    await second.sender.call('POST', message.confirmationUrl);
    await second.control('act', { job: job.id, signer: olav, action: 'sign' });
    await second.process.end('SIGKILL');

    const third = await started();
    const last = change(await third.sender.poll('kill'));
    expect(last.status).toBe('COMPLETED_SUCCESSFULLY');
    expect((await third.sender.call('GET', last.padesUrl ?? '')).status).toBe(200);
    expect((await third.sender.poll('kill')).status).toBe(204);
  });

  it('in the middle of many creates keeps each one it has answered, and each one whole', async () => {
    const first = await started();
    const bundles = Array.from({ length: 12 }, (_, i) =>
      first.sender.create({ queue: 'many', reference: `r${i}` }),
    );
    const settled = Promise.allSettled(bundles);
    await Promise.any(bundles);
    await first.process.end('SIGKILL');
    const answered = (await settled).flatMap((one, i) =>
      one.status === 'fulfilled' && one.value.status === 200 ? [`r${i}`] : [],
    );
    expect(answered.length).toBeGreaterThan(0);

    const second = await started();
    const jobs = (await second.control('jobs')) as {
      id: number;
      reference: string;
      signers: { status: string }[];
    }[];
    expect(jobs.map((job) => job.reference)).toEqual(expect.arrayContaining(answered));
    for (const job of jobs) {
      expect(job.signers.map((signer) => signer.status)).toEqual(['WAITING']);
      await second.control('act', { job: job.id, signer: ingrid, action: 'sign' });
      const message = change(await second.sender.poll('many'));
      expect((await second.sender.call('GET', message.padesUrl ?? '')).status).toBe(200);
    }
  });

  it('while it made its certificates makes them whole at the next start', async () => {
    const cut = await started();
    const { ca } = cut.process.where;
    await cut.process.end('SIGKILL');
    rmSync(cut.process.where.certificate);
    const again = await started();
    expect(again.process.where.ca).toBe(ca);
    expect((await again.sender.created()).id).toMatch(/^\d+$/);
  });
});
