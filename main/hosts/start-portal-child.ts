import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Child, StartChild } from '../ports/child-program.ts';

/** First message of the portal to its parent. `ca`, `certificate`, `key`: paths of PEM files. */
const greeting = z.object({
  api: z.url(),
  signer: z.url(),
  ca: z.string(),
  certificate: z.string(),
  key: z.string(),
  organisation: z.string(),
  /** Only with `testControl`. */
  control: z.url().optional(),
});
export type Greeting = z.output<typeof greeting>;
export type PortalPorts = { readonly api: number; readonly signer: number };
export type PortalChild = {
  readonly greeting: Greeting;
  readonly ports: PortalPorts;
  /** Fulfilled when the process is gone, with how it went. */
  readonly gone: Promise<string>;
  /** Asks it to end, and insists after five seconds. */
  end(): Promise<void>;
};
export type PortalOrder = {
  /** The portal's program. */
  readonly program: string;
  readonly startChild: StartChild;
  /** Its own state; kept between starts. */
  readonly folder: string;
  readonly log: (line: string) => void;
  /** For tests: the portal's clock and outcomes can be steered. */
  readonly testControl?: boolean;
  /** How long a start may take; keys are drawn at the first one. */
  readonly patienceMs?: number;
};

/** Throws when the portal ends before it has said where it is, or does not say it in time. */
export async function startPortalChild(order: PortalOrder, ports?: PortalPorts): Promise<PortalChild> {
  const args = ['--dir', order.folder, '--with-parent'];
  if (order.testControl) args.push('--test-control');
  if (ports) args.push('--port', String(ports.api), '--signer-port', String(ports.signer));
  const child = order.startChild(pathToFileURL(order.program), {
    args,
    log: (line) => order.log(`portal: ${line}`),
  });
  const gone = new Promise<string>((resolve) => child.onExit(resolve));
  try {
    const found = greeting.parse(await firstMessage(child, gone, order.patienceMs ?? 60_000));
    return { greeting: found, ports: portsOf(found), gone, end: () => end(child, gone) };
  } catch (fault) {
    child.kill();
    throw fault;
  }
}

async function firstMessage(child: Child, gone: Promise<string>, patienceMs: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      new Promise<unknown>((resolve) => child.onMessage(resolve)),
      gone.then((how) => Promise.reject(new Error(`the portal ended at once (${how})`))),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('the portal said nothing in time')), patienceMs);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

const portsOf = (found: Greeting): PortalPorts => ({
  api: Number(new URL(found.api).port),
  signer: Number(new URL(found.signer).port),
});

async function end(child: Child, gone: Promise<string>): Promise<void> {
  // Portal and launcher share no code; this is the word between them.
  child.post({ end: true });
  const insist = setTimeout(() => child.kill(), 5000);
  await gone;
  clearTimeout(insist);
}
