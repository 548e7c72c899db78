import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type HeldArchive, holdArchive, type Refused } from '../../../main/adapters/lock/hold-archive.ts';
import type { Heartbeat } from '../../../main/adapters/lock/lock-holder.ts';

const program = new URL('../../../main/adapters/lock/hold-archive.ts', import.meta.url).href;
/** The file system's locks do nothing. */
const noLock = { lock: () => ({ release: () => {} }), beatEvery: 20, watchFor: 400 };

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'segl-hold-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
const heartbeatIn = (folder: string): Heartbeat =>
  JSON.parse(readFileSync(join(folder, 'in-use.json'), 'utf8'));
const write = (folder: string, beat: Heartbeat) =>
  writeFileSync(join(folder, 'in-use.json'), JSON.stringify(beat));

/** A process of its own that holds the folder without a lock, and writes a line each time it is asked whose it is. */
async function otherProcess(folder: string) {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { holdArchive } from ${JSON.stringify(program)};
     const held = await holdArchive(${JSON.stringify(folder)}, { lock: () => ({ release() {} }), beatEvery: 20, watchFor: 400 });
     console.log('takenBy' in held ? 'held' : 'refused ' + held.holder?.process);
     process.stdin.on('data', () => console.log(held.takenBy()?.process ?? 'ours'));`,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const line = async () => String((await once(lines, 'line'))[0]);
  const said = await line();
  const ask = () => {
    const answer = line();
    child.stdin.write('?');
    return answer;
  };
  return { child, said, ask };
}
async function kill(child: ChildProcess) {
  child.kill('SIGKILL');
  await once(child, 'exit');
}
function held(answer: HeldArchive | Refused): HeldArchive {
  if (!('takenBy' in answer)) throw new Error(`refused: ${answer.holder?.process}`);
  onTestFinished(() => answer.release());
  return answer;
}

test('without locks a second process is refused, and told who holds the archive', async () => {
  const folder = temporary();
  const { child, said } = await otherProcess(folder);
  expect(said).toBe('held');
  expect(await holdArchive(folder, noLock)).toMatchObject({
    holder: { user: userInfo().username, machine: hostname(), process: child.pid },
  });
});
test('of two processes that start at once without locks, one holds the archive', async () => {
  const folder = temporary();
  const both = await Promise.all([otherProcess(folder), otherProcess(folder)]);
  expect(both.map(({ said }) => said).filter((said) => said === 'held')).toHaveLength(1);
});
test('a process that was killed is known to be gone at once, and one that is only stopped is not', async () => {
  const folder = temporary();
  const { child } = await otherProcess(folder);
  child.kill('SIGSTOP');
  expect(await holdArchive(folder, noLock)).toMatchObject({ holder: { process: child.pid } });
  await kill(child);
  const begun = performance.now();
  held(await holdArchive(folder, { ...noLock, watchFor: 60_000 }));
  expect(performance.now() - begun).toBeLessThan(10_000);
});
test('a process number that was given to another process is not the holder', async () => {
  const folder = temporary();
  held(await holdArchive(folder, noLock)).release();
  const first = await holdArchive(folder, noLock);
  const beat = heartbeatIn(folder);
  held(first).release();
  write(folder, { ...beat, id: 'gone', started: 'at another time' });
  const begun = performance.now();
  held(await holdArchive(folder, { ...noLock, watchFor: 60_000 }));
  expect(performance.now() - begun).toBeLessThan(10_000);
});

const elsewhere: Heartbeat = {
  user: 'kari',
  machine: 'RDS-04',
  process: 4711,
  since: '2031-01-01T00:00:00.000Z',
  id: 'theirs',
  scope: 'RDS-04',
  folder: 1,
  count: 7,
};
test('another machine lives while its count moves, whatever its clock says', async () => {
  const folder = temporary();
  write(folder, { ...elsewhere, since: '1999-01-01T00:00:00.000Z' });
  let { count } = elsewhere;
  const beating = setInterval(() => write(folder, { ...elsewhere, count: ++count }), 30);
  onTestFinished(() => clearInterval(beating));
  expect(await holdArchive(folder, noLock)).toMatchObject({ holder: { user: 'kari', machine: 'RDS-04' } });
});
test.each([
  ['stands still, also with a time to come', JSON.stringify(elsewhere)],
  ['is half a file', '{"user":"ka'],
])('a heartbeat that %s is taken over after it has been watched', async (_, text) => {
  const folder = temporary();
  writeFileSync(join(folder, 'in-use.json'), text);
  const begun = performance.now();
  held(await holdArchive(folder, noLock));
  expect(performance.now() - begun).toBeGreaterThanOrEqual(noLock.watchFor);
  expect(heartbeatIn(folder).process).toBe(process.pid);
});
test('a holder that slept while another took the archive finds out as soon as it asks', async () => {
  const folder = temporary();
  const { child, ask } = await otherProcess(folder);
  expect(await ask()).toBe('ours');
  child.kill('SIGSTOP');
  // As seen from another machine: the process cannot be looked at, only the count.
  write(folder, { ...heartbeatIn(folder), scope: 'elsewhere' });
  const onTaken = vi.fn();
  const mine = held(await holdArchive(folder, { ...noLock, onTaken }));
  child.kill('SIGCONT');
  expect(await ask()).toBe(String(process.pid));
  expect(mine.takenBy()).toBeUndefined();
  expect(onTaken).not.toHaveBeenCalled();
  write(folder, elsewhere);
  expect(mine.takenBy()).toMatchObject({ machine: 'RDS-04' });
  expect(onTaken).toHaveBeenCalledOnce();
});
test('a heartbeat that is deleted comes back, and goes when the archive is closed', async () => {
  const folder = temporary();
  const mine = held(await holdArchive(folder, noLock));
  rmSync(join(folder, 'in-use.json'));
  await vi.waitFor(() => expect(heartbeatIn(folder).process).toBe(process.pid));
  mine.release();
  expect(() => heartbeatIn(folder)).toThrow('ENOENT');
});
test('a copy of a folder that is open opens once the copied heartbeat has stood still', async () => {
  const folder = temporary();
  const copy = join(temporary(), 'copy');
  held(await holdArchive(folder, noLock));
  cpSync(folder, copy, { recursive: true });
  held(await holdArchive(copy, noLock));
});
