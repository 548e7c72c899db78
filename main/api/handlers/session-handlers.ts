import { accessPartsOf } from '../../../domain/access/access-parts.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { topOf } from '../../../domain/access/admin-unit.ts';
import { may, maySomewhere, theArchive } from '../../../domain/access/may.ts';
import { rolesMissingAtTop } from '../../../domain/access/roles-at-top.ts';
import { type Shown, showCase, showListed, type WithSight } from '../../../domain/access/shown.ts';
import { decideSwitchingUser } from '../../../domain/acts/user-change.ts';
import type { CaseId, EntryId } from '../../../domain/basics.ts';
import { dateOf, plusSeconds } from '../../../domain/calendar.ts';
import { toDecision } from '../../../domain/decision.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import { certificateAlarmDays } from '../../../domain/limits.ts';
import type { ArchiveReader } from '../../ports/archive-store.ts';
import { changePolicy } from '../../usecases/administration/change-policy.ts';
import { chooseUser } from '../../usecases/administration/choose-user.ts';
import { type DownloadAlarm, listDownloadAlarms } from '../../usecases/administration/list-alarms.ts';
import { everythingChanged } from '../../usecases/changed-event.ts';
import { listRenewals } from '../../usecases/signatures/list-renewals.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { caseRowView, entryRowView } from '../views/rows.ts';

type SessionHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `session.${string}` | `desk.${string}` | `policy.${string}`>
>;
const recentCases = 8;

export const sessionHandlers = (context: RequestContext): SessionHandlers => ({
  'session.open': async () => {
    const identity = await context.archive.read.identity();
    const user = await context.session.user();
    const preferences = context.session.preferences();
    const takes = await context.pdf.takes();
    return done({
      archive: { kind: identity.kind, title: identity.title, recordCreator: identity.recordCreator.name },
      user,
      rights: user.access,
      newCase: toDecision(maySomewhere(user, 'register')),
      users: await context.archive.read.users(),
      units: await context.archive.read.units(),
      access: await context.archive.read.accessLists(),
      accessParts: accessPartsOf(user),
      maySwitchUser: decideSwitchingUser(context.training, user).ok,
      governed: { ...context.machinePolicy },
      recoveryKeyDue:
        !context.training &&
        may(user, 'manage-vault', theArchive).ok &&
        (await context.archive.read.vaultLock())?.recovery === undefined,
      language: preferences.language,
      theme: preferences.theme,
      version: context.about.version,
      capabilities: { officeDocuments: takes.includes('docx'), openExternal: context.about.openExternal },
      signerPortal: context.about.signerPortal,
      today: dateOf(context.clock.now()),
    });
  },
  'session.switchUser': async ({ userId }) => {
    const chosen = await chooseUser(context)(await context.session.chosen(), userId);
    if (chosen.ok) {
      context.session.become(userId);
      // Other windows of this seat show what was another's.
      context.publish(everythingChanged);
    }
    return toReply(chosen, noValue);
  },
  'session.setLanguage': async ({ language }) => {
    context.session.setPreferences({ language });
    return done(noValue());
  },
  'session.setTheme': async ({ theme }) => {
    context.session.setPreferences({ theme });
    return done(noValue());
  },
  'desk.baskets': async () => {
    const user = await context.session.user();
    const counts = await context.archive.read.basketCounts(user);
    const recent = await context.archive.read.recentCases(user, recentCases);
    return done({
      baskets: [...counts].map(([id, count]) => ({ id, count })),
      recentCases: recent.map((row) => caseRowView(showCase(user, row))),
    });
  },
  'desk.notices': async () => {
    const actor = await context.session.user();
    const { environment, certificateExpiresAt: expires } = context.service();
    const alarmFrom = plusSeconds(context.clock.now(), certificateAlarmDays * 86_400);
    return done({
      certificateExpiresAt:
        environment !== 'training' && expires && expires <= alarmFrom ? expires : undefined,
      accessReviewDue:
        may(actor, 'manage-access', theArchive).ok && (await context.archive.read.accessReviewDue()),
      nobodyAtTop: await nobodyAtTop(context, actor),
      signatures: await signatureNotice(context),
      serviceMissing: !context.training && environment === 'none',
      downloads: (await listDownloadAlarms(context)(actor)).map(downloadView),
    });
  },
  'desk.basket': async ({ id, offset, limit }) => {
    const user = await context.session.user();
    const found = await context.archive.read.basket(id, user, { offset, limit });
    return done({ rows: found.rows.map((row) => entryRowView(showListed(user, row))), total: found.total });
  },
  'desk.goTo': async ({ number }) => done(await findByNumber(context.archive.read, number.trim())),
  'policy.read': async () => {
    const user = await context.session.user();
    const policy = await context.archive.read.policy();
    return done({
      policy,
      change: toDecision(may(user, 'change-policy', theArchive)),
    });
  },
  'policy.change': async ({ policy }) =>
    toReply(await changePolicy(context)(await context.session.user(), policy), noValue),
});

/** Told to whoever may give them: the archive's own work needs these roles at the top. */
async function nobodyAtTop({ archive: { read }, clock }: RequestContext, actor: Actor) {
  if (!maySomewhere(actor, 'give-ownership').ok) return undefined;
  const units = await read.units();
  const roles = rolesMissingAtTop(await read.rights(), units, dateOf(clock.now()));
  return roles.length === 0 ? undefined : { roles, unit: topOf(units)?.name ?? '' };
}

/** For those only who keep the journal somewhere. */
async function signatureNotice(context: RequestContext) {
  const lists = await listRenewals(context)(await context.session.user());
  return lists.ok ? { worsened: lists.value.worsened.length, due: lists.value.due.length } : undefined;
}

const downloadView = ({ entry, fetchBefore }: DownloadAlarm) => ({ ...lineOf(entry), fetchBefore });
const lineOf = ({ id, recordNumber, title, withheld }: Shown<WithSight<JournalEntry>>) => ({
  entryId: id,
  recordNumber,
  title,
  withheld,
});

/** `2026/12` is a case, `2026/12-3` an entry, `25/2026` a running number; where both fit it is the case. */
async function findByNumber(
  archive: ArchiveReader,
  number: string,
): Promise<{ caseId?: CaseId; entryId?: EntryId }> {
  const file = await archive.findCaseByNumber(number);
  if (file) return { caseId: file.id };
  const entry = await archive.findEntryByNumber(number);
  return entry ? { entryId: entry.id } : {};
}
