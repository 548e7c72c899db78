import { describe, expect, it } from 'vitest';
import { amina, ingrid, nameless, olav, reserved, unreachable } from '../support/manifest.ts';
import { portalForTests } from '../support/portal-under-test.ts';
import { change, errorCode } from '../support/sender.ts';

const under = portalForTests();

describe('the portal carries a job through', () => {
  it('from creation through one signature to a confirmed end', async () => {
    const { sender, control } = under();
    const job = await sender.created({ reference: 'sak-1', queue: 'one' });
    expect((await sender.poll('one')).status).toBe(204);
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });

    const told = await sender.poll('one');
    expect(told.status).toBe(200);
    const message = change(told);
    expect(message).toMatchObject({
      id: job.id,
      reference: 'sak-1',
      status: 'COMPLETED_SUCCESSFULLY',
      signers: ['SIGNED'],
      numbers: [ingrid],
    });
    expect(message.cancellationUrl).toBeUndefined();
    expect(message.deleteUrl).toBeDefined();

    const pdf = await sender.call('GET', message.padesUrl ?? '');
    expect(pdf.status).toBe(200);
    expect(pdf.headers['content-type']).toBe('application/octet-stream');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const xades = await sender.call('GET', message.xadesUrls[0] ?? '');
    expect(xades.headers['content-type']).toBe('application/xml');
    expect((await sender.call('POST', message.confirmationUrl)).status).toBe(204);
    expect((await sender.call('POST', message.confirmationUrl)).status).toBe(204);
    expect((await sender.poll('one')).status).toBe(204);
  });

  it('opens a group when all of the group below have signed', async () => {
    const { sender, control } = under();
    const job = await sender.created({
      queue: 'chain',
      signers: [
        { number: ingrid, order: 1 },
        { number: olav, order: 1 },
        { number: amina, order: 2 },
      ],
    });
    const sign = (signer: string) => control('act', { job: job.id, signer, action: 'sign' });
    await expect(sign(amina)).rejects.toThrow('not-open');
    await sign(ingrid);
    await expect(sign(amina)).rejects.toThrow('not-open');
    await sign(olav);
    await sign(amina);
    const told = [];
    for (let i = 0; i < 3; i += 1) told.push(change(await sender.poll('chain')));
    expect(told.map((one) => [one.status, one.signers])).toEqual([
      ['IN_PROGRESS', ['SIGNED', 'WAITING', 'WAITING']],
      ['IN_PROGRESS', ['SIGNED', 'SIGNED', 'WAITING']],
      ['COMPLETED_SUCCESSFULLY', ['SIGNED', 'SIGNED', 'SIGNED']],
    ]);
    expect(told[0]?.padesUrl).toBeDefined();
    expect(told[0]?.cancellationUrl).toBe(job.cancellationUrl);
    expect(told[0]?.deleteUrl).toBeUndefined();
  });

  it('ends for everyone when one rejects; who has signed stays signed', async () => {
    const { sender, control } = under();
    const job = await sender.created({
      queue: 'reject',
      signers: [{ number: ingrid }, { number: olav }, { number: amina, order: 3 }],
    });
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });
    await control('act', { job: job.id, signer: olav, action: 'reject' });
    await sender.poll('reject');
    const message = change(await sender.poll('reject'));
    expect(message).toMatchObject({ status: 'FAILED', signers: ['SIGNED', 'REJECTED', 'NOT_APPLICABLE'] });
    expect(message.cancellationUrl).toBeUndefined();
  });

  it('gives each group its own deadline and expires the open group', async () => {
    const { sender, control } = under();
    const job = await sender.created({
      queue: 'expire',
      availableSeconds: 3600,
      signers: [
        { number: ingrid, order: 1 },
        { number: olav, order: 2 },
        { number: amina, order: 3 },
      ],
    });
    await control('clock', { advanceSeconds: 3000 });
    await control('act', { job: job.id, signer: ingrid, action: 'sign' });
    await control('clock', { advanceSeconds: 3000 });
    const first = change(await sender.poll('expire'));
    expect(first.status).toBe('IN_PROGRESS');
    await sender.call('POST', first.confirmationUrl);
    await control('clock', { advanceSeconds: 700 });
    expect(change(await sender.poll('expire'))).toMatchObject({
      status: 'FAILED',
      signers: ['SIGNED', 'EXPIRED', 'NOT_APPLICABLE'],
    });
    await expect(control('act', { job: job.id, signer: olav, action: 'sign' })).rejects.toThrow('not-open');
  });

  it('opens at the activation time and not before', async () => {
    const { sender, control } = under();
    const activationTime = new Date(Date.now() + 3_600_000).toISOString();
    const job = await sender.created({ activationTime });
    const sign = () => control('act', { job: job.id, signer: ingrid, action: 'sign' });
    await expect(sign()).rejects.toThrow('not-open');
    await control('clock', { advanceSeconds: 3601 });
    await sign();
  });

  it('cancels while in progress, and says 409 afterwards', async () => {
    const { sender } = under();
    const job = await sender.created({
      queue: 'cancel',
      signers: [{ number: ingrid }, { number: olav, order: 2 }],
    });
    expect((await sender.call('POST', job.cancellationUrl)).status).toBe(204);
    expect(change(await sender.poll('cancel'))).toMatchObject({
      status: 'FAILED',
      signers: ['CANCELLED', 'CANCELLED'],
    });
    const again = await sender.call('POST', job.cancellationUrl);
    expect(again.status).toBe(409);
    expect(errorCode(again)).toBe('JOB_NOT_CANCELLABLE');
  });

  it.each([
    [reserved, 'RESERVED'],
    [unreachable, 'CONTACT_INFORMATION_MISSING'],
  ])('accepts a job for %s, who then ends it as %s', async (number, status) => {
    const { sender } = under();
    await sender.created({ queue: status, signers: [{ number: ingrid }, { number }] });
    expect(change(await sender.poll(status))).toMatchObject({
      status: 'FAILED',
      signers: ['NOT_APPLICABLE', status],
    });
  });

  it('lets someone who is reserved sign when the sender notifies them on behalf of another', async () => {
    const { sender, control } = under();
    const signer = { number: reserved, email: 'kari@example.com', onBehalfOf: 'OTHER' };
    const job = await sender.created({ queue: 'other', signers: [signer] });
    await control('act', { job: job.id, signer: reserved, action: 'sign' });
    expect(change(await sender.poll('other')).status).toBe('COMPLETED_SUCCESSFULLY');
  });

  it('ends a job whose signer has no name in the register', async () => {
    const { sender, control } = under();
    const job = await sender.created({ queue: 'nameless', signers: [{ number: nameless }] });
    await control('act', { job: job.id, signer: nameless, action: 'sign' });
    expect(change(await sender.poll('nameless')).signers).toEqual(['SIGNERS_NAME_NOT_AVAILABLE']);
  });

  it('signs on behalf of a person as the test service does', async () => {
    const { sender, portal } = under();
    const job = await sender.created({ queue: 'dev' });
    const url = `${portal.api.replace(/\/api$/, '')}/web/portal/signature-jobs/${job.id}/devmodesign?signer=${ingrid}`;
    expect((await sender.call('POST', url)).status).toBe(204);
    expect(change(await sender.poll('dev')).status).toBe('COMPLETED_SUCCESSFULLY');
  });
});
