import { describe, expect, test } from 'vitest';
import { createDispatcher, type Handlers } from '../../main/api/dispatcher.ts';
import { openStaging } from '../../main/api/staging.ts';
import { StoreFault } from '../../main/ports/archive/store-fault.ts';

const reported: unknown[] = [];
/** A door behind which one method does what the test says. */
const door = (work: () => Promise<never>, checkAnswers = false) =>
  createDispatcher(
    // The other handlers are never reached.
    { 'session.setTheme': work } as unknown as Handlers,
    (fault) => `R${reported.push(fault)}`,
    checkAnswers,
  );

describe('a fault behind the door', () => {
  test.each([
    ['disk-full', 'disk-full'],
    ['locked', 'archive-locked'],
    ['damaged', 'archive-damaged'],
    ['not-an-archive', 'archive-damaged'],
    ['newer-archive', 'archive-newer'],
    ['read-only', 'archive-read-only'],
  ] as const)('of the store, %s, is said as %s, with a reference', async (kind, code) => {
    const dispatch = door(() => Promise.reject(new StoreFault(kind)));
    expect(await dispatch('session.setTheme', { theme: 'dark' })).toEqual({
      ok: false,
      refusal: { code, reference: expect.stringMatching(/^R\d+$/) },
    });
  });

  test.each(['ENOSPC', 'EDQUOT'])(
    'of a disk that is full for a settings file (%s) is said so',
    async (code) => {
      const dispatch = door(() => Promise.reject(Object.assign(new Error('write'), { code })));
      expect(await dispatch('session.setTheme', { theme: 'dark' })).toMatchObject({
        refusal: { code: 'disk-full' },
      });
    },
  );

  test('that nobody foresaw says nothing of itself but its reference', async () => {
    const fault = new Error('secret detail');
    const dispatch = door(() => Promise.reject(fault));
    const reply = await dispatch('session.setTheme', { theme: 'dark' });
    expect(reply).toEqual({ ok: false, refusal: { code: 'internal', reference: `R${reported.length}` } });
    expect(reported.at(-1)).toBe(fault);
  });

  test('an answer that does not fit the contract is a fault where answers are checked', async () => {
    // Not the contract's answer, on purpose.
    const wrong = (() => Promise.resolve({ ok: true, value: 'ja' })) as unknown as () => Promise<never>;
    expect(await door(wrong, true)('session.setTheme', { theme: 'dark' })).toMatchObject({
      refusal: { code: 'internal' },
    });
    expect(await door(wrong)('session.setTheme', { theme: 'dark' })).toMatchObject({ ok: true });
  });
});

describe('staged files', () => {
  let next = 0;
  const newId = () => `s${++next}`;

  test('stay until they are dropped; the oldest go when there are too many', () => {
    const staging = openStaging(newId, 10);
    const ids = [4, 4, 4].map((size) => {
      const staged = staging.put(new Uint8Array(size));
      return staged.ok ? staged.value.stagedId : '';
    });
    expect(ids.map((id) => staging.find(id)?.byteLength)).toEqual([undefined, 4, 4]);
    staging.drop(ids[1] ?? '');
    expect(staging.find(ids[1] ?? '')).toBeUndefined();
  });
});
