import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What a running Node host leaves for a second start of the same archive; readable by its owner only. */
const running = z.object({ port: z.int(), secret: z.string() });
export type Running = z.output<typeof running>;

export const announceRunning = (path: string, found: Running): void =>
  writeFileSync(path, JSON.stringify(found), { mode: 0o600 });

export const withdrawRunning = (path: string): void => rmSync(path, { force: true });

/** A fresh one-time address from the host that has the archive open; `undefined` when it is another kind of host. */
export async function askRunning(path: string): Promise<string | undefined> {
  try {
    const { port, secret } = running.parse(JSON.parse(readFileSync(path, 'utf8')));
    const reply = await fetch(`http://127.0.0.1:${port}/again`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(5000),
    });
    return reply.ok ? await reply.text() : undefined;
  } catch {
    return undefined;
  }
}
