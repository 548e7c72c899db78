import { noSigningService } from './adapters/posten/no-signing-service.ts';
import { openPostenSigning } from './adapters/posten/open-posten-signing.ts';
import type { SigningConnection } from './application-shape.ts';
import type { SigningService } from './ports/signing-service.ts';

/** The client of the signing service that the host has set up; training and production differ in nothing but this. */
export function openSigning(
  connection: SigningConnection | undefined,
  queue: string,
  log: (line: string) => void,
): SigningService {
  if (!connection) return noSigningService();
  const { environment, apiRoot, anchors, serverOrganisation, organisation, certificateChain, key } =
    connection;
  return openPostenSigning({
    environment: environment === 'training' ? { apiRoot, anchors, serverOrganisation } : environment,
    organisation,
    queue,
    credentials: { kind: 'pem', certificateChain, key },
    now: () => new Date(),
    log,
  });
}
