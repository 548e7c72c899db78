import { expect, test, vi } from 'vitest';
import {
  type ContentsParts,
  guardContents,
  guardSession,
  mayOpenOutside,
  type SessionParts,
} from '../../../main/hosts/electron/guard-contents.ts';
import { windowOptions } from '../../../main/hosts/electron/window-options.ts';

function guarded(signerAddress?: string) {
  const listeners = new Map<string, (event: { url: string; preventDefault(): void }) => void>();
  const opened: string[] = [];
  let openWindow: ((details: { url: string }) => { action: 'deny' }) | undefined;
  const contents: ContentsParts = {
    setWindowOpenHandler: (decide) => {
      openWindow = decide;
    },
    // The listeners of all events are called with the same shape here.
    on: (event: string, listener: (event: never) => void) =>
      listeners.set(event, listener as (event: { url: string; preventDefault(): void }) => void),
  };
  guardContents(contents, mayOpenOutside(signerAddress), (url) => void opened.push(url));
  const isStopped = (event: string, url: string) => {
    const preventDefault = vi.fn();
    listeners.get(event)?.({ url, preventDefault });
    return preventDefault.mock.calls.length === 1;
  };
  return { opened, open: (url: string) => openWindow?.({ url }), isStopped };
}

test('a link to the signer’s page opens in the user’s browser, never in a window of ours', () => {
  const { opened, open } = guarded('http://127.0.0.1:4000/');
  expect(open('http://127.0.0.1:4000/job/1')).toEqual({ action: 'deny' });
  expect(opened).toEqual(['http://127.0.0.1:4000/job/1']);
});
test.each([
  'https://elsewhere.example/',
  'http://127.0.0.1:4001/',
  'http://127.0.0.1:4000.elsewhere.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-settings:',
  'not an address',
])('a link to %s opens nothing', (url) => {
  const { opened, open } = guarded('http://127.0.0.1:4000/');
  expect(open(url)).toEqual({ action: 'deny' });
  expect(opened).toEqual([]);
});
test('without a local portal no link opens anything', () => {
  const { opened, open } = guarded();
  open('http://127.0.0.1:4000/');
  expect(opened).toEqual([]);
});
test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s stays on our own pages', (event) => {
  const { isStopped } = guarded();
  expect(isStopped(event, 'https://elsewhere.example/')).toBe(true);
  expect(isStopped(event, 'archive://app/index.html#/saker')).toBe(false);
});
test('embedded web views are refused', () => {
  expect(guarded().isStopped('will-attach-webview', '')).toBe(true);
});
test('a page is granted the clipboard for writing and nothing else', () => {
  let request: Parameters<SessionParts['setPermissionRequestHandler']>[0] = () => undefined;
  let check: Parameters<SessionParts['setPermissionCheckHandler']>[0] = () => true;
  guardSession({
    setPermissionRequestHandler: (decide) => {
      request = decide;
    },
    setPermissionCheckHandler: (decide) => {
      check = decide;
    },
  });
  const granted = vi.fn();
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal']) {
    expect(check(undefined, permission)).toBe(false);
    request(undefined, permission, granted);
  }
  expect(granted.mock.calls.flat()).toEqual([false, false, false, false, false]);
  expect(check(undefined, 'clipboard-sanitized-write')).toBe(true);
});
test('the page gets no more than a web page has', () => {
  expect(windowOptions('/bridge.cjs').webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});
