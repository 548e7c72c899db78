import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** Under our own name: Windows' management refuses templates below Microsoft's. */
export const policyKey = String.raw`HKLM\SOFTWARE\Policies\Segl`;
const parentKey = String.raw`HKLM\SOFTWARE\Policies`;

/** Runs a program of the operating system to its end and gives what it printed; throws when it fails. */
export type Run = (program: string, args: readonly string[]) => string;

/**
 * The values below the key, named as in the policy file; `undefined` when the key is not there. `reg export` and not `reg query`:
 * it writes Unicode whatever the console speaks. Where the organisation has locked the registry tools for users, which
 * blocks `reg` too, PowerShell reads the same values. Throws when neither is let in.
 */
export function readRegistryPolicy(run: Run): Record<string, unknown> | undefined {
  let below: string;
  try {
    below = run('reg', ['query', parentKey, '/reg:64']);
  } catch {
    // Encoded, so that no shell's rules of quoting have a say.
    const encoded = Buffer.from(askPowerShell, 'utf16le').toString('base64');
    return parsePowerShellAnswer(
      run('powershell', ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded]),
    );
  }
  if (!/\\Policies\\Segl\s*$/im.test(below)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'segl-policy-'));
  try {
    const file = join(folder, 'policy.reg');
    run('reg', ['export', policyKey, file, '/y', '/reg:64']);
    return parseRegistryFile(readFileSync(file).toString('utf16le'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints `{"values":{…},"lists":{name:[…]}}` as Base64 of UTF-8, and nothing where the key is not there. */
const askPowerShell = [
  "$ErrorActionPreference = 'Stop'",
  '$root = [Microsoft.Win32.RegistryKey]::OpenBaseKey("LocalMachine", "Registry64")',
  "$key = $root.OpenSubKey('SOFTWARE\\Policies\\Segl')",
  'if ($key -eq $null) { exit 0 }',
  '$values = @{}; foreach ($name in $key.GetValueNames()) { $values[$name] = $key.GetValue($name, $null, "DoNotExpandEnvironmentNames") }',
  '$lists = @{}; foreach ($name in $key.GetSubKeyNames()) { $sub = $key.OpenSubKey($name); $lists[$name] = @($sub.GetValueNames() | ForEach-Object { $sub.GetValue($_) }) }',
  '[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((@{ values = $values; lists = $lists } | ConvertTo-Json -Depth 4)))',
].join('; ');

const named = z.record(z.string(), z.unknown()).default({});
const answer = z.object({ values: named, lists: named });

/** What {@link askPowerShell} printed, in the form of {@link parseRegistryFile}. */
export function parsePowerShellAnswer(printed: string): Record<string, unknown> | undefined {
  if (printed.trim() === '') return undefined;
  const { values, lists } = answer.parse(JSON.parse(Buffer.from(printed.trim(), 'base64').toString('utf8')));
  const named = Object.entries(values).map(([name, value]) => [
    ours(name),
    typeof value === 'number' && /^productionOnly$/i.test(name) ? toSwitch(value) : value,
  ]);
  return Object.fromEntries([
    ...named,
    ...Object.entries(lists).map(([name, value]) => [ours(name), [value].flat()]),
  ]);
}

/** A registration file as Windows writes it: values of the key itself, and lists as keys below it. */
export function parseRegistryFile(text: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  let below: string | undefined;
  for (const line of text
    .replace(/^\ufeff/, '')
    .replace(/\\\r?\n\s*/g, '')
    .split(/\r?\n/)) {
    const key = /^\[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Segl(?:\\(?<below>.+))?\]$/i.exec(line);
    if (key) {
      below = key.groups?.below;
      if (below !== undefined) found[ours(below)] = [];
      continue;
    }
    const value = /^"(?<name>(?:[^"\\]|\\.)*)"=(?<data>.*)$/.exec(line)?.groups;
    if (value?.name === undefined || value.data === undefined) continue;
    const read = readValue(value.data, value.name);
    if (below === undefined) found[ours(value.name)] = read;
    else {
      const list = found[ours(below)];
      found[ours(below)] = [...(Array.isArray(list) ? list : []), read];
    }
  }
  return found;
}

/** `ArchiveFolder` in the registry is `archiveFolder` in the file. */
const ours = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function readValue(data: string, name: string): unknown {
  const text = /^"(?<text>(?:[^"\\]|\\.)*)"$/.exec(data)?.groups?.text;
  if (text !== undefined) return text.replace(/\\(.)/g, '$1');
  const number = /^dword:(?<digits>[0-9a-f]{8})$/i.exec(data)?.groups?.digits;
  // What is switched on or off in a policy is a number in the registry.
  if (number !== undefined)
    return /^productionOnly$/i.test(name) ? toSwitch(Number.parseInt(number, 16)) : number;
  const bytes = /^hex\((?<kind>2|7)\):(?<bytes>[0-9a-f,]*)$/i.exec(data)?.groups;
  if (bytes?.bytes === undefined) return undefined;
  const parts = Buffer.from(bytes.bytes.replaceAll(',', ''), 'hex').toString('utf16le').split('\0');
  return bytes.kind === '2' ? parts[0] : parts.filter((part) => part !== '');
}
const toSwitch = (number: number): unknown => (number === 0 ? false : number === 1 ? true : number);
