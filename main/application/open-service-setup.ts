import { resolveEnvironment } from '../adapters/posten/environments.ts';
import { readCertificateFiles, readTrustAnchors } from '../adapters/posten/read-certificate-files.ts';
import { readServiceSettings, writeServiceSettings } from '../adapters/settings/service-settings-file.ts';
import type { FindProxy } from '../ports/proxy.ts';
import type { Secrets, ServiceSettings, ServiceSetup } from '../ports/service-setup.ts';
import type { HostParts } from './host-parts.ts';
import { openServiceSigning } from './open-signing.ts';

type Parts = Pick<HostParts, 'serviceAddresses' | 'log'> & {
  readonly queue: string;
  readonly findProxy?: FindProxy;
  readonly secrets: Secrets | undefined;
};

/** The settings of the signing service. `onChange` is called before the new settings are used. */
export async function openServiceSetup(
  parts: Parts,
  onChange: (settings: ServiceSettings) => Promise<void>,
): Promise<ServiceSetup> {
  const { secrets = nowhere, serviceAddresses, log } = parts;
  let current = await readServiceSettings(secrets).catch((fault: unknown) => {
    // The archive is of use without it, and the system owner can set it anew.
    log(`service settings cannot be read: ${fault instanceof Error ? fault.name : 'unknown'}`);
    return undefined;
  });
  return {
    current: () => current,
    readCertificate: readCertificateFiles,
    readAnchors: readTrustAnchors,
    anchorsWithSegl: (environment) => resolveEnvironment(environment).anchors.length,
    use: async (settings) => {
      await writeServiceSettings(secrets, settings);
      current = settings;
      await onChange(settings);
    },
    test: async (settings) => {
      const tried = openServiceSigning(settings, serviceAddresses, parts);
      try {
        return await tried.testConnection();
      } finally {
        await tried.close();
      }
    },
  };
}

/** For hosts that keep no secrets: a training archive has no service settings. */
const nowhere: Secrets = {
  read: async () => undefined,
  write: () => Promise.reject(new Error('this host keeps no secrets')),
};
