import { parseArgs } from 'node:util';
import { linkToParent } from './parent-link.ts';
import { type PortalOptions, startPortal } from './portal.ts';

const usage =
  'use: portal --dir DIR [--port N] [--signer-port N] [--json] [--test-control] [--with-parent] [--poll-wait-seconds N]';

function readOptions(): {
  readonly options: PortalOptions;
  readonly json: boolean;
  readonly withParent: boolean;
} {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string' },
      port: { type: 'string' },
      'signer-port': { type: 'string' },
      json: { type: 'boolean', default: false },
      'test-control': { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
      'poll-wait-seconds': { type: 'string' },
    },
  });
  if (values.dir === undefined) throw new Error(usage);
  const port = toNumber(values.port, '--port');
  const signerPort = toNumber(values['signer-port'], '--signer-port');
  const pollWaitSeconds = toNumber(values['poll-wait-seconds'], '--poll-wait-seconds');
  return {
    json: values.json,
    withParent: values['with-parent'],
    options: {
      dir: values.dir,
      testControl: values['test-control'],
      log: (line) => process.stderr.write(`${new Date().toISOString()} ${line}\n`),
      ...(port !== undefined && { port }),
      ...(signerPort !== undefined && { signerPort }),
      ...(pollWaitSeconds !== undefined && { pollWaitSeconds }),
    },
  };
}

function toNumber(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} is not a number: ${text}\n${usage}`);
  return value;
}

try {
  const { options, json, withParent } = readOptions();
  const { close, ...where } = await startPortal(options);
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (withParent) linkToParent(end)(where);
  const line = json
    ? JSON.stringify(where)
    : `API: ${where.api}/${where.organisation}\nSigner's pages: ${where.signer}\nCertificates: ${where.ca}`;
  process.stdout.write(`${line}\n`);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
