import { afterEach, expect, test, vi } from 'vitest';
import { httpBridge } from '../../../renderer/api/http-bridge.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a question is a POST to its name, and the answer is handed on as it is', async () => {
  const fetching = vi.fn(async () => Response.json({ ok: true, value: { caseId: 'c1' } }));
  vi.stubGlobal('fetch', fetching);
  expect(await httpBridge.ask('desk.goTo', { number: '2026/1' })).toEqual({
    ok: true,
    value: { caseId: 'c1' },
  });
  expect(fetching).toHaveBeenCalledWith(
    '/ask/desk.goTo',
    expect.objectContaining({ method: 'POST', credentials: 'same-origin', body: '{"number":"2026/1"}' }),
  );
});

test('bytes are staged raw, without a form around them', async () => {
  const fetching = vi.fn(async () => Response.json({ ok: true, value: { stagedId: 's1' } }));
  vi.stubGlobal('fetch', fetching);
  const bytes = new Uint8Array([37, 80, 68, 70]);
  expect(await httpBridge.stage(bytes)).toEqual({ ok: true, value: { stagedId: 's1' } });
  expect(fetching).toHaveBeenCalledWith('/stage', expect.objectContaining({ method: 'PUT', body: bytes }));
});

test.each([
  ['the network is cut', async () => Promise.reject(new TypeError('failed to fetch'))],
  ['what answers is not Segl', async () => new Response('<html>', { status: 502 })],
])('when %s, the clerk gets a refusal and no exception', async (_why, fetching) => {
  vi.stubGlobal('fetch', fetching);
  expect(await httpBridge.ask('session.open', {})).toEqual({
    ok: false,
    refusal: { code: 'connection-lost' },
  });
});

test('a broken stream of news is opened again, and what was missed is read again', () => {
  vi.useFakeTimers();
  const opened: { onopen?: () => void; onerror?: () => void; close: () => void }[] = [];
  vi.stubGlobal(
    'EventSource',
    class {
      close = () => {};
      constructor() {
        opened.push(this);
      }
    },
  );
  const heard: unknown[] = [];
  const stop = httpBridge.onEvent((news) => heard.push(news));
  opened[0]?.onopen?.();
  expect(heard).toEqual([]);
  opened[0]?.onerror?.();
  vi.runOnlyPendingTimers();
  expect(opened).toHaveLength(2);
  opened[1]?.onopen?.();
  expect(heard).toEqual([{ kind: 'archive.changed', caseIds: [], entryIds: [] }]);
  stop();
});
