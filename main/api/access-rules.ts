import { may, maySomewhere, theArchive } from '../../domain/access/may.ts';
import type { Ability } from '../../domain/roles.ts';
import type { MethodName, Reply } from '../../preload/contract/contract.ts';
import type { Session } from './session.ts';

/**
 * Who may ask a method.
 * `everybody`: whoever sits at the desk; nothing screened is in the answer, or each is shown what they may see.
 * `closed`: answers only where no archive is open.
 * `own`: decided by whom it is about, in its use case.
 * `archive`: an ability over the archive as a whole, had at the top of the units; decided here before the method is asked.
 * `ownUnits`: an ability that is had in some unit, decided here; the use case holds what it does and shows to those units.
 * `case`, `entry`: an ability over the thing that the method names, or that its job or answer belongs to; decided in its
 * use case, where the thing is read, by `may`.
 */
export type AccessRule =
  | 'everybody'
  | 'closed'
  | 'own'
  | { readonly archive: Ability }
  | { readonly ownUnits: Ability }
  | { readonly case: Ability }
  | { readonly entry: Ability };

/** The rule of every method of the contract: one without does not compile. `access-rules.test.ts` holds each to it. */
export const accessRules: { readonly [M in MethodName]: AccessRule } = {
  'session.open': 'everybody',
  'session.switchUser': 'own',
  'session.setLanguage': 'own',
  'session.setTheme': 'own',
  'desk.baskets': 'everybody',
  'desk.notices': 'everybody',
  'desk.basket': 'everybody',
  'desk.goTo': 'everybody',
  'policy.read': 'everybody',
  'policy.change': { archive: 'change-policy' },
  'archive.create': 'closed',
  'users.list': 'everybody',
  'users.add': { archive: 'manage-users' },
  'users.change': { archive: 'manage-users' },
  'service.read': 'everybody',
  'service.change': { archive: 'change-service' },
  'service.test': 'own',
  'cases.search': 'everybody',
  'cases.open': 'everybody',
  'cases.entries': 'everybody',
  'cases.log': 'everybody',
  'cases.classes': 'everybody',
  'cases.create': { case: 'register' },
  'cases.change': { case: 'register' },
  'cases.close': { case: 'close-case' },
  'cases.reopen': { case: 'reopen-case' },
  'entries.open': 'everybody',
  'entries.create': { case: 'register' },
  'entries.change': { entry: 'register' },
  'entries.setParties': { entry: 'register' },
  // At least: the step may ask for more.
  'entries.screenParty': { entry: 'register' },
  'documents.screen': { entry: 'register' },
  'entries.setStatus': { entry: 'register' },
  'entries.delete': { entry: 'register' },
  'entries.clear': { entry: 'register' },
  'entries.log': 'everybody',
  'entries.revealIdentity': { entry: 'register' },
  'documents.add': { entry: 'register' },
  'documents.replace': { entry: 'register' },
  'documents.rename': { entry: 'register' },
  'documents.remove': { entry: 'register' },
  'documents.takeOut': { entry: 'register' },
  'documents.putBack': { entry: 'register' },
  'documents.chooseVersion': { entry: 'register' },
  'shrinking.make': { entry: 'register' },
  'shrinking.progress': 'everybody',
  'shrinking.cancel': 'own',
  'shrinking.accept': { entry: 'register' },
  'documents.order': { entry: 'register' },
  'masking.read': { entry: 'register' },
  'masking.progress': { entry: 'register' },
  'masking.draw': { entry: 'register' },
  'masking.save': { entry: 'register' },
  'dispatch.prepare': { entry: 'dispatch' },
  'dispatch.revealIdentity': { entry: 'dispatch' },
  'dispatch.check': { entry: 'dispatch' },
  'dispatch.weigh': { entry: 'dispatch' },
  'dispatch.settleParty': { entry: 'register' },
  'dispatch.keepDraft': { entry: 'dispatch' },
  'dispatch.expedite': { entry: 'dispatch' },
  'dispatch.sendAgain': { entry: 'dispatch' },
  'mailing.open': { entry: 'dispatch' },
  'mailing.check': { entry: 'dispatch' },
  'mailing.start': { entry: 'dispatch' },
  'mailing.next': { entry: 'dispatch' },
  'mailing.end': { entry: 'dispatch' },
  'signing.checkDeadline': 'everybody',
  // Each of the jobs it names by itself, and nothing is done to those that one may not.
  'signing.extend': 'own',
  'signing.remind': 'own',
  'signing.replaceSigner': { entry: 'dispatch' },
  'signing.undoPlan': { entry: 'dispatch' },
  'signing.cancel': { entry: 'dispatch' },
  'signing.followUp': { entry: 'dispatch' },
  'signing.undoFollowUp': { entry: 'dispatch' },
  'signing.list': 'everybody',
  'signing.retry': { entry: 'dispatch' },
  'signing.declareUnsent': { entry: 'dispatch' },
  'signing.decideDoubtful': { entry: 'file-answers' },
  'signing.signerAddress': { entry: 'dispatch' },
  'signing.fetchNow': 'everybody',
  'answers.file': { entry: 'file-answers' },
  'parties.mismatches': 'everybody',
  'parties.correct': { entry: 'journal' },
  'parties.leave': { entry: 'journal' },
  'restoration.read': 'everybody',
  'restoration.file': { archive: 'file-answers' },
  'restoration.acknowledge': { archive: 'file-answers' },
  'restoration.dismiss': { archive: 'file-answers' },
  'restoration.reopen': { archive: 'file-answers' },
  'bin.list': { ownUnits: 'journal' },
  'bin.restore': { ownUnits: 'journal' },
  'bin.empty': { ownUnits: 'journal' },
  'looking.list': { ownUnits: 'journal' },
  'screenings.counts': { ownUnits: 'journal' },
  'screenings.list': { ownUnits: 'journal' },
  // Of each thing by itself as well: those that one may not settle stay.
  'screenings.settle': { ownUnits: 'journal' },
  'ownership.takeOver': { ownUnits: 'distribute' },
  'ownership.planned': { ownUnits: 'distribute' },
  'ownership.planTakeOver': { ownUnits: 'distribute' },
  'ownership.withdrawTakeOver': { ownUnits: 'distribute' },
  'access.read': { ownUnits: 'manage-users' },
  'access.log': { ownUnits: 'manage-users' },
  'access.bearers': { ownUnits: 'manage-users' },
  'access.explain': { ownUnits: 'manage-users' },
  'access.rights': { ownUnits: 'manage-users' },
  'access.setRights': { ownUnits: 'manage-users' },
  'access.addUnit': { archive: 'manage-access' },
  'access.changeUnit': { archive: 'manage-access' },
  'access.closeUnit': { archive: 'manage-access' },
  'access.addCode': { archive: 'manage-access' },
  'access.changeCode': { archive: 'manage-access' },
  'access.addBasis': { archive: 'manage-access' },
  'access.repealBasis': { archive: 'manage-access' },
  'access.renameBasis': { archive: 'manage-access' },
  'access.mergeBases': { archive: 'manage-access' },
  'access.mergeUnits': { archive: 'manage-access' },
  'access.putGroup': { archive: 'manage-access' },
  'access.setDefaults': { archive: 'manage-access' },
  'access.defaults': { archive: 'manage-access' },
  'access.review': { archive: 'manage-access' },
  'access.acceptClearances': { archive: 'manage-access' },
  'access.finishReview': { archive: 'manage-access' },
  'access.deputies': 'own',
  'access.setDeputy': 'own',
  'access.endDeputy': 'own',
  'signatures.control': 'everybody',
  'signatures.controlFiled': 'everybody',
  'signatures.controls': 'everybody',
  'signatures.lists': { ownUnits: 'journal' },
  'signatures.settle': { entry: 'journal' },
  'signatures.renew': { entry: 'journal' },
  'timeStamps.read': 'everybody',
  'timeStamps.change': { archive: 'change-policy' },
  'timeStamps.test': { archive: 'change-policy' },
  'vault.read': 'everybody',
  'vault.makeRecoveryKey': { archive: 'manage-vault' },
  'vault.confirmRecoveryKey': { archive: 'manage-vault' },
  'vault.testRecoveryKey': { archive: 'manage-vault' },
  'vault.tryAgain': 'closed',
  'vault.recover': 'closed',
  'vault.startNew': 'closed',
};

/** Refuses what takes an ability over the archive as a whole, or in any unit, before the method is asked. */
export const admitByRule =
  (session: Session) =>
  async (name: MethodName): Promise<Reply<never> | undefined> => {
    const rule = accessRules[name];
    if (typeof rule === 'string' || !('archive' in rule || 'ownUnits' in rule)) return undefined;
    const actor = await session.user();
    const allowed =
      'archive' in rule ? may(actor, rule.archive, theArchive) : maySomewhere(actor, rule.ownUnits);
    return allowed.ok ? undefined : allowed;
  };
