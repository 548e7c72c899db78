import { expect, test, vi } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { answerWindow, tellWindows } from '../../../main/hosts/electron/answer-window.ts';
import { ASK, EVENTS, STAGE, STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import { fakeApplication } from '../fake-application.ts';

const own = 'archive://app/index.html';

/** Keeps the handlers, and asks as a frame of the given address would. */
function opened() {
  const fake = fakeApplication();
  const handlers = new Map<
    string,
    (event: { senderFrame: { url: string } | null }, ...given: unknown[]) => unknown
  >();
  answerWindow({ handle: (channel, answer) => void handlers.set(channel, answer) }, fake.app);
  const send = (from: string | null, channel: string, ...given: unknown[]) =>
    handlers.get(channel)?.({ senderFrame: from === null ? null : { url: from } }, ...given);
  return { ...fake, send };
}

test('a question from our own page reaches the application', async () => {
  const { send } = opened();
  expect(await send(own, ASK, 'case.open', { caseId: '1' })).toEqual({
    ok: true,
    value: { name: 'case.open', input: { caseId: '1' } },
  });
});
test.each([
  'https://elsewhere.example/',
  'archive://application/',
  'archive://app.elsewhere.example/',
  'file:///etc/passwd',
  'about:blank',
  null,
])('a frame at %s reaches neither questions nor bytes', (from) => {
  const { send, app } = opened();
  expect(() => send(from, ASK, 'case.open', {})).toThrow('foreign frame');
  expect(() => send(from, STAGE, new Uint8Array(1))).toThrow('foreign frame');
  expect(app.ask).not.toHaveBeenCalled();
  expect(app.stage).not.toHaveBeenCalled();
});
test('bytes up to the limit are staged, one more is refused', async () => {
  const { send, app } = opened();
  expect(await send(own, STAGE, new Uint8Array(STAGE_LIMIT))).toMatchObject({ ok: true });
  expect(await send(own, STAGE, new Uint8Array(STAGE_LIMIT + 1))).toMatchObject({
    refusal: { code: 'file-too-large' },
  });
  expect(app.stage).toHaveBeenCalledOnce();
});
test('what is not bytes is refused', async () => {
  expect(await opened().send(own, STAGE, 'text')).toMatchObject({ refusal: { code: 'invalid-input' } });
});
test('an event goes to every open window, and to none that is closed', () => {
  const { app, publish } = opened();
  const windows = [false, true].map((gone) => ({ isDestroyed: () => gone, send: vi.fn() }));
  const stop = tellWindows(app, () => windows);
  const event = { kind: 'archive.changed', caseIds: [], entryIds: [toId<'entry'>('1')] } as const;
  publish(event);
  stop();
  publish(event);
  expect(windows[0]?.send.mock.calls).toEqual([[EVENTS, event]]);
  expect(windows[1]?.send).not.toHaveBeenCalled();
});
