import type { Actor } from '../../../domain/access/actor.ts';
import {
  mayEndDeputyship,
  mayLendClearancesOf,
  maySetDeputyOf,
} from '../../../domain/access/decide-deputyship.ts';
import { may, theArchive } from '../../../domain/access/may.ts';
import { mayGive } from '../../../domain/access/may-give.ts';
import { proposeClearances } from '../../../domain/access/propose-clearances.ts';
import { showLogRow } from '../../../domain/access/show-log.ts';
import { dateOf } from '../../../domain/calendar.ts';
import { type Decision, toDecision } from '../../../domain/decision.ts';
import type { Reply } from '../../../preload/contract/contract.ts';
import { addLegalBasis, putAccessCode, repealLegalBasis } from '../../usecases/access/change-access-codes.ts';
import { addUnit, changeUnit, closeUnit } from '../../usecases/access/change-units.ts';
import { explainAccess } from '../../usecases/access/explain-access.ts';
import { acceptClearances, finishReview } from '../../usecases/access/finish-review.ts';
import { mergeLegalBases, renameLegalBasis } from '../../usecases/access/merge-legal-bases.ts';
import { mergeUnits } from '../../usecases/access/merge-units.ts';
import { putAccessGroup } from '../../usecases/access/put-access-group.ts';
import { setDefaultScreenings } from '../../usecases/access/set-default-screenings.ts';
import { endDeputyship, setDeputy } from '../../usecases/access/set-deputy.ts';
import { setRights } from '../../usecases/access/set-rights.ts';
import { everythingChanged } from '../../usecases/changed-event.ts';
import type { Handlers } from '../dispatcher.ts';
import { done, noValue, toReply } from '../reply.ts';
import type { RequestContext } from '../request-context.ts';
import { logView } from '../views/log-view.ts';

type AccessHandlers = Pick<Handlers, Extract<keyof Handlers, `access.${string}`>>;

const mayDecide = (actor: Actor): Decision => toDecision(may(actor, 'manage-access', theArchive));

/** Commands: each is a use case. */
const commands = (context: RequestContext) => {
  const { user } = context.session;
  return {
    'access.addUnit': async (place) =>
      toReply(await addUnit(context)(await user(), place), (unitId) => ({ unitId })),
    'access.changeUnit': async ({ unitId, ...place }) =>
      toReply(await changeUnit(context)(await user(), unitId, place), noValue),
    'access.closeUnit': async ({ unitId, lastDay }) =>
      toReply(await closeUnit(context)(await user(), unitId, lastDay), noValue),
    'access.addCode': async (code) =>
      toReply(await putAccessCode(context)(await user(), code, true), noValue),
    'access.changeCode': async (code) =>
      toReply(await putAccessCode(context)(await user(), code, false), noValue),
    'access.addBasis': async ({ text }) =>
      toReply(await addLegalBasis(context)(await user(), text), (basisId) => ({ basisId })),
    'access.repealBasis': async ({ basisId, repealedOn }) =>
      toReply(await repealLegalBasis(context)(await user(), basisId, repealedOn), noValue),
    'access.putGroup': async ({ groupId, ...group }) =>
      toReply(
        await putAccessGroup(context)(await user(), {
          ...group,
          ...(groupId !== undefined && { id: groupId }),
        }),
        (id) => ({ groupId: id }),
      ),
    'access.setRights': async (rights) => toReply(await setRights(context)(await user(), rights), noValue),
    'access.setDeputy': async (one) =>
      toReply(await setDeputy(context)(await user(), one), (deputyshipId) => ({ deputyshipId })),
    'access.endDeputy': async ({ deputyshipId }) =>
      toReply(await endDeputyship(context)(await user(), deputyshipId), noValue),
    'access.setDefaults': async ({ all }) =>
      toReply(await setDefaultScreenings(context)(await user(), all), noValue),
    'access.mergeUnits': async ({ from, into }) =>
      toReply(await mergeUnits(context)(await user(), from, into), noValue),
    'access.mergeBases': async ({ from, into }) =>
      toReply(await mergeLegalBases(context)(await user(), from, into), noValue),
    'access.renameBasis': async ({ basisId, text }) =>
      toReply(await renameLegalBasis(context)(await user(), basisId, text), noValue),
    'access.acceptClearances': async ({ accepted }) =>
      toReply(await acceptClearances(context)(await user(), accepted), noValue),
    'access.finishReview': async () => toReply(await finishReview(context)(await user()), noValue),
  } satisfies Partial<AccessHandlers>;
};

/** Who sits at another window may see and do something else now, so everything that is shown is read again. */
function telling<Commands extends ReturnType<typeof commands>>(
  all: Commands,
  { publish }: Pick<RequestContext, 'publish'>,
): Commands {
  const told = Object.entries(all).map(([name, run]) => [
    name,
    // Each command keeps its own input and answer; a loop over them cannot say so.
    async (input: unknown) => {
      const reply = await (run as (input: unknown) => Promise<Reply<unknown>>)(input);
      if (reply.ok) publish(everythingChanged);
      return reply;
    },
  ]);
  return Object.fromEntries(told) as Commands;
}

export const accessHandlers = (context: RequestContext): AccessHandlers => {
  const { session, clock } = context;
  const { read } = context.archive;
  return {
    ...telling(commands(context), context),
    'access.read': async () => {
      const user = await session.user();
      const users = await read.users();
      const inUnits = await read.countBearers('adminUnit');
      const byCode = await read.countBearers('accessCode');
      const byBasis = await read.countBearers('legalBasis');
      const none = { cases: 0, entries: 0 };
      const { codes, bases } = await read.accessLists();
      return done({
        change: mayDecide(user),
        units: (await read.units()).map(({ id }) => ({
          id,
          ...(inUnits.get(id) ?? none),
          users: users.filter(({ adminUnit }) => adminUnit === id).length,
        })),
        codes: codes.map(({ id }) => ({ id, ...(byCode.get(id) ?? none) })),
        bases: bases.map(({ id, text }) => ({ id, ...(byBasis.get(text) ?? none) })),
      });
    },
    'access.log': async ({ subjectId, ...page }) => {
      // The lists themselves are screened from nobody.
      const rows = (await read.accessLog(subjectId, page)).map((row) => showLogRow(row, undefined));
      return done({ rows: await logView(read, rows) });
    },
    'access.bearers': async ({ of, offset, limit }) => {
      const { bases } = await read.accessLists();
      const borne =
        'accessCode' in of ? of : { legalBasis: bases.find(({ id }) => id === of.basisId)?.text ?? '' };
      return done(await read.bearersOf(borne, { offset, limit }));
    },
    'access.rights': async () => {
      const user = await session.user();
      const rights = await read.rights();
      const given = mayGive(user, rights, await read.units(), dateOf(clock.now()));
      return done({
        users: rights,
        rolesIn: [...given.rolesIn],
        clearancesIn: [...given.clearancesIn],
        giveGroups: given.groups.ok,
        giveOwnership: given.ownership.ok,
        changeUsers: toDecision(may(user, 'manage-users', theArchive)),
      });
    },
    'access.deputies': async () => {
      const user = await session.user();
      const users = await read.users();
      const all = await read.deputyships();
      const mine = users.filter((one) => maySetDeputyOf(user, one));
      return done({
        // Others' absences are nobody else's business.
        deputyships: all.filter((one) => {
          const absent = users.find(({ id }) => id === one.deputyOf);
          return absent && mayEndDeputyship(user, one, absent);
        }),
        mayStandInFor: mine.map(({ id }) => id),
        mayLendClearancesOf: mine.filter((one) => mayLendClearancesOf(user, one)).map(({ id }) => id),
      });
    },
    'access.explain': async ({ number }) =>
      toReply(await explainAccess(context)(await session.user(), number), (value) => value),
    'access.defaults': async () =>
      done({ all: await read.defaultScreenings(), change: mayDecide(await session.user()) }),
    'access.review': async () => {
      const user = await session.user();
      const due = await read.accessReviewDue();
      const { codes } = await read.accessLists();
      return done({
        due,
        change: mayDecide(user),
        proposals: due
          ? proposeClearances(await read.rights(), await read.units(), codes, dateOf(clock.now()))
          : [],
      });
    },
  };
};
