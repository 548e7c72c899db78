import type { PostenEnvironment } from '../adapters/posten/environments.ts';
import { noSigningService } from '../adapters/posten/no-signing-service.ts';
import { openPostenSigning } from '../adapters/posten/open-posten-signing.ts';
import type { JobStyle, PostenConfig } from '../adapters/posten/posten-config.ts';
import type { ServiceSettings } from '../ports/service-setup.ts';
import type { SigningService } from '../ports/signing-service.ts';
import type { ServiceAddresses, SigningConnection } from './host-parts.ts';

type Basics = Pick<PostenConfig, 'queue' | 'findProxy'> & { readonly log: (line: string) => void };

/** The client of the local portal. The same client as in production, with other settings. */
export function openPortalSigning(
  connection: SigningConnection | undefined,
  { queue, log }: Basics,
): SigningService {
  if (!connection) return noSigningService();
  const { apiRoot, anchors, serverOrganisation, organisation, certificateChain, key } = connection;
  return openPostenSigning({
    environment: { apiRoot, anchors, serverOrganisation },
    organisation,
    queue,
    credentials: { kind: 'pem', certificateChain, key },
    now: () => new Date(),
    log,
  });
}

/** The client of Posten's own service, by what the system owner has set. */
export function openServiceSigning(
  settings: ServiceSettings | undefined,
  addresses: ServiceAddresses | undefined,
  { queue, log, findProxy }: Basics,
): SigningService {
  if (!settings) return noSigningService();
  const { organisation, certificateChain, key, anchors, token } = settings;
  return openPostenSigning({
    environment: environmentOf(settings, addresses),
    furtherAnchors: anchors,
    organisation,
    queue,
    credentials: { kind: 'pem', certificateChain, key },
    ...styleOf(settings),
    token,
    findProxy,
    now: () => new Date(),
    log,
  });
}

function environmentOf(
  { environment, anchors }: ServiceSettings,
  addresses: ServiceAddresses | undefined,
): PostenEnvironment {
  const address = addresses?.[environment];
  return address ? { ...address, anchors } : environment;
}

const signatureTypes = {
  authenticated: 'AUTHENTICATED_ELECTRONIC_SIGNATURE',
  advanced: 'ADVANCED_ELECTRONIC_SIGNATURE',
} as const;
const identifiers = {
  'number-and-name': 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME',
  'birth-date-and-name': 'DATE_OF_BIRTH_AND_NAME',
  name: 'NAME',
} as const;

const styleOf = ({ signatureType, authenticationLevel, signerIdentifier }: ServiceSettings): JobStyle => ({
  signatureType: signatureTypes[signatureType],
  authenticationLevel,
  identifierInSignedDocuments: identifiers[signerIdentifier],
});
