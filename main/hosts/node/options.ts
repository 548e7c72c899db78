import { parseArgs } from 'node:util';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { chooseArchive } from '../choose-archive.ts';
import { type UserFolders, userFolders } from '../user-folders.ts';

export const nodeUsage = 'use: serve [--archive DIR] [--port N] [--no-open] [--json] [--production]';

export type NodeOptions = {
  readonly archive: string;
  readonly port: number;
  readonly open: boolean;
  readonly json: boolean;
  readonly kind: 'training' | 'production';
  /** For tests: the local portal's clock and outcomes can be steered. */
  readonly portalTestControl?: boolean;
};

/** An argument that is known, with a value that is of no use. */
export class UnfitArgument extends Error {
  override readonly name = 'UnfitArgument';
}

/** The user's own archive unless a folder is named. Throws when something is unknown, no port, or against policy. */
export function parseNodeOptions(
  args: readonly string[],
  folders: UserFolders = userFolders(),
  policy: MachinePolicy = {},
): NodeOptions {
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
  if (values.archive === '') throw new UnfitArgument('--archive names no folder');
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new UnfitArgument(`--port ${values.port} is no port`);
  return {
    ...chooseArchive(values, folders, policy),
    port,
    open: !values['no-open'],
    json: values.json,
    portalTestControl: values['portal-test-control'],
  };
}
