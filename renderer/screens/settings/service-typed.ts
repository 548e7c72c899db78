import type { ServiceForm, ServiceSettingsView } from '../../../preload/contract/administration.ts';
import type { Reply, Stage } from '../../../preload/contract/contract.ts';

/** The form of the signing service as it stands in the fields. */
export type TypedService = Pick<
  ServiceForm,
  'environment' | 'organisation' | 'signatureType' | 'authenticationLevel' | 'signerIdentifier' | 'passphrase'
> & {
  readonly certificateFiles: readonly File[];
  readonly anchorFiles: readonly File[];
  /** Fingerprints of those that shall go. */
  readonly dropAnchors: readonly string[];
  readonly withToken: boolean;
  readonly clientId: string;
  readonly brokerId: string;
};

/** What is set, or the usual, as far as policy allows it. */
export const blankService = (
  settings: ServiceSettingsView | undefined,
  allowed: readonly TypedService['environment'][],
): TypedService => ({
  environment: [settings?.environment, ...allowed].find((one) => one && allowed.includes(one)) ?? 'difitest',
  organisation: settings?.organisation ?? '',
  signatureType: settings?.signatureType ?? 'authenticated',
  authenticationLevel: settings?.authenticationLevel ?? 4,
  signerIdentifier: settings?.signerIdentifier ?? 'number-and-name',
  passphrase: '',
  certificateFiles: [],
  anchorFiles: [],
  dropAnchors: [],
  withToken: settings?.token !== undefined,
  clientId: settings?.token?.clientId ?? '',
  brokerId: settings?.token?.brokerId ?? '',
});

/** Hands the files in and gives the form that names them; of the anchors there are, those stay that were not dropped. */
export async function typedToForm(
  typed: TypedService,
  settings: ServiceSettingsView | undefined,
  stage: Stage,
): Promise<Reply<ServiceForm>> {
  const { certificateFiles, anchorFiles, dropAnchors, withToken, clientId, brokerId, ...chosen } = typed;
  const certificates = await stageAll(certificateFiles, stage);
  if (!certificates.ok) return certificates;
  const anchors = await stageAll(anchorFiles, stage);
  if (!anchors.ok) return anchors;
  return {
    ok: true,
    value: {
      ...chosen,
      organisation: chosen.organisation.replace(/\s/g, ''),
      certificateFiles: certificates.value,
      anchorFiles: anchors.value,
      keepAnchors: (settings?.anchors ?? [])
        .map((anchor) => anchor.fingerprint)
        .filter((fingerprint) => !dropAnchors.includes(fingerprint)),
      ...(withToken && { token: { clientId, brokerId } }),
    },
  };
}

async function stageAll(files: readonly File[], stage: Stage): Promise<Reply<string[]>> {
  const ids: string[] = [];
  for (const file of files) {
    const staged = await stage(new Uint8Array(await file.arrayBuffer()));
    if (!staged.ok) return staged;
    ids.push(staged.value.stagedId);
  }
  return { ok: true, value: ids };
}
