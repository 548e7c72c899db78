import type { Surroundings } from './ports/surroundings.ts';

export type BackgroundWork = {
  /** There is something to send. */
  wakeOutbox(): void;
  /** Asks the service now, unless it has said when to come back. */
  fetchNow(): Promise<{ readonly received: number; readonly nextAt?: string }>;
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
};

type Work = {
  readonly send: () => Promise<void>;
  readonly receive: () => Promise<{ readonly received: number; readonly nextAt?: string }>;
  /** When the outbox has something again, if ever. */
  readonly nextSending: () => Promise<string | undefined>;
  /** Is there any job the service may have news of? */
  readonly expectsNews: () => Promise<boolean>;
  readonly surroundings: Pick<Surroundings, 'now'>;
  readonly log: (line: string) => void;
};

const restMs = 60_000;
/** With nothing under way we still look now and then: a job may be running that only the service remembers. */
const idleMs = 15 * 60_000;

/**
 * Runs outbox and inbox by turns, never two at a time, each when it is due: the outbox when woken or when a waiting
 * job may try again, the inbox when the service permits.
 */
export function createBackgroundWork(work: Work): BackgroundWork {
  let stopped = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<unknown> = Promise.resolve();

  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const run = line.then(task);
    line = run.catch(() => undefined);
    return run;
  };
  const plan = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void inLine(round), Math.max(0, Math.min(ms, idleMs)));
  };
  const until = (at: string | undefined, otherwise: number): number =>
    at === undefined ? otherwise : Math.max(250, Date.parse(at) - Date.parse(work.surroundings.now()));

  async function round(): Promise<void> {
    let wait = idleMs;
    try {
      await work.send();
      const expected = await work.expectsNews();
      const { nextAt } = await work.receive();
      wait = Math.min(until(await work.nextSending(), idleMs), expected ? until(nextAt, restMs) : idleMs);
    } catch (fault) {
      work.log(
        `background work: ${fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)}`,
      );
      wait = restMs;
    }
    plan(wait);
  }

  return {
    wakeOutbox: () => plan(0),
    fetchNow: () =>
      inLine(async () => {
        await work.send();
        const outcome = await work.receive();
        plan(until(outcome.nextAt, restMs));
        return outcome;
      }),
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
