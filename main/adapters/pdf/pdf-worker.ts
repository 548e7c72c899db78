import { parentPort } from 'node:worker_threads';
import { PartUnusable } from '../../ports/pdf-workshop.ts';
import { drawImage } from './draw-image.ts';
import { drawLetter } from './draw-letter.ts';
import { drawNote } from './draw-note.ts';
import { inspectFile } from './inspect-file.ts';
import { mergeParts } from './merge-parts.ts';
import { verifySignatures } from './verify-signatures.ts';
import type { JobAnswer, JobOrder, Jobs } from './worker-jobs.ts';

/** The worker's whole program: one order in, one answer out, in the order they come. */
const jobs: Jobs = {
  inspect: inspectFile,
  merge: mergeParts,
  verifySignatures,
  drawNote,
  drawLetter,
  drawImage,
};

const port = parentPort;
port?.on('message', async (order: JobOrder) => {
  const answer = await carryOut(order);
  port.postMessage(answer, 'value' in answer ? buffersOf(answer.value) : []);
});

async function carryOut({ id, name, input }: JobOrder): Promise<JobAnswer> {
  try {
    // The line that sends orders ties each name to its own input; the compiler cannot follow that through a message.
    const job = jobs[name] as (...input: readonly unknown[]) => Promise<unknown>;
    return { id, value: await job(...input) };
  } catch (fault) {
    if (fault instanceof PartUnusable)
      return { id, partUnusable: { index: fault.index, fault: fault.fault } };
    return { id, failed: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}

/** Bytes are handed over, not copied. */
function buffersOf(value: unknown): ArrayBuffer[] {
  const held = value instanceof Uint8Array ? [value] : Object.values(Object(value));
  return held
    .filter((one) => one instanceof Uint8Array)
    .map((one) => one.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
