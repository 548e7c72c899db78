import { freshOrder } from '../../../domain/dispatch-order.ts';
import type { MethodName } from '../../../preload/contract/contract.ts';
import { unit } from '../units.ts';
import type { Asker, Place, Thing } from './place.ts';

/** The place, and a file that was staged there. */
type Asking = Place & { readonly stagedId: string };

/** What somebody must be allowed to do, as the routines of a municipality say it; written here once more, by hand. */
type Needed =
  | 'register'
  | 'dispatch'
  | 'approve'
  | 'journal'
  | 'close'
  | 'file'
  | 'distribute'
  | 'policy'
  | 'service'
  | 'users'
  | 'lists'
  | 'vault';

/**
 * One way to ask a method. `over`: the thing itself, something new in its unit, the archive as a whole, or whatever units
 * the role is held in; left out, everybody is let in and sees what they may. The input changes nothing that another asker
 * would miss.
 */
export type Ask = {
  readonly input: (thing: Thing, place: Asking, asker: Asker) => unknown;
  readonly needs?: Needed;
  readonly over?: 'thing' | 'unit' | 'archive' | 'own-units';
};
const anybody = (input: Ask['input'] = () => ({})): Ask => ({ input });
const over = (where: NonNullable<Ask['over']>, needs: Needed, input: Ask['input'] = () => ({})): Ask => ({
  input,
  needs,
  over: where,
});
const onDraft = (needs: Needed, more: (thing: Thing) => object = () => ({})) =>
  over('thing', needs, (thing) => ({ entryId: thing.draftId, ...more(thing) }));
const onJob = (needs: Needed, more: (thing: Thing) => object = () => ({})) =>
  over('thing', needs, (thing) => ({ jobId: thing.jobId, ...more(thing) }));

const page = { offset: 0, limit: 100 };
const reason = { ground: 'register', words: '' };
const order = freshOrder({ recipients: [], agreedWithLeader: true });
const stale = { revision: 0 };
const sha = 'a'.repeat(64);
const person = { name: '', initials: '', adminUnit: unit('Helse'), roles: [] };
const service = {
  environment: 'difitest',
  organisation: '',
  signatureType: 'authenticated',
  authenticationLevel: 4,
  signerIdentifier: 'name',
  certificateFiles: [],
  passphrase: '',
  keepAnchors: [],
  anchorFiles: [],
};
const typed = { recoveryKey: '' };

/** Every method of the contract: one that is missing does not compile. */
export const asks: { readonly [M in MethodName]: readonly Ask[] } = {
  'session.open': [anybody()],
  'session.switchUser': [anybody((_thing, _place, { id }) => ({ userId: id }))],
  'session.setLanguage': [anybody(() => ({ language: 'nb' }))],
  'session.setTheme': [anybody(() => ({ theme: 'auto' }))],
  'desk.baskets': [anybody()],
  'desk.notices': [anybody()],
  'desk.basket': [
    anybody(() => ({ id: 'my-drafts', ...page })),
    anybody(() => ({ id: 'failed-dispatch', ...page })),
  ],
  'desk.goTo': [anybody(() => ({ number: '2026/1' }))],
  'policy.read': [anybody()],
  'policy.change': [over('archive', 'policy', () => ({ policy: outOfBounds }))],
  'archive.create': [
    anybody(() => ({
      recordCreator: { name: '', organisationNumber: '' },
      title: '',
      user: { name: '', initials: '', adminUnit: '' },
      classes: '',
    })),
  ],
  'users.list': [anybody()],
  'users.add': [over('archive', 'users', () => person)],
  'users.change': [over('archive', 'users', () => ({ userId: 'x', ...person }))],
  'service.read': [anybody()],
  'service.change': [over('archive', 'service', () => service)],
  'service.test': [over('archive', 'service', () => ({ form: service })), anybody()],
  'cases.search': [
    anybody(() => ({ text: '', statuses: [], mine: false, orderBy: 'number', ...page })),
    anybody(() => ({ text: 'zebrafink', statuses: [], mine: false, orderBy: 'title', ...page })),
  ],
  'cases.open': [anybody(({ caseId }) => ({ caseId }))],
  'cases.entries': [anybody(({ caseId }) => ({ caseId, text: '', ...page }))],
  'cases.log': [anybody(({ caseId }) => ({ caseId, ...page }))],
  'cases.classes': [anybody()],
  'cases.create': [
    over('unit', 'register', (_thing, _place, { id }) => ({
      title: 'x',
      classId: 'x',
      ownerId: id === '' ? 'x' : 'nobody',
      adminUnit: unit('Helse'),
    })),
  ],
  'cases.change': [
    over('thing', 'register', ({ caseId }) => ({
      caseId,
      title: 'x',
      classId: 'x',
      ownerId: 'x',
      adminUnit: unit('Helse'),
    })),
  ],
  'cases.close': [over('thing', 'close', ({ caseId }) => ({ caseId }))],
  'cases.reopen': [over('thing', 'close', ({ caseId }) => ({ caseId, reason: 'Feil' }))],
  'entries.open': [anybody(({ draftId }) => ({ entryId: draftId }))],
  'entries.create': [
    over('thing', 'register', ({ caseId }) => ({
      caseId,
      type: 'X',
      title: 'x',
      answers: 'nothing',
      parties: [],
    })),
  ],
  'entries.change': [
    onDraft('register', () => stale),
    onDraft('register', () => ({ ...stale, screening: null })),
  ],
  'entries.setParties': [onDraft('register', () => ({ ...stale, parties: [] }))],
  'entries.screenParty': [onDraft('register', () => ({ partyId: 'x', isScreened: false }))],
  'documents.screen': [onDraft('register', () => ({ documentId: 'x', isScreened: false }))],
  'entries.setStatus': [
    onDraft('register', () => ({ ...stale, to: 'F' })),
    onDraft('approve', () => ({ ...stale, to: 'G' })),
    onDraft('journal', () => ({ ...stale, to: 'J' })),
  ],
  // One who has it, and only that one, lays it in the bin: the owner is tried elsewhere.
  'entries.delete': [
    over('thing', 'register', (thing, _place, asker) => ({ entryId: asker.owner ? 'x' : thing.draftId })),
  ],
  'entries.clear': [onDraft('register', () => ({ way: 'TE' }))],
  'entries.log': [anybody(({ draftId }) => ({ entryId: draftId, ...page }))],
  'entries.revealIdentity': [onDraft('register', ({ partyId }) => ({ partyId, reason }))],
  'documents.add': [
    over('thing', 'register', ({ draftId }, { stagedId }) => ({
      entryId: draftId,
      stagedId,
      fileName: 'x.pdf',
    })),
  ],
  'documents.replace': [
    over('thing', 'register', ({ draftId, documentId }, { stagedId }) => ({
      entryId: draftId,
      documentId,
      stagedId,
      fileName: 'x.pdf',
    })),
  ],
  'documents.rename': [onDraft('register', () => ({ documentId: 'x', title: 'x' }))],
  'documents.remove': [onDraft('register', () => ({ documentId: 'x' }))],
  'documents.takeOut': [onDraft('register', () => ({ documentId: 'x' }))],
  'documents.putBack': [onDraft('register', () => ({ documentId: 'x' }))],
  'documents.chooseVersion': [onDraft('register', () => ({ documentId: 'x', objectId: 'x' }))],
  'shrinking.make': [onDraft('register', () => ({ documentId: 'x', dotsPerInch: 200 }))],
  'shrinking.progress': [anybody(({ documentId }) => ({ documentId }))],
  'shrinking.cancel': [anybody(({ documentId }) => ({ documentId }))],
  'shrinking.accept': [onDraft('register', () => ({ documentId: 'x', seen: sha }))],
  'documents.order': [onDraft('register', () => ({ order: [] }))],
  'masking.read': [onDraft('register', () => ({ documentId: 'x' }))],
  'masking.progress': [onDraft('register', ({ documentId }) => ({ documentId }))],
  'masking.draw': [onDraft('register', () => ({ documentId: 'x', objectId: 'x', areas: [], gone: ['x'] }))],
  'masking.save': [onDraft('register', () => ({ documentId: 'x', seen: sha }))],
  'dispatch.prepare': [onDraft('dispatch')],
  'dispatch.revealIdentity': [onDraft('dispatch', ({ partyId }) => ({ from: 'party', id: partyId, reason }))],
  'dispatch.check': [onDraft('dispatch', () => ({ order }))],
  'dispatch.weigh': [onDraft('dispatch')],
  'dispatch.settleParty': [onDraft('register', () => ({ partyId: 'x', as: 'removed' }))],
  'dispatch.keepDraft': [onDraft('dispatch', () => ({ order }))],
  'dispatch.expedite': [onDraft('dispatch', () => ({ order, seenMerged: sha }))],
  'dispatch.sendAgain': [onDraft('dispatch')],
  'mailing.open': [onDraft('dispatch')],
  'mailing.check': [onDraft('dispatch', () => ({ people: [], terms: order }))],
  'mailing.start': [onDraft('dispatch', () => ({ people: [], terms: order, seenMerged: sha }))],
  'mailing.next': [onDraft('dispatch', () => ({ mailingId: 'x' }))],
  'mailing.end': [onDraft('dispatch', () => ({ mailingId: 'x' }))],
  'signing.checkDeadline': [anybody(({ jobId }) => ({ jobIds: [jobId], deadlineDays: 14 }))],
  'signing.extend': [anybody(({ jobId }) => ({ jobIds: [jobId], deadlineDays: 0 }))],
  'signing.remind': [anybody(({ jobId }) => ({ jobIds: [jobId] }))],
  'signing.replaceSigner': [onJob('dispatch', () => ({ signerId: 'x', name: 'Zebra', identityNumber: '' }))],
  'signing.undoPlan': [onJob('dispatch')],
  'signing.cancel': [onJob('dispatch', () => ({ reason: 'x' }))],
  'signing.followUp': [onJob('dispatch', () => ({ comment: '' }))],
  'signing.undoFollowUp': [onJob('dispatch')],
  'signing.list': [anybody(() => ({ basket: 'refused', offset: 0, limit: 50 }))],
  'signing.retry': [onJob('dispatch')],
  'signing.declareUnsent': [onJob('dispatch')],
  'signing.decideDoubtful': [onJob('file', () => ({ decision: 'keep-waiting' }))],
  'signing.signerAddress': [onJob('dispatch', ({ signerId }) => ({ signerId, reason }))],
  'signing.fetchNow': [anybody()],
  'answers.file': [
    over('thing', 'file', ({ answerId }, { closedCaseId }) => ({ answerId, caseId: closedCaseId })),
  ],
  'parties.mismatches': [anybody(() => page)],
  'parties.correct': [onDraft('journal', () => ({ ...stale, copies: [] }))],
  'parties.leave': [onDraft('journal', () => ({ reason: '' }))],
  'restoration.read': [anybody()],
  'restoration.file': [over('archive', 'file', () => ({ unknownJobId: 'x', caseId: 'x' }))],
  'restoration.acknowledge': [over('archive', 'file', () => ({ unknownJobId: 'x' }))],
  'restoration.dismiss': [over('archive', 'file', () => ({ reference: 'x' }))],
  'restoration.reopen': [over('archive', 'file')],
  'bin.list': [over('own-units', 'journal')],
  'bin.restore': [over('own-units', 'journal', () => ({ entryId: 'x' }))],
  'bin.empty': [over('own-units', 'journal')],
  'looking.list': [over('own-units', 'journal', () => page)],
  'screenings.counts': [over('own-units', 'journal')],
  'screenings.list': [over('own-units', 'journal', () => ({ flaw: 'expired', limit: 100 }))],
  'screenings.settle': [
    over('own-units', 'journal', ({ caseId }) => ({
      flaw: 'expired',
      things: [{ caseId }],
      settlement: { how: 'open' },
    })),
  ],
  'ownership.takeOver': [over('own-units', 'distribute', () => ({ fromId: 'x', toId: 'y' }))],
  'ownership.planned': [over('own-units', 'distribute')],
  'ownership.planTakeOver': [
    over('own-units', 'distribute', () => ({ fromId: 'x', toId: 'y', on: '2026-01-01' })),
  ],
  'ownership.withdrawTakeOver': [over('own-units', 'distribute', () => ({ takeOverId: 'x' }))],
  'access.read': [over('own-units', 'users')],
  'access.log': [over('own-units', 'users', () => page)],
  'access.bearers': [over('own-units', 'users', () => ({ of: { accessCode: 'KL' }, ...page }))],
  'access.explain': [over('own-units', 'users', () => ({ number: '2026/1' }))],
  'access.rights': [over('own-units', 'users')],
  'access.setRights': [
    over('own-units', 'users', () => ({ userId: 'x', roles: [], clearances: [], groups: [] })),
  ],
  'access.addUnit': [over('archive', 'lists', () => ({ name: '', parentId: 'x' }))],
  'access.changeUnit': [over('archive', 'lists', () => ({ unitId: 'x', name: '', parentId: 'x' }))],
  'access.closeUnit': [over('archive', 'lists', () => ({ unitId: 'x' }))],
  'access.addCode': [over('archive', 'lists', () => ({ id: 'x', name: '', bases: [] }))],
  'access.changeCode': [over('archive', 'lists', () => ({ id: 'x', name: '', bases: [] }))],
  'access.addBasis': [over('archive', 'lists', () => ({ text: '' }))],
  'access.repealBasis': [over('archive', 'lists', () => ({ basisId: 'x' }))],
  'access.renameBasis': [over('archive', 'lists', () => ({ basisId: 'x', text: '' }))],
  'access.mergeBases': [over('archive', 'lists', () => ({ from: 'x', into: 'y' }))],
  'access.mergeUnits': [over('archive', 'lists', () => ({ from: 'x', into: 'y' }))],
  'access.putGroup': [over('archive', 'lists', () => ({ groupId: 'x', name: '', members: [] }))],
  'access.setDefaults': [over('archive', 'lists', () => ({ all: [] }))],
  'access.defaults': [over('archive', 'lists')],
  'access.review': [over('archive', 'lists')],
  'access.acceptClearances': [over('archive', 'lists', () => ({ accepted: [] }))],
  'access.finishReview': [over('archive', 'lists')],
  'access.deputies': [anybody()],
  'access.setDeputy': [
    anybody(() => ({
      deputy: 'x',
      deputyOf: 'y',
      from: '2026-01-01',
      to: '2026-01-02',
      withClearances: false,
    })),
  ],
  'access.endDeputy': [anybody(() => ({ deputyshipId: 'x' }))],
  'signatures.control': [anybody(() => ({ stagedId: 'x', fileName: 'x.pdf' }))],
  'signatures.controlFiled': [anybody(({ draftId }) => ({ entryId: draftId, documentId: 'x' }))],
  'signatures.controls': [anybody(({ draftId }) => ({ entryId: draftId, documentId: 'x' }))],
  'signatures.lists': [over('own-units', 'journal')],
  'signatures.settle': [anybody(() => ({ controlId: 'x' }))],
  'signatures.renew': [
    over('thing', 'journal', ({ draftId, documentId }) => ({ entryId: draftId, documentId })),
  ],
  'timeStamps.read': [anybody()],
  'timeStamps.change': [over('archive', 'policy', () => ({ form: noAuthority }))],
  'timeStamps.test': [over('archive', 'policy', () => ({ form: noAuthority }))],
  'vault.read': [anybody()],
  'vault.makeRecoveryKey': [over('archive', 'vault')],
  'vault.confirmRecoveryKey': [over('archive', 'vault', () => typed)],
  'vault.testRecoveryKey': [over('archive', 'vault', () => typed)],
  'vault.tryAgain': [anybody()],
  'vault.recover': [anybody(() => typed)],
  'vault.startNew': [anybody()],
};

const noAuthority = { url: '', user: '', secret: '', keepAnchors: [], anchorFiles: [] };

const outOfBounds = {
  maxTitle: 0,
  maxMessage: 0,
  maxBytes: 0,
  maxRecipients: 0,
  defaultDeadlineDays: 0,
  minDeadlineDays: 0,
  maxDeadlineDays: 0,
  deadlinesByType: {},
  approvalRequired: false,
  answersArriveAs: 'M',
  deleteAtService: false,
  identityNumberBasis: 'Offl. § 26',
  lookingLogMonths: 0,
  renewWithinMonths: 0,
};

const mayDo: Readonly<Record<NonNullable<Asker['role']>, readonly Needed[]>> = {
  reader: [],
  caseworker: ['register', 'dispatch'],
  leader: ['register', 'dispatch', 'approve', 'distribute'],
  documentCentre: ['register', 'dispatch', 'distribute', 'journal', 'close', 'file', 'policy', 'users'],
  systemOwner: ['policy', 'service', 'users', 'lists', 'vault'],
};

/** Whether this person sees what is hidden of the thing. */
export const sees = (asker: Asker, thing: Thing): boolean => !thing.screened || seesHidden(asker);
export const seesHidden = ({ owner, grouped, cleared }: Asker): boolean => owner || (grouped && cleared);

/** What the rule of rights says, from scratch: `let-in`, or why not. */
export function expected(asker: Asker, { needs, over: where }: Ask, thing: Thing): string {
  if (needs === undefined) return 'let-in';
  if (asker.role === undefined) return 'no-unit';
  if (!mayDo[asker.role].includes(needs)) return 'not-allowed';
  if (where === 'archive') return asker.atTop ? 'let-in' : 'not-at-top';
  if (where === 'own-units') return 'let-in';
  const owns = asker.owner && where === 'thing' && (needs === 'register' || needs === 'dispatch');
  if (!asker.inUnit && !owns) return 'other-unit';
  if (where === 'unit' || sees(asker, thing)) return 'let-in';
  return asker.grouped ? 'not-cleared' : 'not-in-group';
}
