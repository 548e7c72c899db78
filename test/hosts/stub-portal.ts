import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A program that greets as the local portal does. It notes each start in `starts.txt`, listens on the ports it is given,
 * and dies when asked to by `GET /die`.
 */
export function writeStubPortal(folder: string): string {
  const path = join(folder, 'stub-portal.mjs');
  writeFileSync(
    path,
    `import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
const { values } = parseArgs({ options: { dir: { type: 'string' }, port: { type: 'string', default: '0' },
  'signer-port': { type: 'string', default: '0' }, 'with-parent': { type: 'boolean' } } });
const pem = (name) => { const file = join(values.dir, name); writeFileSync(file, 'the ' + name); return file; };
const listen = (port) => new Promise((resolve, reject) => {
  const server = createServer((request, response) => { response.end(); if (request.url === '/die') process.exit(7); });
  server.once('error', reject).listen(Number(port), '127.0.0.1', () => resolve(server.address().port));
});
try {
  const [api, signer] = [await listen(values.port), await listen(values['signer-port'])];
  appendFileSync(join(values.dir, 'starts.txt'), process.pid + '\\n');
  process.on('message', () => process.exit(0)).on('disconnect', () => process.exit(0));
  process.send({ api: 'https://127.0.0.1:' + api + '/api',
    signer: 'http://127.0.0.1:' + signer + '/', ca: pem('ca'), certificate: pem('certificate'), key: pem('key'),
    organisation: '310000019' });
} catch { process.exit(1); }
`,
  );
  return path;
}
