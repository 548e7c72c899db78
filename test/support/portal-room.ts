import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostenSigning } from '../../main/adapters/posten/open-posten-signing.ts';
import type { SigningConnection } from '../../main/application/host-parts.ts';
import type { SigningService } from '../../main/ports/signing-service.ts';
import { type RunningPortal, startPortal } from '../../portal/portal.ts';
import { copyCertificates } from './shared-certificates.ts';
import { sharedWorkshop } from './shared-workshop.ts';
import type { ServiceJob, SigningRoom } from './signing-room.ts';

/** A {@link SigningRoom} whose service is a local portal in this process, over TLS. */
export type PortalRoom = SigningRoom & {
  portal(): RunningPortal;
  connection(): SigningConnection;
  control(command: string, input?: object): Promise<unknown>;
};

export async function openPortalRoom(): Promise<PortalRoom> {
  const dir = mkdtempSync(join(tmpdir(), 'segl-rom-'));
  await copyCertificates(join(dir, 'certificates'));
  const services: SigningService[] = [];
  let ahead = 0;
  let portal = await startPortal({ dir, testControl: true, pollWaitSeconds: 1 });
  const port = Number(new URL(portal.api).port);

  const control = async (command: string, input: object = {}): Promise<unknown> => {
    const response = await fetch(`${portal.control}/${command}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    const said: unknown = await response.json();
    if (!response.ok) throw new Error(`${command}: ${JSON.stringify(said)}`);
    return said;
  };
  // Tests ask faster than the service lets anyone; the limits have tests of their own.
  const calm = () => control('modes', { rateLimit: false });
  await calm();
  const now = () => new Date(Date.now() + ahead * 1_000);
  const pem = () => ({
    certificateChain: readFileSync(portal.certificate, 'utf8'),
    key: readFileSync(portal.key, 'utf8'),
  });
  const place = () => ({
    apiRoot: portal.api,
    anchors: [readFileSync(portal.ca, 'utf8')],
    serverOrganisation: '984661185',
  });
  return {
    pdf: sharedWorkshop(),
    portal: () => portal,
    connection: () => ({
      environment: 'training',
      organisation: portal.organisation,
      signerAddress: portal.signer,
      ...place(),
      ...pem(),
    }),
    openSigning: (queue, clock = now) => {
      const service = openPostenSigning({
        environment: place(),
        organisation: portal.organisation,
        queue,
        credentials: { kind: 'pem', ...pem() },
        now: clock,
        callsPerSecond: 1_000,
      });
      services.push(service);
      return service;
    },
    now,
    pass: async (seconds) => {
      ahead += seconds;
      await control('clock', { offsetSeconds: ahead });
    },
    control,
    modes: async (modes) => void (await control('modes', modes)),
    act: async (job, signer, action) => void (await control('act', { job, signer, action })),
    // Written by the portal's own control endpoint, whose shape this is.
    jobs: async () => (await control('jobs')) as readonly ServiceJob[],
    stop: () => portal.close(),
    start: async () => {
      portal = await startPortal({ dir, port, testControl: true, pollWaitSeconds: 1 });
      await calm();
      await control('clock', { offsetSeconds: ahead });
    },
    close: async () => {
      for (const service of services) await service.close();
      await portal.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
