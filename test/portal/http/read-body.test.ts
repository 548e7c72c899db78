import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { portalForTests } from '../support/portal-under-test.ts';

const under = portalForTests();

test('a refusal waits for the body, so that who writes first and reads then gets to read it', async () => {
  const { portal, sender, control } = under();
  await control('sender', { organisation: '310000027' });
  const { port } = new URL(portal.api);
  const socket = connect({
    port: Number(port),
    host: '127.0.0.1',
    ca: readFileSync(portal.ca),
    cert: sender.who.chain,
    key: sender.who.key,
    checkServerIdentity: () => undefined,
  });
  await once(socket, 'secureConnect');
  socket.read(0);
  const half = Buffer.alloc(1_000_000);
  socket.write(
    'POST /api/310000027/portal/signature-jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n' +
      `Content-Type: multipart/mixed; boundary=b\r\nContent-Length: ${2 * half.length}\r\n\r\n`,
  );
  await new Promise((resolve) => socket.write(half, resolve));
  // These are answered after the portal has seen the headers above, which alone decide the refusal.
  for (let round = 0; round < 3; round += 1) expect((await sender.call('GET', sender.root)).status).toBe(200);
  expect(socket.readableLength).toBe(0);
  socket.write(half);
  const answer = (await buffer(socket)).toString('utf8');
  expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  expect(answer).toContain('BROKER_NOT_AUTHORIZED');
});
