import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { PolicyUnreadable } from '../../ports/machine-policy.ts';
import { parsePolicy } from './parse-policy.ts';
import { policyKey, type Run, readRegistryPolicy } from './registry-policy.ts';

export type PolicySources = {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly run: Run;
  /** On Linux; written by root only. */
  readonly file: string;
  /** On macOS: what a management profile has laid down for this program; the user's goes before the machine's. */
  readonly managed: readonly string[];
};

/**
 * What is decided for this machine; empty when nothing is. Read before anything is opened, and synchronously, since it
 * decides the folder. Throws {@link PolicyUnreadable}.
 */
export function readMachinePolicy(sources: PolicySources = thisMachine()): MachinePolicy {
  const { place, read } = sourceOf(sources);
  let found: unknown;
  try {
    found = read();
  } catch (fault) {
    throw new PolicyUnreadable(place, undefined, fault);
  }
  return found === undefined ? {} : parsePolicy(found, place, sources);
}

function sourceOf({ platform, run, file, managed }: PolicySources): {
  readonly place: string;
  readonly read: () => unknown;
} {
  if (platform === 'win32') return { place: policyKey, read: () => readRegistryPolicy(run) };
  if (platform === 'darwin') {
    const [path] = managed.filter((candidate) => existsSync(candidate));
    if (path === undefined) return { place: managed[0] ?? '', read: () => undefined };
    return { place: path, read: () => JSON.parse(run('plutil', ['-convert', 'json', '-o', '-', path])) };
  }
  return { place: file, read: () => readIfThere(file) };
}

/** A file that is there and may not be read is a fault, not an absence. */
function readIfThere(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && (fault.code === 'ENOENT' || fault.code === 'ENOTDIR'))
      return undefined;
    throw fault;
  }
}

/** As `appId` in the packed program. */
const bundle = 'no.segl.app';
const managedFolder = '/Library/Managed Preferences';

function thisMachine(): PolicySources {
  const { platform, env } = process;
  return {
    platform,
    env,
    run: runSystemProgram,
    file: '/etc/segl/policy.json',
    managed:
      platform === 'darwin'
        ? [`${managedFolder}/${userInfo().username}/${bundle}.plist`, `${managedFolder}/${bundle}.plist`]
        : [],
  };
}

/** By whole path: a program of the same name elsewhere must not answer for the operating system's. */
const runSystemProgram: Run = (program, args) =>
  execFileSync(systemPrograms[program]?.() ?? `/usr/bin/${program}`, args, {
    encoding: 'utf8',
    timeout: 10_000,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const system32 = () => `${process.env.SystemRoot ?? 'C:\\Windows'}\\System32`;
const systemPrograms: Readonly<Record<string, () => string>> = {
  reg: () => `${system32()}\\reg.exe`,
  powershell: () => `${system32()}\\WindowsPowerShell\\v1.0\\powershell.exe`,
};
