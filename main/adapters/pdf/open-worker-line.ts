import { Worker } from 'node:worker_threads';
import { PartUnusable } from '../../ports/pdf-workshop.ts';
import type { JobAnswer, JobName, JobOrder, Jobs } from './worker-jobs.ts';

/** The job could not be finished: it took too long, or brought its worker down. The next one gets a fresh worker. */
export class PdfWorkFailed extends Error {}

export type WorkerLine = {
  /** Takes over the bytes it is given: the caller's view of them is empty afterwards. */
  readonly ask: <N extends JobName>(name: N, ...input: Parameters<Jobs[N]>) => ReturnType<Jobs[N]>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly order: JobOrder;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: Error) => void;
};

/** Memory one worker may take before it is ended instead of the program; the young part spares it much sweeping. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 };

/**
 * One long-lived worker, started when first needed. Jobs go to it one at a time, so that a job that hangs or crashes
 * takes no other down with it. An idle worker does not keep the program running.
 */
export function openWorkerLine(
  timeLimitMs: number,
  workerFile: URL = new URL(
    import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js',
    import.meta.url,
  ),
): WorkerLine {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let current: { readonly job: Waiting; readonly timer: NodeJS.Timeout } | undefined;
  let closed = false;
  let lastId = 0;

  const settle = (end: (job: Waiting) => void): void => {
    if (!current) return;
    const { job, timer } = current;
    clearTimeout(timer);
    current = undefined;
    worker?.unref();
    end(job);
    next();
  };
  const drop = (lost: Worker, reason: string): void => {
    if (worker !== lost) return;
    worker = undefined;
    void lost.terminate();
    settle((job) => job.reject(new PdfWorkFailed(`${job.order.name}: ${reason}`)));
  };
  const start = (): Worker => {
    const started = new Worker(workerFile, { resourceLimits });
    started.on('message', (answer: JobAnswer) => {
      if (answer.id === current?.job.order.id) settle((job) => finish(job, answer));
    });
    started.on('error', (fault) => drop(started, String(fault)));
    started.on('exit', (code) => drop(started, `worker ended with ${code}`));
    return started;
  };
  const next = (): void => {
    if (current || closed) return;
    const job = queue.shift();
    if (!job) return;
    worker ??= start();
    const working = worker;
    const timer = setTimeout(() => drop(working, `not finished in ${timeLimitMs} ms`), timeLimitMs);
    current = { job, timer };
    working.ref();
    working.postMessage(job.order, job.order.input.flatMap(buffersIn));
  };
  return {
    // Each answer comes from the job of that name; the compiler cannot follow that through a message.
    ask: ((name: JobName, ...input: readonly unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        if (closed) return reject(new PdfWorkFailed(`${name}: the workshop is closed`));
        lastId += 1;
        queue.push({ order: { id: lastId, name, input }, resolve, reject });
        next();
      })) as WorkerLine['ask'],
    close: async () => {
      closed = true;
      const [ending, waiting] = [worker, queue.splice(0)];
      const ended = (job: Waiting) =>
        job.reject(new PdfWorkFailed(`${job.order.name}: the workshop is closed`));
      worker = undefined;
      settle(ended);
      waiting.forEach(ended);
      await ending?.terminate();
    },
  };
}

/** Bytes given to the line are its own, so they are handed over instead of copied once more. */
const buffersIn = (value: unknown): ArrayBuffer[] => {
  if (Array.isArray(value)) return value.flatMap(buffersIn);
  const bytes = value instanceof Uint8Array ? value : Object(value).bytes;
  return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
};

function finish(job: Waiting, answer: JobAnswer): void {
  if ('value' in answer) job.resolve(answer.value);
  else if ('partUnusable' in answer) {
    job.reject(new PartUnusable(answer.partUnusable.index, answer.partUnusable.fault));
  } else job.reject(new Error(answer.failed));
}
