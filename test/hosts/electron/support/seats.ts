import { chmodSync } from 'node:fs';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Layout, layOutPacked } from './lay-out-packed.ts';
import { type Order, type StandIn, startStandIn } from './start-stand-in.ts';

export type Seats = ReturnType<typeof installForTests>;

/** One installed Segl for all tests of a file; whatever a test starts ends with it. */
export function installForTests() {
  let layout: Layout | undefined;
  const running: StandIn[] = [];
  beforeAll(async () => {
    layout = await layOutPacked();
  }, 180_000);
  afterAll(() => layout?.remove());
  afterEach(async () => {
    for (const one of running.splice(0)) await one.kill();
  });
  const installed = (): Layout => {
    if (!layout) throw new Error('nothing is laid out yet');
    return layout;
  };
  let trained: Promise<string> | undefined;
  const buildTraining = async (start: (home: string) => StandIn) => {
    const home = installed().makeHome();
    const first = start(home);
    await first.see('shown', ({ url }) => url === 'archive://app/');
    await first.perform({ do: 'quit' });
    await first.ended;
    return home;
  };
  return {
    layout: installed,
    /** A user who has started Segl before: the training archive is built. The same for all tests. */
    trainedHome(): Promise<string> {
      trained ??= buildTraining((home) => startStandIn(installed(), home));
      return trained;
    },
    makeHome: () => installed().makeHome(),
    start(home: string, order: Order = {}, from: Layout = installed()): StandIn {
      for (
        let folder = from.appPath;
        folder.startsWith(installed().folder);
        folder = folder.replace(/[\\/][^\\/]+$/, '')
      )
        chmodSync(folder, 0o755);
      const started = startStandIn(from, home, order);
      running.push(started);
      return started;
    },
  };
}

/** What the program was refused by a rule of Electron's. */
export const refusals = (segl: StandIn) => segl.sights.filter(({ kind }) => kind === 'refused');

/** Waits for the box that says what is wrong, and for the end of the program. */
export async function endsWithBox(segl: StandIn) {
  const box = await segl.see('error-box');
  return { said: `${String(box.title)}: ${String(box.content)}`, ...(await segl.ended) };
}
