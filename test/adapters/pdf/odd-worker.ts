import { openParentLink } from '../../../main/adapters/children/open-parent-link.ts';
import { watchMemory } from '../../../main/adapters/pdf/watch-memory.ts';
import { type JobOrder, workerReady } from '../../../main/adapters/pdf/worker-jobs.ts';

/** A worker that misbehaves by the name of the file it is asked to inspect. */
const held: unknown[] = [];
const misdeeds: Readonly<Record<string, () => void>> = {
  die: () => process.exit(3),
  loop: () => {
    for (;;);
  },
  'fill the heap': () => {
    for (;;) held.push(Array.from({ length: 1000 }, (_, at) => ({ at })));
  },
  'fill buffers': () => {
    for (;;) held.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
};

watchMemory(Number(process.argv[2]));
const parent = openParentLink();
parent.onMessage((message) => {
  const { id, input } = message as JobOrder;
  misdeeds[String(input[1])]?.();
  parent.post({ id, value: process.pid });
});
parent.post(workerReady);
