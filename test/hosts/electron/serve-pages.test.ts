import { expect, test } from 'vitest';
import { servePages } from '../../../main/hosts/electron/serve-pages.ts';
import { fakeApplication } from '../fake-application.ts';

const page = {
  bytes: new Uint8Array(new TextEncoder().encode('<!doctype html>')),
  mime: 'text/html',
  lasting: false,
};
const answer = servePages(
  fakeApplication().app,
  (path) => (path === '/' ? page : undefined),
  () => 'nb',
);
const get = (url: string, method = 'GET', headers: Record<string, string> = {}) =>
  answer(new Request(url, { method, headers }));

test('the start page comes with the page policy', async () => {
  const reply = await get('archive://app/');
  expect(await reply.text()).toBe('<!doctype html>');
  expect(reply.headers.get('content-security-policy')).toContain("object-src 'none'");
});
test('a PDF of the archive is shown, a web page from it is saved', async () => {
  const pdf = await get('archive://app/files/object/1');
  expect(new Uint8Array(await pdf.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  expect(pdf.headers.get('content-disposition')).toMatch(/^inline;/);
  expect((await get('archive://app/files/object/2')).headers.get('content-disposition')).toMatch(
    /^attachment;/,
  );
});
test.each([
  ['archive://app/nowhere', 'GET'],
  ['archive://app/files/object/9', 'GET'],
  ['archive://elsewhere/', 'GET'],
  ['archive://app/', 'POST'],
  ['archive://app/../package.json', 'GET'],
])('%s by %s is not found', async (url, method) => {
  expect((await get(url, method)).status).toBe(404);
});
test('a part of a file is answered as a part', async () => {
  const part = await get('archive://app/files/object/1', 'GET', { range: 'bytes=1-' });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe('bytes 1-2/3');
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(Uint8Array.of(2, 3));
  expect((await get('archive://app/files/object/1', 'GET', { range: 'bytes=9-' })).status).toBe(416);
});

test('a file whose key is gone is withheld with a status of its own', async () => {
  expect((await get('archive://app/files/object/locked')).status).toBe(423);
});
