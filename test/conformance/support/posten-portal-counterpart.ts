import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostenSigning } from '../../../main/adapters/posten/open-posten-signing.ts';
import type { PostenConfig } from '../../../main/adapters/posten/posten-config.ts';
import type { SigningService } from '../../../main/ports/signing-service.ts';
import { type RunningPortal, startPortal } from '../../../portal/portal.ts';
import { identityNumber } from '../../support/identity-number.ts';
import type { Counterpart } from '../signing-service-promises.ts';

export type PortalCounterpart = Counterpart & {
  readonly portal: RunningPortal;
  /** Another client of the same portal; closed with the counterpart. */
  readonly openAnother: (change?: Partial<PostenConfig>) => SigningService;
  /** A command of the portal's control endpoint. */
  readonly control: (command: string, input: object) => Promise<unknown>;
};

/** Starts a portal in a folder of its own and opens the Posten client on it. */
export async function openPortalCounterpart(modes: object = {}): Promise<PortalCounterpart> {
  const dir = mkdtempSync(join(tmpdir(), 'segl-portal-'));
  const portal = await startPortal({ dir, testControl: true });
  const services: SigningService[] = [];
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const control = async (command: string, input: object): Promise<unknown> => {
    const response = await fetch(`${portal.control}/${command}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
    });
    const said: unknown = await response.json();
    if (!response.ok) throw new Error(`${command}: ${JSON.stringify(said)}`);
    return said;
  };
  const openAnother = (change: Partial<PostenConfig> = {}): SigningService => {
    const service = openPostenSigning({
      environment: {
        apiRoot: portal.api,
        anchors: [readFileSync(portal.ca, 'utf8')],
        serverOrganisation: '984661185',
      },
      organisation: portal.organisation,
      queue: 'arkiv',
      credentials: {
        kind: 'pem',
        certificateChain: readFileSync(portal.certificate, 'utf8'),
        key: readFileSync(portal.key, 'utf8'),
      },
      now,
      callsPerSecond: 1_000,
      ...change,
    });
    services.push(service);
    return service;
  };
  // Tests ask faster than the service lets anyone; one of them shows that the client keeps the limit.
  await control('modes', { rateLimit: false, ...modes });
  const act = async (job: string, signer: string, action: string): Promise<void> => {
    await control('act', { job, signer, action });
  };
  return {
    service: openAnother(),
    portal,
    openAnother,
    control,
    people: [identityNumber('14838511091'), identityNumber('02917112145'), identityNumber('23869213241')],
    sign: async (job, person) => await act(job, person, 'sign'),
    refuse: async (job, person) => await act(job, person, 'reject'),
    maySign: async (job, person) => {
      const jobs = (await control('jobs', {})) as {
        id: number;
        signers: { number: string; open: boolean }[];
      }[];
      const found = jobs.find(({ id }) => String(id) === job);
      return found?.signers.find(({ number }) => number === person)?.open ?? false;
    },
    pass: async (seconds) => {
      ahead += seconds * 1_000;
      await control('clock', { offsetSeconds: ahead / 1_000 });
    },
    now,
    comesAgainAfterSeconds: 600,
    close: async () => {
      for (const service of services) await service.close();
      await portal.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
