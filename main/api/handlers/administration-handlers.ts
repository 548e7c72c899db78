import { may, theArchive } from '../../../domain/access/may.ts';
import { decideServiceChange } from '../../../domain/acts/user-change.ts';
import { ok, refuse } from '../../../domain/basics.ts';
import { toDecision } from '../../../domain/decision.ts';
import { allowsService, signingServiceName } from '../../../domain/machine-policy.ts';
import { serviceEnvironments } from '../../../domain/signing-settings.ts';
import type { ServiceSettingsView } from '../../../preload/contract/administration.ts';
import {
  changeService,
  filesOf,
  keptAnchors,
  type ServiceInput,
  testService,
} from '../../usecases/administration/change-service.ts';
import { addUser, changeUser } from '../../usecases/administration/change-users.ts';
import { everythingChanged } from '../../usecases/changed-event.ts';
import type { CheckedInput, Handlers } from '../dispatcher.ts';
import { done, noValue, refusal, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';

type AdministrationHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `archive.${string}` | `users.${string}` | `service.${string}`>
>;

export const administrationHandlers = (context: RequestContext): AdministrationHandlers => ({
  'archive.create': async () => refusal('archive-exists'),
  'users.list': async () => {
    const user = (await context.session.chosen()) && (await context.session.user());
    return done({
      users: await context.archive.read.users(),
      units: await context.archive.read.units(),
      change: toDecision(user ? may(user, 'manage-users', theArchive) : refuse('not-allowed')),
    });
  },
  'users.add': async (input) =>
    toReply(await addUser(context)(await context.session.user(), input), (userId) => ({ userId })),
  'users.change': async ({ userId, ...input }) => {
    const outcome = await changeUser(context)(await context.session.user(), userId, input);
    // That user may sit at another window.
    if (outcome.ok) context.publish(everythingChanged);
    return toReply(outcome, noValue);
  },
  'service.read': async () => {
    const { environment, organisation, certificateExpiresAt } = context.service();
    return done({
      environment,
      organisation,
      certificateExpiresAt,
      nextPollAt: await context.archive.read.nextPollAt(context.queue),
      test: toDecision(environment === 'none' ? refuse('service-not-set-up') : ok(undefined)),
      change: toDecision(decideServiceChange(context.training, await context.session.user())),
      allowed: serviceEnvironments.filter((name) =>
        allowsService(context.machinePolicy, signingServiceName(name)),
      ),
      settings: await settingsView(context),
      anchorsWithSegl: {
        difitest: context.setup.anchorsWithSegl('difitest'),
        production: context.setup.anchorsWithSegl('production'),
      },
    });
  },
  'service.change': async (form) => {
    const input = toInput(context, form);
    if (!input) return refusal('file-missing', {});
    const changed = await changeService(context)(await context.session.user(), input);
    // The kept files are sealed; drop the copies of the key in memory.
    if (changed.ok)
      for (const file of [...form.certificateFiles, ...form.anchorFiles]) context.staging.drop(file);
    return toReply(changed, noValue);
  },
  'service.test': async ({ form }) => {
    if (!form) return done(await context.testConnection());
    const input = toInput(context, form);
    if (!input) return refusal('file-missing', {});
    return toReply(await testService(context)(await context.session.user(), input), (report) => report);
  },
});

/** What is set, without the key. */
async function settingsView({ setup }: RequestContext): Promise<ServiceSettingsView | undefined> {
  const settings = setup.current();
  if (!settings) return undefined;
  const { environment, organisation, signatureType, authenticationLevel, signerIdentifier, token } = settings;
  const read = await setup.readCertificate(filesOf(settings), '');
  if (!read.ok) throw new Error(`the kept certificate cannot be read: ${read.refusal.code}`);
  const { subject, issuer, expiresAt, warnings } = read.value;
  return {
    environment,
    organisation,
    signatureType,
    authenticationLevel,
    signerIdentifier,
    token,
    certificate: {
      subject,
      issuer,
      organisation: read.value.organisation,
      expiresAt,
      warnings,
    },
    anchors: keptAnchors(setup).map((anchor) => ({
      fingerprint: anchor.fingerprint,
      subject: anchor.subject,
      expiresAt: anchor.expiresAt,
    })),
  };
}

/** The form with its files; nothing when one of them has gone meanwhile. */
function toInput(
  { staging }: RequestContext,
  { certificateFiles, anchorFiles, token, ...form }: CheckedInput<'service.change'>,
): ServiceInput | undefined {
  const find = (ids: readonly string[]) => ids.flatMap((file) => staging.find(file) ?? []);
  const input = {
    ...form,
    token,
    certificateFiles: find(certificateFiles),
    anchorFiles: find(anchorFiles),
  };
  const complete =
    input.certificateFiles.length === certificateFiles.length &&
    input.anchorFiles.length === anchorFiles.length;
  return complete ? input : undefined;
}
