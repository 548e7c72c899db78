import type { Child, StartChild } from '../../ports/child-program.ts';
import { PartUnusable } from '../../ports/pdf-workshop.ts';
import {
  isJobAnswer,
  type JobAnswer,
  type JobName,
  type JobOrder,
  type Jobs,
  workerReady,
} from './worker-jobs.ts';

/** The job could not be finished: it took more time or memory than it may, or brought its worker down. */
export class PdfWorkFailed extends Error {
  override readonly name = 'PdfWorkFailed';
}

export type WorkerPool = {
  readonly ask: <N extends JobName>(name: N, ...input: Parameters<Jobs[N]>) => ReturnType<Jobs[N]>;
  readonly close: () => Promise<void>;
};

export type PoolOptions = {
  readonly startChild: StartChild;
  readonly log?: (line: string) => void;
  /** How long a job on so many bytes may take. */
  readonly timeLimitMs: (bytes: number) => number;
  /** What the whole process of a worker may hold. */
  readonly memoryMb?: number;
  readonly program?: URL;
};

/** Number of workers. With two, a slow file does not delay the others; more would compete for the same cores. */
const workers = 2;
/** In MB. A file of 10 MB may take the program to 700 MB at most; the check runs at intervals, so it stops earlier. */
const defaultMemoryMb = 600;

const ownProgram = () =>
  new URL(import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js', import.meta.url);

type Waiting = {
  readonly order: JobOrder;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: Error) => void;
};
type Seat = {
  child: Child | undefined;
  /** The child has loaded its libraries; from then on the time limit of a job applies. */
  ready: boolean;
  current: { job: Waiting; timer: NodeJS.Timeout } | undefined;
};
/** In milliseconds: how long a child may take to load its libraries. */
const startLimitMs = 60_000;

/**
 * Long-lived worker processes with hard limits. Each does one job at a time; a job that breaks a limit takes its worker
 * with it and nothing else, and the next one finds a worker started anew.
 */
export function openWorkerPool(options: PoolOptions): WorkerPool {
  const { timeLimitMs, memoryMb = defaultMemoryMb, program = ownProgram(), log = () => {} } = options;
  const queue: Waiting[] = [];
  const seats: Seat[] = Array.from({ length: workers }, () => ({
    child: undefined,
    ready: false,
    current: undefined,
  }));
  let closed = false;
  let lastId = 0;

  const settle = (seat: Seat, end: (job: Waiting) => void): void => {
    if (!seat.current) return;
    const { job, timer } = seat.current;
    clearTimeout(timer);
    seat.current = undefined;
    end(job);
    next();
  };
  const lose = (seat: Seat, lost: Child, reason: string): void => {
    if (seat.child !== lost) return;
    seat.child = undefined;
    lost.kill();
    const worked = seat.current !== undefined;
    settle(seat, (job) => {
      log(`pdf ${job.order.name}: ${reason}`);
      job.reject(new PdfWorkFailed(`${job.order.name}: ${reason}`));
    });
    // A worker that ended while working is restarted at once; an idle one when it is needed.
    if (worked && !closed) seat.child ??= start(seat);
  };
  /** Starts the time limit of a job from now, and cancels the earlier timer. */
  const allow = (seat: Seat, working: Child, job: Waiting): NodeJS.Timeout => {
    clearTimeout(seat.current?.timer);
    const limit = seat.ready ? timeLimitMs(sizeOf(job.order.input)) : startLimitMs;
    return setTimeout(() => lose(seat, working, `not finished in ${limit} ms`), limit);
  };
  const start = (seat: Seat): Child => {
    const started = options.startChild(program, {
      args: [String(memoryMb)],
      memoryMb: Math.ceil(memoryMb * 0.75),
      log,
    });
    seat.ready = false;
    started.onMessage((message) => {
      if (seat.child === started && message === workerReady) {
        seat.ready = true;
        if (seat.current) seat.current.timer = allow(seat, started, seat.current.job);
        return;
      }
      if (seat.child === started && isJobAnswer(message) && message.id === seat.current?.job.order.id)
        settle(seat, (job) => finish(job, message));
    });
    started.onExit((how) => lose(seat, started, `worker ended with ${how}`));
    return started;
  };
  const next = (): void => {
    if (closed) return;
    // A worker that runs is taken before one that must be started.
    const seat =
      seats.find(({ child, current }) => child && !current) ?? seats.find(({ current }) => !current);
    const job = seat && queue.shift();
    if (!seat || !job) return;
    seat.child ??= start(seat);
    const working = seat.child;
    seat.current = { job, timer: allow(seat, working, job) };
    working.post(job.order);
    next();
  };
  const [first] = seats;
  if (first) first.child = start(first);
  return {
    // Each answer comes from the job of that name; the compiler cannot follow that through a message.
    ask: ((name: JobName, ...input: readonly unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        if (closed) return reject(new PdfWorkFailed(`${name}: the workshop is closed`));
        lastId += 1;
        queue.push({ order: { id: lastId, name, input }, resolve, reject });
        next();
      })) as WorkerPool['ask'],
    close: async () => {
      closed = true;
      const ended = (job: Waiting) =>
        job.reject(new PdfWorkFailed(`${job.order.name}: the workshop is closed`));
      for (const seat of seats) {
        const { child } = seat;
        seat.child = undefined;
        settle(seat, ended);
        child?.kill();
      }
      queue.splice(0).forEach(ended);
    },
  };
}

/** Bytes that a job is given, however they lie in its input. */
function sizeOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + sizeOf(one), 0);
  return Object(value).bytes instanceof Uint8Array ? Object(value).bytes.length : 0;
}

function finish(job: Waiting, answer: JobAnswer): void {
  if ('value' in answer) job.resolve(answer.value);
  else if ('partUnusable' in answer) {
    const { index, fault, page } = answer.partUnusable;
    job.reject(new PartUnusable(index, fault, page));
  } else job.reject(new Error(answer.failed));
}
