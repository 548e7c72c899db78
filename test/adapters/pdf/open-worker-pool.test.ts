import { expect, test } from 'vitest';
import { startNodeChild } from '../../../main/adapters/children/start-node-child.ts';
import { openWorkerPool, PdfWorkFailed } from '../../../main/adapters/pdf/open-worker-pool.ts';

const program = new URL('./odd-worker.ts', import.meta.url);
const open = (timeLimitMs: number, said: string[] = []) =>
  openWorkerPool({
    startChild: startNodeChild,
    program,
    memoryMb: 256,
    timeLimitMs: () => timeLimitMs,
    log: (line) => said.push(line),
  });
const ask = (pool: ReturnType<typeof open>, name: string) => pool.ask('inspect', new Uint8Array(1), name, []);

test.each([
  ['die', 60_000, /ended with 3/],
  ['loop', 1500, /not finished in 1500 ms/],
  ['fill the heap', 60_000, /worker ended/],
  ['fill buffers', 60_000, /worker ended with SIGKILL/],
])(
  'a worker told to %s fails its own job only, and the next gets another',
  async (misdeed, limit, reason) => {
    const pool = open(limit);
    const [failed, answered] = await Promise.allSettled([ask(pool, misdeed), ask(pool, 'behave')]);
    const after = await ask(pool, 'behave');
    await pool.close();
    expect(failed).toMatchObject({ status: 'rejected', reason: expect.any(PdfWorkFailed) });
    expect(String(Object(failed).reason)).toMatch(reason);
    expect(answered.status).toBe('fulfilled');
    expect(after).toBeGreaterThan(0);
  },
);

test('what lies outside the JavaScript heap counts, and the log says so', async () => {
  const said: string[] = [];
  const pool = open(60_000, said);
  await expect(ask(pool, 'fill buffers')).rejects.toThrow(PdfWorkFailed);
  await pool.close();
  expect(said).toContain('over 256 MB');
});

test('a file that takes its time does not hold up the others', async () => {
  const pool = open(3000);
  const slow = ask(pool, 'loop').catch((fault: unknown) => fault);
  const others = [await ask(pool, 'a'), await ask(pool, 'b'), await ask(pool, 'c')];
  const first = await Promise.race([slow, Promise.resolve('still at work')]);
  await pool.close();
  expect(first).toBe('still at work');
  expect(new Set(others).size).toBe(1);
});

test('a closed pool answers with an error, and leaves no process', async () => {
  const pool = open(60_000);
  const pid = Number(await ask(pool, 'behave'));
  const waiting = ask(pool, 'loop').catch((fault: unknown) => fault);
  await pool.close();
  expect(await waiting).toBeInstanceOf(PdfWorkFailed);
  await expect(ask(pool, 'behave')).rejects.toThrow(PdfWorkFailed);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
