import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { type LocalServer, startLocalServer } from '../../../main/hosts/node/local-server.ts';
import { STAGE_LIMIT } from '../../../preload/contract/channels.ts';
import { fakeApplication } from '../fake-application.ts';

let fake: ReturnType<typeof fakeApplication>;
let server: LocalServer;
let base: string;
let cookie: string;

beforeEach(async () => {
  fake = fakeApplication();
  const page = new Uint8Array(new TextEncoder().encode('<!doctype html>'));
  server = await startLocalServer({
    app: fake.app,
    findPage: (path) => (path === '/' ? { bytes: page, mime: 'text/html', lasting: false } : undefined),
    port: 0,
    secret: 'between-two-starts',
    language: () => 'nb',
    log: () => undefined,
  });
  base = `http://127.0.0.1:${server.port}`;
  cookie = await enter(server.enterUrl());
});
afterEach(() => server.close());

async function enter(url: string): Promise<string> {
  const reply = await fetch(url, { redirect: 'manual' });
  expect(reply.status).toBe(303);
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { headers: { cookie, ...headers } });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(base + path, { method: 'POST', body, headers: { cookie, origin: base, ...headers } });

/** `fetch` will not send a false Host. */
const withHost = (host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(base, { headers: { host, cookie } }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    })
      .once('error', reject)
      .end();
  });

describe('who is let in', () => {
  test('the key gives a cookie that pages cannot read, and sends the browser to the start page', async () => {
    const reply = await fetch(server.enterUrl(), { redirect: 'manual' });
    expect(reply.headers.get('location')).toBe('/');
    expect(reply.headers.get('set-cookie')).toMatch(
      /^segl-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
  });
  test('a key works once', async () => {
    const url = server.enterUrl();
    await enter(url);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(403);
  });
  test('the browser that used the key may load the address again', async () => {
    const url = server.enterUrl();
    const held = await enter(url);
    expect((await fetch(url, { redirect: 'manual', headers: { cookie: held } })).status).toBe(303);
  });
  test('a wrong key gives nothing', async () => {
    expect((await fetch(`${base}/enter?key=guess`, { redirect: 'manual' })).status).toBe(403);
  });
  test.each(['/', '/events', '/files/object/1'])('%s is closed without the cookie', async (path) => {
    expect((await fetch(base + path)).status).toBe(403);
  });
  test('a question without the cookie never reaches the application', async () => {
    const reply = await fetch(`${base}/ask/case.open`, {
      method: 'POST',
      body: '{}',
      headers: { origin: base },
    });
    expect(reply.status).toBe(403);
    expect(fake.app.ask).not.toHaveBeenCalled();
  });
  test('another name for this machine is refused, so that no rebound name gets in', async () => {
    expect(await withHost(`localhost:${server.port}`)).toBe(403);
    expect(await withHost('elsewhere.example')).toBe(403);
    expect(await withHost(`127.0.0.1:${server.port}`)).toBe(200);
  });
  test.each(['http://elsewhere.example', 'http://127.0.0.1:1', 'null'])(
    'a question with origin %s is refused',
    async (origin) => {
      expect((await post('/ask/case.open', '{}', { origin })).status).toBe(403);
      expect(fake.app.ask).not.toHaveBeenCalled();
    },
  );
  test('a question without an origin is refused', async () => {
    const reply = await fetch(`${base}/ask/case.open`, { method: 'POST', body: '{}', headers: { cookie } });
    expect(reply.status).toBe(403);
  });
  test.each(['cross-site', 'same-site'])('a request that a %s page started is refused', async (site) => {
    expect((await get('/', { 'sec-fetch-site': site })).status).toBe(403);
  });
});

describe('a second start', () => {
  const again = (headers: Record<string, string>) => fetch(`${base}/again`, { method: 'POST', headers });
  test('gets a new one-time address for the secret', async () => {
    const reply = await again({ authorization: 'Bearer between-two-starts' });
    expect(await enter(await reply.text())).toMatch(/^segl-/);
  });
  test('gets none without it, nor from a browser', async () => {
    expect((await again({})).status).toBe(403);
    expect((await again({ authorization: 'Bearer between-two-starts', origin: base })).status).toBe(403);
  });
});

describe('what goes through', () => {
  test('a question and its answer', async () => {
    const reply = await post('/ask/case.open', '{"caseId":"1"}');
    expect(await reply.json()).toEqual({ ok: true, value: { name: 'case.open', input: { caseId: '1' } } });
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });
  test.each(['{', '\u0000', ''])(
    'a body that is not JSON (%j) is refused in the shape of an answer',
    async (body) => {
      const reply = await post('/ask/case.open', body);
      expect(await reply.json()).toEqual({
        ok: false,
        refusal: { code: 'invalid-input', facts: { field: 'body' } },
      });
      expect(fake.app.ask).not.toHaveBeenCalled();
    },
  );
  test('a question of more than a megabyte is refused', async () => {
    const reply = await post('/ask/case.open', JSON.stringify('x'.repeat(1_100_000)));
    expect(reply.status).toBe(413);
    expect(fake.app.ask).not.toHaveBeenCalled();
  });
  test('bytes up to the limit are staged', async () => {
    const reply = await fetch(`${base}/stage`, {
      method: 'PUT',
      body: new Uint8Array(STAGE_LIMIT),
      headers: { cookie, origin: base },
    });
    expect(await reply.json()).toEqual({ ok: true, value: { stagedId: String(STAGE_LIMIT) } });
  });
  test('one byte more is refused, said beforehand or not', async () => {
    const tooMuch = new Uint8Array(STAGE_LIMIT + 1);
    const unannounced = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(tooMuch);
        stream.close();
      },
    });
    for (const body of [tooMuch, unannounced]) {
      const init = { method: 'PUT', body, duplex: 'half', headers: { cookie, origin: base } };
      const reply = await fetch(`${base}/stage`, init);
      expect(await reply.json()).toMatchObject({ ok: false, refusal: { code: 'file-too-large' } });
    }
    expect(fake.app.stage).not.toHaveBeenCalled();
  });
  test('a PDF is shown in place under its own name', async () => {
    const reply = await get('/files/object/1');
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''Leieavtale%20%C2%AB%C3%B8%C2%BB.pdf",
    );
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  });
  test('a file known by its mark is not sent twice', async () => {
    expect((await get('/files/object/1', { 'if-none-match': '"abc"' })).status).toBe(304);
  });
  test('a file that could act in a browser is only ever saved', async () => {
    const reply = await get('/files/object/2');
    expect(reply.headers.get('content-type')).toBe('application/octet-stream');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment;/);
  });
  test('what does not exist is said so', async () => {
    expect((await get('/files/object/3')).status).toBe(404);
    const locked = await get('/files/object/locked');
    expect([locked.status, await locked.text()]).toEqual([423, expect.stringMatching(/Nøkkelen .* mangler/)]);
    expect((await get('/nowhere')).status).toBe(404);
    expect((await post('/nowhere', '{}')).status).toBe(404);
  });
  test('every answer carries the page policy', async () => {
    for (const reply of [await get('/'), await fetch(base), await get('/files/object/1')]) {
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
  test('an event reaches an open window, and a window that left is forgotten', async () => {
    const leaving = new AbortController();
    const reply = await fetch(`${base}/events`, { headers: { cookie }, signal: leaving.signal });
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': open\n\n');
    const event = { kind: 'archive.changed', caseIds: [toId<'case'>('1')], entryIds: [] } as const;
    fake.publish(event);
    expect((await reader?.read())?.value).toBe(`data: ${JSON.stringify(event)}\n\n`);
    expect(fake.listeners.size).toBe(1);
    leaving.abort();
    await expect.poll(() => fake.listeners.size).toBe(0);
  });
  test('a fault becomes a short answer and a line in the log, never a stack trace', async () => {
    fake.app.ask.mockRejectedValueOnce(new Error('secret detail'));
    const reply = await post('/ask/case.open', '{}');
    expect(reply.status).toBe(500);
    expect(await reply.text()).not.toContain('secret');
  });
});
