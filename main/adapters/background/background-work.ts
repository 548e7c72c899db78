import type { Instant } from '../../../domain/basics.ts';
import type { Clock } from '../../ports/clock.ts';

export type BackgroundWork = {
  /** There is something to send. */
  wakeOutbox(): void;
  /** Asks the service now, unless it has said when to come back. */
  fetchNow(): Promise<{ readonly received: number; readonly nextAt?: Instant }>;
  /** Runs `task` when no round is under way. */
  between<T>(task: () => Promise<T>): Promise<T>;
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
};

type Work = {
  readonly send: () => Promise<void>;
  /** Does what a day that has come asks for, and deletes what has been kept for its whole time. */
  readonly clearOut: () => Promise<void>;
  readonly receive: () => Promise<{ readonly received: number; readonly nextAt?: Instant }>;
  /** When the outbox has something again, if ever. */
  readonly nextSending: () => Promise<string | undefined>;
  /** Is there any job the service may have news of? */
  readonly expectsNews: () => Promise<boolean>;
  readonly clock: Clock;
  readonly log: (line: string) => void;
};

const restMs = 60_000;
/** With nothing under way we still look now and then: a job may be running that only the service remembers. */
const idleMs = 15 * 60_000;

/**
 * Runs outbox and inbox by turns, never two at a time, each when it is due: the outbox when woken or when a waiting
 * job may try again, the inbox when the service permits. One that fails does not keep the other from its turn.
 */
export function createBackgroundWork(work: Work): BackgroundWork {
  let stopped = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<unknown> = Promise.resolve();
  /** Work that came in after the round under way had looked for it. */
  let woken = false;

  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const run = line.then(task);
    line = run.catch(() => undefined);
    return run;
  };
  const plan = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void inLine(round), woken ? 0 : Math.max(0, Math.min(ms, idleMs)));
  };
  const until = (at: string | undefined, otherwise: number): number =>
    at === undefined ? otherwise : Math.max(250, Date.parse(at) - Date.parse(work.clock.now()));
  const said = new Map<string, string>();
  /** What `task` says, or how long to rest after it failed. */
  const orRest = async (
    what: 'sending' | 'asking' | 'clearing out',
    task: () => Promise<number>,
  ): Promise<number> => {
    try {
      const rest = await task();
      said.delete(what);
      return rest;
    } catch (fault) {
      const line = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
      // A service that is away, or not set up yet, is not news every minute.
      if (said.get(what) !== line) work.log(`background work: ${line}`);
      said.set(what, line);
      return restMs;
    }
  };
  const untilSending = async () => until(await work.nextSending(), idleMs);
  const untilAsking = async (nextAt: Instant | undefined) =>
    (await work.expectsNews()) ? until(nextAt, restMs) : idleMs;

  async function round(): Promise<void> {
    if (stopped) return;
    woken = false;
    await orRest('clearing out', async () => {
      await work.clearOut();
      return idleMs;
    });
    const sending = await orRest('sending', async () => {
      await work.send();
      return untilSending();
    });
    const asking = await orRest('asking', async () => untilAsking((await work.receive()).nextAt));
    plan(Math.min(sending, asking));
  }

  return {
    wakeOutbox() {
      woken = true;
      plan(0);
    },
    fetchNow: () =>
      inLine(async () => {
        // Answers are fetched even when sending fails: a job that cannot be sent keeps its own fault.
        const sending = await orRest('sending', async () => {
          await work.send();
          return untilSending();
        });
        const outcome = await work.receive();
        plan(Math.min(sending, await untilAsking(outcome.nextAt)));
        return outcome;
      }),
    between: inLine,
    start() {
      stopped = false;
      plan(0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await line;
    },
  };
}
