import { z } from 'zod';
import {
  authenticationLevels,
  serviceEnvironments,
  signatureTypes,
  signerIdentifiers,
} from '../../../domain/signing-settings.ts';
import type { Secrets, ServiceSettings } from '../../ports/service-setup.ts';

const settingsSchema = z.object({
  environment: z.enum(serviceEnvironments),
  organisation: z.string(),
  certificateChain: z.string(),
  key: z.string(),
  anchors: z.array(z.string()),
  signatureType: z.enum(signatureTypes),
  authenticationLevel: z.literal(authenticationLevels),
  signerIdentifier: z.enum(signerIdentifiers),
  token: z.object({ clientId: z.string(), brokerId: z.string() }).optional(),
}) satisfies z.ZodType<ServiceSettings>;
const name = 'signing-service';

/** The settings of the signing service among the host's secrets. Throws when they are there and cannot be read. */
export async function readServiceSettings(secrets: Secrets): Promise<ServiceSettings | undefined> {
  const bytes = await secrets.read(name);
  return bytes && settingsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

export const writeServiceSettings = (secrets: Secrets, settings: ServiceSettings): Promise<void> =>
  secrets.write(name, new TextEncoder().encode(JSON.stringify(settingsSchema.parse(settings))));
