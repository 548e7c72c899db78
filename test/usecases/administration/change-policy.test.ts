import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changePolicy } from '../../../main/usecases/administration/change-policy.ts';
import { kari, odd, openDesk } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import { code } from '../../support/registered.ts';
import type { SigningRoom } from '../../support/signing-room.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());

describe('the policy', () => {
  test('goes no further than the service, and only by those who keep it', async () => {
    const desk = await openDesk(room);
    const policy = await desk.read.policy();
    const change = (to: object, user = odd) => changePolicy(desk.needs)(user, { ...policy, ...to });
    expect(await code(change({}, kari))).toBe('not-allowed');
    for (const [to, field] of [
      [{ maxTitle: 81 }, 'maxTitle'],
      [{ maxMessage: 221 }, 'maxMessage'],
      [{ maxBytes: 10_485_761 }, 'maxBytes'],
      [{ maxRecipients: 11 }, 'maxRecipients'],
      [{ maxRecipients: 0 }, 'maxRecipients'],
      [{ maxDeadlineDays: 91 }, 'maxDeadlineDays'],
      [{ minDeadlineDays: 40, maxDeadlineDays: 30 }, 'minDeadlineDays'],
      [{ defaultDeadlineDays: 30, maxDeadlineDays: 20 }, 'defaultDeadlineDays'],
      [{ defaultDeadlineDays: 7.5 }, 'defaultDeadlineDays'],
      [{ maxBytes: Number.NaN }, 'maxBytes'],
    ] as const)
      expect(await change(to)).toMatchObject({ refusal: { code: 'policy-out-of-bounds', facts: { field } } });
    expect(await desk.read.policy()).toEqual(policy);
    const bounds = { maxBytes: 10_485_760, minDeadlineDays: 1, maxDeadlineDays: 90, defaultDeadlineDays: 90 };
    expect(await code(change(bounds))).toBe('ok');
    expect(await desk.read.policy()).toMatchObject(bounds);
  });
});
