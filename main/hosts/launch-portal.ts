import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SigningConnection } from '../application/host-parts.ts';
import { type Greeting, type PortalOrder, type PortalPorts, startPortalChild } from './start-portal-child.ts';

export type RunningPortal = {
  readonly connection: SigningConnection;
  /** Where signers read and sign. */
  readonly signer: string;
  /** Only with `testControl`. */
  readonly control: string | undefined;
  close(): Promise<void>;
};

/** The organisation in the server certificate of the service that the portal stands in for (Posten Bring AS). */
const serviceOrganisation = '984661185';
const RESTART_MS = [250, 1000, 5000, 15_000] as const;

/** Starts the local portal as a child, keeps it running on the same ports until closed, and ends it with this process. */
export async function launchPortal(order: PortalOrder): Promise<RunningPortal> {
  mkdirSync(order.folder, { recursive: true, mode: 0o700 });
  let current = await startWhereItWas(order);
  const closing = new AbortController();
  const { greeting, ports } = current;
  writeFileSync(portsFile(order.folder), JSON.stringify(ports));

  const keepRunning = (async () => {
    for (let deaths = 0; ; deaths += 1) {
      const how = await current.gone;
      if (closing.signal.aborted) return;
      order.log(`portal ended by itself (${how}); starting it again`);
      for (;;) {
        const wait = RESTART_MS[Math.min(deaths, RESTART_MS.length - 1)];
        await pause(wait, undefined, { signal: closing.signal }).catch(() => undefined);
        if (closing.signal.aborted) return;
        try {
          // The addresses of running jobs hold the port, so it must come back on the same one.
          current = await startPortalChild(order, ports);
          break;
        } catch (fault) {
          order.log(`portal did not start: ${fault instanceof Error ? fault.message : String(fault)}`);
          deaths += 1;
        }
      }
      if (closing.signal.aborted) return await current.end();
    }
  })();

  return {
    connection: toConnection(greeting),
    signer: greeting.signer,
    control: greeting.control,
    close: async () => {
      closing.abort();
      await current.end();
      await keepRunning;
    },
  };
}

const ports = z.object({ api: z.int(), signer: z.int() });
const portsFile = (folder: string) => join(folder, 'ports.json');

/** On the ports of last time if they are free, since stored addresses point there; else on new ones. */
async function startWhereItWas(order: PortalOrder) {
  let known: PortalPorts | undefined;
  try {
    known = ports.parse(JSON.parse(readFileSync(portsFile(order.folder), 'utf8')));
  } catch {
    return startPortalChild(order);
  }
  try {
    return await startPortalChild(order, known);
  } catch {
    order.log('portal could not start on the ports of last time; using others');
    return startPortalChild(order);
  }
}

function toConnection(greeting: Greeting): SigningConnection {
  const pem = (path: string) => readFileSync(path, 'utf8');
  return {
    environment: 'training',
    apiRoot: greeting.api,
    anchors: [pem(greeting.ca)],
    serverOrganisation: serviceOrganisation,
    organisation: greeting.organisation,
    certificateChain: pem(greeting.certificate),
    key: pem(greeting.key),
    signerAddress: greeting.signer,
  };
}
