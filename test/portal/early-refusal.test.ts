import { expect, test } from 'vitest';
import { portalForTests } from './support/portal-under-test.ts';
import { createSender, errorCode } from './support/sender.ts';

const under = portalForTests();

test('a sender who is refused before the body is read gets to read why', async () => {
  const { portal, sender, control } = under();
  await control('sender', { organisation: '310000027' });
  const foreign = createSender(portal, undefined, '310000027');
  const body = Buffer.alloc(9 * 1024 * 1024);
  for (let round = 0; round < 5; round += 1) {
    const refused = await foreign.call('POST', `${foreign.root}/portal/signature-jobs`, body);
    expect([refused.status, errorCode(refused)]).toEqual([403, 'BROKER_NOT_AUTHORIZED']);
  }
  await control('modes', { fail: { count: 3, status: 503 } });
  for (let round = 0; round < 3; round += 1) {
    const failed = await sender.call('POST', `${sender.root}/portal/signature-jobs`, body);
    expect(failed.status).toBe(503);
  }
});
