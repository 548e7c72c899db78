import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type PortalOptions, type RunningPortal, startPortal } from '../../../portal/portal.ts';
import { createSender, type Sender } from './sender.ts';

export type UnderTest = {
  readonly portal: RunningPortal;
  readonly sender: Sender;
  /** Calls the control endpoint and gives what it answers. */
  readonly control: (command: string, input?: unknown) => Promise<unknown>;
};

export async function callControl(
  portal: RunningPortal,
  command: string,
  input: unknown = {},
): Promise<unknown> {
  const response = await fetch(`${portal.control}/${command}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  if (!response.ok)
    throw new Error(`control ${command} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** One portal for a test file, in a folder of its own, without rate limit unless a test switches it on. */
export function portalForTests(options: Partial<PortalOptions> = {}): () => UnderTest {
  let current: UnderTest | undefined;
  let dir: string | undefined;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'segl-portal-'));
    const portal = await startPortal({ dir, testControl: true, pollWaitSeconds: 0, ...options });
    current = {
      portal,
      sender: createSender(portal),
      control: (command, input) => callControl(portal, command, input),
    };
  });
  beforeEach(async () => {
    await current?.control('reset');
    await current?.control('modes', { rateLimit: false });
  });
  afterAll(async () => {
    await current?.portal.close();
    if (dir) rmSync(dir, { recursive: true, force: true });
  });
  return () => {
    if (!current) throw new Error('the portal has not started');
    return current;
  };
}
