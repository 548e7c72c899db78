import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type UserFolders, userFolders, usualArchive } from '../user-folders.ts';

export const usage = 'use: serve [--archive DIR] [--port N] [--no-open] [--json] [--production]';

export type Options = {
  readonly archive: string;
  readonly port: number;
  readonly open: boolean;
  readonly json: boolean;
  readonly kind: 'training' | 'production';
  /** For tests: the local portal's clock and outcomes can be steered. */
  readonly portalTestControl?: boolean;
};

/** The user's own archive unless a folder is named. Throws when something is unknown or no port. */
export function parseOptions(args: readonly string[], folders: UserFolders = userFolders()): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      archive: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      production: { type: 'boolean', default: false },
      'portal-test-control': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (values.archive === '') throw new Error('--archive names no folder');
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is no port`);
  const kind = values.production ? 'production' : 'training';
  return {
    archive: resolve(values.archive ?? usualArchive(folders, kind)),
    port,
    open: !values['no-open'],
    json: values.json,
    kind,
    portalTestControl: values['portal-test-control'],
  };
}
