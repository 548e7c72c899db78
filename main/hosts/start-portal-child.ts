import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** First line on the portal's standard output. `ca`, `certificate`, `key`: paths of PEM files. */
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
  /** The portal's program, and what runs it: this very program when absent. */
  readonly program: string;
  readonly runtime?: string;
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
  const args = [order.program, '--dir', order.folder, '--json', '--with-parent'];
  if (order.testControl) args.push('--test-control');
  if (ports) args.push('--port', String(ports.api), '--signer-port', String(ports.signer));
  const child = spawn(order.runtime ?? process.execPath, args, {
    // An open standard input is the sign of life: the portal ends when its parent does, however that happens.
    stdio: ['pipe', 'pipe', 'pipe'],
    // In Electron the program is Electron itself; elsewhere this means nothing.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stderr }).on('line', (line) => order.log(`portal: ${line}`));
  const gone = new Promise<string>((resolve) => {
    child.once('error', (fault) => resolve(fault.message));
    child.once('exit', (code, signal) => resolve(String(signal ?? code)));
  });
  try {
    const said = await firstLine(child, gone, order.patienceMs ?? 60_000);
    const found = greeting.parse(JSON.parse(said));
    return { greeting: found, ports: portsOf(found), gone, end: () => end(child, gone) };
  } catch (fault) {
    child.kill('SIGKILL');
    throw fault;
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

async function firstLine(child: Child, gone: Promise<string>, patienceMs: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
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
  child.stdin.end();
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(insist);
}
