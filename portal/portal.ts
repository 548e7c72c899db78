import { mkdirSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { join } from 'node:path';
import { createApiServer } from './api/api-server.ts';
import { createControlServer } from './control/control-server.ts';
import { openPdfWorkshop } from './document/open-pdf-workshop.ts';
import { type Clock, createClock } from './domain/clock.ts';
import { isOrganisationNumber } from './domain/organisation-number.ts';
import type { Log } from './http/log.ts';
import { type PortalContext, settle } from './jobs/portal-context.ts';
import { createSignerServer } from './signer/signer-server.ts';
import { openDatabase } from './store/database.ts';
import { createJobStore } from './store/job-store.ts';
import { createQueueStore } from './store/queue-store.ts';
import { type Organisation, openTrainingCertificates } from './training/certificates.ts';
import { plainModes } from './training/modes.ts';

/** The training municipality; the number is synthetic (starts with 3) and has a right check digit. */
export const trainingOrganisation: Organisation = { number: '310845205', name: 'Granvik kommune' };

export type PortalOptions = {
  /** Folder of the portal's state and certificates; made when missing. */
  readonly dir: string;
  /** Port of the API; 0 or absent picks a free one. */
  readonly port?: number;
  /** Port of the signer's pages; 0 or absent picks a free one. */
  readonly signerPort?: number;
  /** Opens the control endpoint. */
  readonly testControl?: boolean;
  readonly clock?: Clock;
  /** How long a sender must wait after an empty poll. Default 2. */
  readonly pollWaitSeconds?: number;
  /** Default {@link trainingOrganisation}. */
  readonly organisation?: Organisation;
  readonly log?: Log;
};

export type RunningPortal = {
  /** Root URL of the API, `https://127.0.0.1:PORT/api`. */
  readonly api: string;
  /** Address of the signer's pages, `http://127.0.0.1:PORT/`. */
  readonly signer: string;
  /** Path of the training CA's certificate (PEM): issuer of server, enterprise and seal certificates. */
  readonly ca: string;
  /** Path of the enterprise certificate followed by its issuer (PEM). */
  readonly certificate: string;
  /** Path of its private key (PEM, PKCS#8). */
  readonly key: string;
  readonly organisation: string;
  readonly control?: string;
  readonly close: () => Promise<void>;
};

const settleEveryMs = 1000;

/** Starts the portal on loopback. Throws when another process has the folder open. */
export async function startPortal(options: PortalOptions): Promise<RunningPortal> {
  const organisation = options.organisation ?? trainingOrganisation;
  if (!isOrganisationNumber(organisation.number))
    throw new Error(`${organisation.number} is no organisation number`);
  const log = options.log ?? (() => {});
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const database = openDatabase(join(options.dir, 'portal.db'));
  const pdf = openPdfWorkshop();
  const servers: (HttpServer | HttpsServer)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const close = async () => {
    clearInterval(timer);
    await Promise.all([...servers.map(closeServer), pdf.close()]);
    database.close();
  };
  try {
    const certificates = await openTrainingCertificates(join(options.dir, 'certificates'), organisation);
    const context: PortalContext = {
      clock: options.clock ?? createClock(),
      database,
      jobs: createJobStore(database),
      queues: createQueueStore(database),
      certificates,
      pdf,
      senders: new Map([[organisation.number, organisation]]),
      brokers: new Map(),
      pollWaitMs: (options.pollWaitSeconds ?? 2) * 1000,
      modes: plainModes,
    };
    settle(context);
    timer = setInterval(() => settle(context), settleEveryMs).unref();
    const listening = async (server: HttpServer | HttpsServer, port = 0) => {
      servers.push(server);
      // Longer than a client's pool keeps a connection, so that none is closed under a call.
      server.keepAliveTimeout = 65_000;
      return listen(server, port);
    };
    const apiPort = await listening(createApiServer(context, log), options.port);
    const signerPort = await listening(createSignerServer(context, log), options.signerPort);
    const controlPort = options.testControl ? await listening(createControlServer(context, log)) : undefined;
    return {
      api: `https://127.0.0.1:${apiPort}/api`,
      signer: `http://127.0.0.1:${signerPort}/`,
      ca: certificates.caPath,
      certificate: certificates.enterprise.certificatePath,
      key: certificates.enterprise.keyPath,
      organisation: organisation.number,
      ...(controlPort !== undefined && { control: `http://127.0.0.1:${controlPort}/control` }),
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

function listen(server: HttpServer | HttpsServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      // A server without a pipe name listens on an address with a port.
      if (address !== null && typeof address !== 'string') resolve(address.port);
      else reject(new Error('the server listens on no port'));
    });
  });
}

const closeServer = (server: HttpServer | HttpsServer): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
