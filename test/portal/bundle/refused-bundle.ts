import { expect } from 'vitest';
import type { portalForTests } from '../support/portal-under-test.ts';
import { errorCode, errorMessage, type JobWish, text } from '../support/sender.ts';

/** The portal of the test's file refuses the wish with this status, code and message. */
export const refusedBy =
  (under: ReturnType<typeof portalForTests>) =>
  async (wish: JobWish, status: number, code: string, message: RegExp): Promise<void> => {
    const { sender } = under();
    const reply = await sender.create(wish);
    expect([reply.status, errorCode(reply)]).toEqual([status, code]);
    expect(errorMessage(reply)).toMatch(message);
    expect(text(reply.body, '/s:error/s:error-type')).toBe('CLIENT');
  };
