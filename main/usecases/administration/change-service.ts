import type { Actor } from '../../../domain/access/actor.ts';
import { decideServiceChange } from '../../../domain/acts/user-change.ts';
import { ok, type Result, refuse } from '../../../domain/basics.ts';
import { allowsService, type MachinePolicy, signingServiceName } from '../../../domain/machine-policy.ts';
import { isOrganisationNumber } from '../../../domain/organisation-number.ts';
import { atServiceStates } from '../../../domain/signing-job.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { JobReader } from '../../ports/archive/jobs.ts';
import type { ArchivePart } from '../../ports/archive-store.ts';
import type {
  CertificateRefusal,
  EnterpriseCertificate,
  ServiceSettings,
  ServiceSetup,
} from '../../ports/service-setup.ts';
import type { ConnectionReport } from '../../ports/signing-service.ts';
import { logDifferences } from '../audit-log.ts';
import type { Needs } from '../needs.ts';

type Touching = { readonly archive: ArchivePart<JobReader, LogWriter> };

export type ServiceInput = Omit<ServiceSettings, 'certificateChain' | 'key' | 'anchors'> & {
  /** Empty: the certificate that is there stays. */
  readonly certificateFiles: readonly Uint8Array[];
  readonly passphrase: string;
  /** Of the anchors that are there, by fingerprint, those that stay; and files with new ones. */
  readonly keepAnchors: readonly string[];
  readonly anchorFiles: readonly Uint8Array[];
};
export type ServiceChangeRefusal =
  | CertificateRefusal
  | 'not-allowed'
  | 'no-unit'
  | 'not-at-top'
  | 'governed-by-policy'
  | 'service-is-training'
  | 'service-in-use'
  | 'organisation-number-wrong'
  | 'certificate-expired'
  | 'anchor-unreadable';

type Setting = Pick<Needs, 'clock' | 'training'> &
  Touching & {
    readonly setup: ServiceSetup;
    readonly machinePolicy: MachinePolicy;
  };

/** Keeps new settings for the signing service and works by them from now on. */
export const changeService =
  (needs: Setting) =>
  async (actor: Actor, input: ServiceInput): Promise<Result<undefined, ServiceChangeRefusal>> => {
    const decided = await decideService(needs, actor, input);
    if (!decided.ok) return decided;
    const { settings, certificate } = decided.value;
    const before = needs.setup.current();
    const running = await jobsAtService(needs.archive.read);
    // Answers come from where the job was sent, under the number it was sent by.
    if (before && running > 0 && moves(before, settings)) return refuse('service-in-use', { count: running });
    await needs.setup.use(settings);
    await needs.archive.change((tx) =>
      logDifferences(
        tx,
        'policy',
        'service',
        {
          miljoe: [before?.environment, settings.environment],
          organisasjonsnummer: [before?.organisation, settings.organisation],
          sertifikat: [
            before && before.certificateChain === settings.certificateChain ? certificate.subject : undefined,
            certificate.subject,
          ],
          signaturtype: [before?.signatureType, settings.signatureType],
          sikkerhetsnivaa: [before?.authenticationLevel, settings.authenticationLevel],
          identifikatorISignertDokument: [before?.signerIdentifier, settings.signerIdentifier],
          tilgangMedToken: [before?.token?.clientId, settings.token?.clientId],
          tillitsankre: [before?.anchors.length, settings.anchors.length],
        },
        { at: needs.clock.now(), by: actor.name },
      ),
    );
    return ok(undefined);
  };

/** Tries settings that are not kept yet; what is wrong with them is said as when they are kept. */
export const testService =
  (needs: Setting) =>
  async (actor: Actor, input: ServiceInput): Promise<Result<ConnectionReport, ServiceChangeRefusal>> => {
    const decided = await decideService(needs, actor, input);
    return decided.ok ? ok(await needs.setup.test(decided.value.settings)) : decided;
  };

/** Jobs whose answer still comes from where they were sent. */
const jobsAtService = async (archive: JobReader): Promise<number> =>
  (await archive.jobsIn(atServiceStates)).length;
const moves = (before: ServiceSettings, after: ServiceSettings): boolean =>
  before.environment !== after.environment || before.organisation !== after.organisation;

type Decided = { readonly settings: ServiceSettings; readonly certificate: EnterpriseCertificate };

async function decideService(
  { setup, training, clock, machinePolicy }: Setting,
  actor: Actor,
  input: ServiceInput,
): Promise<Result<Decided, ServiceChangeRefusal>> {
  const allowed = decideServiceChange(training, actor);
  if (!allowed.ok) return allowed;
  if (!allowsService(machinePolicy, signingServiceName(input.environment)))
    return refuse('governed-by-policy');
  if (!isOrganisationNumber(input.organisation)) return refuse('organisation-number-wrong');
  const read = await readCertificate(setup, input);
  if (!read.ok) return read;
  if (read.value.expiresAt < clock.now())
    return refuse('certificate-expired', { on: read.value.expiresAt.slice(0, 10) });
  const anchors = collectAnchors(setup, input);
  if (!anchors) return refuse('anchor-unreadable');
  const { certificateFiles, passphrase, keepAnchors, anchorFiles, ...chosen } = input;
  const { certificateChain, key } = read.value;
  return ok({ settings: { ...chosen, certificateChain, key, anchors }, certificate: read.value });
}

function readCertificate(setup: ServiceSetup, input: ServiceInput) {
  if (input.certificateFiles.length > 0)
    return setup.readCertificate(input.certificateFiles, input.passphrase);
  const current = setup.current();
  return current
    ? setup.readCertificate(filesOf(current), '')
    : Promise.resolve(refuse('certificate-missing'));
}

/** The kept certificate, in the form in which it is handed in. */
export const filesOf = (settings: ServiceSettings): readonly Uint8Array[] =>
  [settings.certificateChain, settings.key].map(toBytes);
const toBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Those that stay and the new ones, each once; nothing when a file holds no certificate. */
function collectAnchors(setup: ServiceSetup, input: ServiceInput): readonly string[] | undefined {
  const kept = keptAnchors(setup).filter((anchor) => input.keepAnchors.includes(anchor.fingerprint));
  const added = input.anchorFiles.map((file) => setup.readAnchors(file));
  if (added.some((anchors) => anchors.length === 0)) return undefined;
  return [...new Map([...kept, ...added.flat()].map(({ fingerprint, pem }) => [fingerprint, pem])).values()];
}

/** The anchors of the settings that are in use. */
export const keptAnchors = (setup: ServiceSetup) =>
  (setup.current()?.anchors ?? []).flatMap((pem) => setup.readAnchors(toBytes(pem)));
