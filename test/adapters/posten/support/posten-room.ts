import { openPostenSigning } from '../../../../main/adapters/posten/open-posten-signing.ts';
import type { PostenConfig } from '../../../../main/adapters/posten/posten-config.ts';
import type { SigningService } from '../../../../main/ports/signing-service.ts';
import {
  clientAuth,
  type Issued,
  openTestAuthority,
  seid2,
  serverAuth,
  type TestAuthority,
} from './certificates.ts';
import { type ScriptedServer, startScriptedServer } from './scripted-server.ts';

export const service = '984661185';
export const municipality = '310000019';

/** A scripted service with a certificate as Posten's own, and what a client needs to reach it. */
export type PostenRoom = {
  readonly authority: TestAuthority;
  readonly client: Issued;
  readonly server: ScriptedServer;
  /** A client of the scripted service; closed by {@link PostenRoom.close}. */
  readonly open: (change?: Partial<PostenConfig>) => SigningService;
  readonly root: string;
  readonly close: () => Promise<void>;
};

export async function openPostenRoom(
  wish: Partial<Parameters<typeof startScriptedServer>[0]> = {},
): Promise<PostenRoom> {
  // Stands still, so that the same order gives the same bytes.
  const moment = new Date();
  const authority = await openTestAuthority();
  const own = await authority.issue({ subject: seid2(service), extendedUsage: [serverAuth] });
  const client = await authority.issue({ subject: seid2(municipality), extendedUsage: [clientAuth] });
  const server = await startScriptedServer({
    certificate: own.certificate,
    key: own.key,
    ca: authority.pem,
    ...wish,
  });
  const services: SigningService[] = [];
  return {
    authority,
    client,
    server,
    root: `${server.origin}/api/${municipality}`,
    open: (change = {}) => {
      const opened = openPostenSigning({
        environment: {
          apiRoot: `${server.origin}/api`,
          anchors: [authority.pem],
          serverOrganisation: service,
        },
        organisation: municipality,
        queue: 'arkiv',
        credentials: { kind: 'pem', certificateChain: client.chain, key: client.key },
        now: () => moment,
        timeouts: { responseMs: 400, downloadMs: 400 },
        callsPerSecond: 1_000,
        ...change,
      });
      services.push(opened);
      return opened;
    },
    close: async () => {
      for (const opened of services) await opened.close();
      await server.close();
    },
  };
}
