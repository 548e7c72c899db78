import { existsSync, readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';

const settingsFile = z.record(z.string(), z.unknown());

/**
 * A settings file that cannot be read as one is renamed, so that Segl starts with its own values and nothing is thrown
 * away. Run before the file is opened.
 */
export function setAsideDamaged(path: string, log: (line: string) => void): void {
  if (!existsSync(path)) return;
  try {
    settingsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    const kept = freeName(`${path}.damaged`);
    renameSync(path, kept);
    log(`settings could not be read and were set aside as ${kept}; using standard settings`);
  }
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let count = 2; existsSync(name); count += 1) name = `${wanted}-${count}`;
  return name;
}
