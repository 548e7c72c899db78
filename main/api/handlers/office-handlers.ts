import { ok, refuse, type UserId } from '../../../domain/basics.ts';
import { may } from '../../../domain/roles.ts';
import type { ServiceSettingsView } from '../../../preload/contract/office.ts';
import {
  changeService,
  filesOf,
  keptAnchors,
  type ServiceInput,
  testService,
} from '../../usecases/administration/change-service.ts';
import { addUser, changeUser } from '../../usecases/administration/change-users.ts';
import type { Desk } from '../desk.ts';
import type { Checked, Handlers } from '../dispatcher.ts';
import { done, nothing, refusal, toDecision, toReply } from '../reply.ts';
import { userView } from '../views/rows.ts';

type OfficeHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `archive.${string}` | `users.${string}` | `service.${string}`>
>;

export const officeHandlers = (desk: Desk): OfficeHandlers => ({
  'archive.create': async () => refusal('archive-exists'),
  'users.list': async () => {
    const user = await desk.session.chosen();
    return done({
      users: (await desk.archive.read.users()).map(userView),
      change: toDecision(user && may(user, 'manage-users') ? ok(undefined) : refuse('not-allowed')),
    });
  },
  'users.add': async (input) =>
    toReply(await addUser(desk)(await desk.session.user(), input), (userId) => ({ userId })),
  'users.change': async ({ userId, ...input }) =>
    toReply(await changeUser(desk)(await desk.session.user(), userId as UserId, input), nothing),
  'service.read': async () => {
    const { environment, organisation, certificateExpiresAt } = desk.service();
    return done({
      environment,
      organisation,
      certificateExpiresAt,
      nextPollAt: await desk.archive.read.nextPollAt(desk.queue),
      test: toDecision(environment === 'none' ? refuse('service-not-set-up') : ok(undefined)),
      change: toDecision(await decideChanging(desk)),
      settings: await settingsView(desk),
      anchorsWithSegl: {
        difitest: desk.setup.anchorsWithSegl('difitest'),
        production: desk.setup.anchorsWithSegl('production'),
      },
    });
  },
  'service.change': async (form) => {
    const input = toInput(desk, form);
    if (!input) return refusal('file-missing');
    const changed = await changeService(desk)(await desk.session.user(), input);
    // What is kept is sealed; a copy of the key in memory is one too many.
    if (changed.ok)
      for (const file of [...form.certificateFiles, ...form.anchorFiles]) desk.staging.drop(file);
    return toReply(changed, nothing);
  },
  'service.test': async ({ form }) => {
    if (!form) return done({ ...(await desk.testConnection()) });
    const input = toInput(desk, form);
    if (!input) return refusal('file-missing');
    return toReply(await testService(desk)(await desk.session.user(), input), (report) => ({ ...report }));
  },
});

async function decideChanging({ session, training }: Desk) {
  if (!may(await session.user(), 'change-service')) return refuse('not-allowed');
  return training ? refuse('service-is-training') : ok(undefined);
}

/** What is set, without the key. */
async function settingsView({ setup }: Desk): Promise<ServiceSettingsView | undefined> {
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
    token: token && { ...token },
    certificate: {
      subject,
      issuer,
      organisation: read.value.organisation,
      expiresAt,
      warnings: [...warnings],
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
  { staging }: Desk,
  { certificateFiles, anchorFiles, token, ...form }: Checked<'service.change'>,
): ServiceInput | undefined {
  const find = (ids: readonly string[]) => ids.flatMap((file) => staging.find(file) ?? []);
  const input = {
    ...form,
    ...(token && { token }),
    certificateFiles: find(certificateFiles),
    anchorFiles: find(anchorFiles),
  };
  const complete =
    input.certificateFiles.length === certificateFiles.length &&
    input.anchorFiles.length === anchorFiles.length;
  return complete ? input : undefined;
}
