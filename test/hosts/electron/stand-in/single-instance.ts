import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Told = { readonly argv: readonly string[]; readonly folder: string; readonly additional: unknown };

/**
 * One process per profile, as Chromium's singleton does it: the lock lies in `userData`, and whoever comes second tells
 * the first with what it was started. `undefined` for whoever comes second.
 */
export function holdLock(userData: string, additional: unknown, second: (told: Told) => void) {
  const [lock, letters] = [join(userData, 'SingletonLock'), join(userData, 'SingletonLetters')];
  mkdirSync(letters, { recursive: true });
  if (!tryTake(lock)) {
    const told: Told = { argv: process.argv, folder: process.cwd(), additional };
    writeFileSync(join(letters, `${process.pid}.json`), JSON.stringify(told));
    return undefined;
  }
  const read = () => {
    for (const name of readdirSync(letters).filter((one) => one.endsWith('.json'))) {
      const letter = readLetter(join(letters, name));
      if (letter) second(letter);
    }
  };
  const watching = watch(letters, read);
  watching.unref();
  return {
    release: () => {
      watching.close();
      rmSync(lock, { force: true });
    },
  };
}

function tryTake(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false;
    rmSync(lock, { force: true });
    return tryTake(lock);
  }
}
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
/** A letter that is still being written is read at the next change. */
function readLetter(path: string): Told | undefined {
  try {
    const told = JSON.parse(readFileSync(path, 'utf8')) as Told;
    rmSync(path);
    return told;
  } catch {
    return undefined;
  }
}
