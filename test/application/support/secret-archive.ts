import type { Actor } from '../../../domain/access/actor.ts';
import { mayInUnit } from '../../../domain/access/may.ts';
import { decideSight, guardedCase, guardedEntry } from '../../../domain/access/sight.ts';
import type { ClassId, DocumentObjectId, JobId, UnitId, UserId } from '../../../domain/basics.ts';
import type { CaseFile } from '../../../domain/case-file.ts';
import { fieldChanged, type LogRow } from '../../../domain/change-log.ts';
import { freshOrder } from '../../../domain/dispatch-order.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { Screening } from '../../../domain/screening.ts';
import type { SigningJob } from '../../../domain/signing-job.ts';
import { type Verdict, verdictPart } from '../../../domain/verdict.ts';
import type { ArchiveWriter } from '../../../main/ports/archive-store.ts';
import {
  at,
  bytesOf,
  id,
  newAnswer,
  newCase,
  newEntry,
  newJob,
  party,
  putObject,
  sha256,
} from '../../adapters/store/support/sample.ts';

/** A word that stands nowhere else, and who by the rules may read it. */
export type Secret = {
  readonly word: string;
  readonly of: 'case title' | 'title' | 'party' | 'document' | 'free text' | 'deleted entry' | 'binned entry';
  readonly seenBy: (actor: Actor) => boolean;
};

export type SecretThing = {
  readonly unit: UnitId;
  readonly owner: UserId;
  readonly screening: Screening | undefined;
};
export type SecretPlan = {
  readonly ofCase: SecretThing;
  readonly ofEntry: SecretThing;
  readonly screensOneParty: boolean;
  readonly screensOneDocument: boolean;
  readonly job: SigningJob['state'];
};

/** Everything that can be asked for by name. */
export type Handles = {
  readonly caseId: string;
  readonly entryIds: readonly string[];
  readonly documentId: string;
  readonly jobId: string;
  readonly signerId: string;
  readonly partyId: string;
  readonly answerId: string | undefined;
  readonly objectIds: readonly DocumentObjectId[];
  readonly numbers: readonly string[];
  readonly secrets: readonly Secret[];
};

let last = 0;
const who = { at, by: 'Kari Nordvik' };

/** Registers a case with one outgoing entry, all of whose words are secrets, and an open entry that is linked to it. */
export async function putSecrets(
  tx: ArchiveWriter,
  classId: ClassId,
  plan: SecretPlan,
  seal: (text: string) => Promise<Uint8Array>,
): Promise<Handles> {
  const secrets: Secret[] = [];
  const secret = (of: Secret['of'], seenBy: Secret['seenBy']): string => {
    last += 1;
    const word = `qx7${last}zq`;
    secrets.push({ word, of, seenBy });
    return word;
  };
  const placed = ({ unit, owner, screening }: SecretThing) => ({
    unit,
    owner,
    ...(screening && { screening }),
  });
  const ofCase = placed(plan.ofCase);
  const ofEntry = placed(plan.ofEntry);
  let file: CaseFile | undefined;
  let entry: JournalEntry | undefined;
  const seesCase = (actor: Actor) => file !== undefined && decideSight(actor, guardedCase(file)).ok;
  const seesEntry = (actor: Actor) =>
    file !== undefined && entry !== undefined && decideSight(actor, guardedEntry(entry, file)).ok;
  const unless = (hides: boolean | undefined) => (actor: Actor) => !hides || seesEntry(actor);
  const title = () => secret('title', unless(ofEntry.screening?.hidesTitle));
  const anyOf = () => secret('free text', unless(ofEntry.screening !== undefined));
  const partyWord = (screened: boolean) =>
    secret('party', unless(ofEntry.screening && (ofEntry.screening.hidesParties || screened)));
  const documentWord = (screened: boolean) =>
    secret('document', unless(ofEntry.screening && (ofEntry.screening.hidesDocuments || screened)));
  const caseTitle = () => secret('case title', (actor) => !ofCase.screening?.hidesTitle || seesCase(actor));

  file = await tx.addCase(
    newCase({
      title: `Sak ${caseTitle()}`,
      publicTitle: 'Sak *****',
      adminUnit: ofCase.unit,
      caseOwner: ofCase.owner,
      classId,
      ...(ofCase.screening && { screening: ofCase.screening }),
    }),
  );
  entry = await tx.addEntry(
    newEntry(file.id, {
      title: `Brev ${title()}`,
      nonSensitiveTitle: `Brev ${title()}`,
      status: 'F',
      adminUnit: ofEntry.unit,
      caseworker: ofEntry.owner,
      ...(ofEntry.screening && { screening: ofEntry.screening }),
    }),
  );
  const open = await tx.addEntry(
    newEntry(file.id, {
      type: 'I',
      status: 'J',
      title: 'Svar',
      adminUnit: ofCase.unit,
      caseworker: ofCase.owner,
    }),
  );
  // In the bin it is shown to those who keep the journal, and nowhere else to anybody.
  const binned = await tx.addEntry(
    newEntry(file.id, {
      title: `Kastet ${secret('binned entry', (actor) => mayInUnit(actor, 'journal', ofEntry.unit).ok && (!ofEntry.screening?.hidesTitle || seesEntry(actor)))}`,
      adminUnit: ofEntry.unit,
      caseworker: ofEntry.owner,
      ...(ofEntry.screening && { screening: ofEntry.screening }),
    }),
  );
  await tx.binEntry(binned.id, at, who.by);
  await tx.addLink({ from: open.id, to: binned.id, kind: 'answers' });
  await tx.addLink({ from: open.id, to: entry.id, kind: 'answers' });
  const parties = [plan.screensOneParty, false].map((isScreened) =>
    party(`Part ${partyWord(isScreened)}`, {
      ...(isScreened && { isScreened }),
      isFirm: true,
      address: `Gate ${partyWord(isScreened)}`,
      email: `${partyWord(isScreened)}@example.no`,
      contactPerson: `Kontakt ${partyWord(isScreened)}`,
    }),
  );
  await tx.setParties(entry.id, parties);
  for (const one of parties) await tx.setSealedIdentity(one.id, await seal('14838511091'));
  const objectIds: DocumentObjectId[] = [];
  const documentId = id<'document'>();
  for (const [place, isScreened] of [plan.screensOneDocument, false].entries()) {
    const object = await putObject(tx, `fil ${documentWord(isScreened)}`, {
      fileName: `${documentWord(isScreened)}.pdf`,
    });
    const openVariant = await putObject(tx, `offentlig ${last}`, {
      variant: 'O',
      fileName: `${documentWord(isScreened)}-offentlig.pdf`,
    });
    objectIds.push(object.id, openVariant.id);
    const document = place === 0 ? documentId : id<'document'>();
    await tx.addDocument(
      entry.id,
      {
        id: document,
        role: place === 0 ? 'H' : 'V',
        title: `Dokument ${documentWord(isScreened)}`,
        type: 'brev',
        status: 'F',
        at,
        by: who.by,
      },
      [object, openVariant],
    );
    if (isScreened) await tx.changeDocument(document, { isScreened });
    await tx.log({
      subject: 'document',
      subjectId: document,
      ...fieldChanged('tittel', documentWord(isScreened), documentWord(isScreened)),
      ...who,
    });
  }
  const verdict = (): Verdict => ({
    sealedBy: verdictPart('sealed', { by: 'Posten', time: at, timeSource: 'receipt' }),
    unchanged: verdictPart('unchanged'),
    isWhatWasSent: verdictPart('same-document'),
    evidence: [
      {
        ...verdictPart('evidence-holds', { name: partyWord(plan.screensOneParty), signedAt: at }),
        signerName: partyWord(plan.screensOneParty),
      },
    ],
  });
  const order = freshOrder({ recipients: [], message: anyOf() });
  await tx.setDraftOrder(entry.id, await seal(JSON.stringify({ order, typed: {} })), at);
  const merged = bytesOf(`samlet ${documentWord(plan.screensOneDocument)}`);
  await tx.putFile(sha256(merged), merged, at);
  const signerId = id<'signer'>();
  const job = await newJob(tx, entry, {
    title: `Oppdrag ${title()}`,
    nonSensitiveTitle: `Oppdrag ${title()}`,
    message: `Hilsen ${anyOf()}`,
    merged: { sha256: sha256(merged), bytes: merged.byteLength, pages: 1 },
    signers: [
      {
        id: signerId,
        ...(parties[0] && { partyId: parties[0].id }),
        name: `Signerer ${partyWord(plan.screensOneParty)}`,
        onBehalfOf: `Firma ${partyWord(plan.screensOneParty)}`,
        group: 0,
        state: 'waiting',
        sealedIdentity: await seal('14838511091'),
        fingerprint: 'mark',
      },
    ],
  });
  await tx.addJob(job);
  await tx.addPartyMismatch(entry.id, job.id, at);
  await tx.changeJob(job.id, {
    state: plan.job,
    lastFault: { code: 'x', detail: `feil ${anyOf()}`, at },
    ...(plan.job === 'failed' && { failure: 'rejected' }),
  });
  if (plan.job === 'inProgress' || plan.job === 'doubtful')
    await tx.changeSigner(signerId, { state: 'signed', since: '2026-01-05T10:00:00.000Z' });
  const answer =
    plan.job === 'completed'
      ? newAnswer(job.id, {
          outcome: 'completed',
          failure: undefined,
          verdict: verdict(),
          verified: true,
          signedPdf: sha256(merged),
        })
      : undefined;
  if (answer) await tx.addAnswer(answer);
  if (plan.job === 'doubtful') {
    const received = bytesOf(`mottatt ${anyOf()}`);
    await tx.putFile(sha256(received), received, at);
    await tx.addReceived({
      jobId: job.id as JobId,
      receivedAt: at,
      outcome: 'completed',
      decidedAt: at,
      document: sha256(received),
      signatures: [],
      doubts: ['other-document'],
      verdict: verdict(),
    });
  }
  await tx.addLostJob({ reference: `ref${last}`, entryId: entry.id }, at);
  const rows: readonly LogRow[] = [
    { subject: 'case', subjectId: file.id, ...fieldChanged('tittel', caseTitle(), caseTitle()), ...who },
    { subject: 'entry', subjectId: entry.id, ...fieldChanged('tittel', title(), title()), ...who },
    {
      subject: 'entry',
      subjectId: entry.id,
      ...fieldChanged('ikkeSensitivTittel', title(), title()),
      ...who,
    },
    { subject: 'entry', subjectId: entry.id, ...fieldChanged('begrunnelse', '(tom)', anyOf()), ...who },
    {
      subject: 'entry',
      subjectId: entry.id,
      ...fieldChanged(
        'korrespondansepartNavn',
        partyWord(plan.screensOneParty),
        partyWord(plan.screensOneParty),
      ),
      ...who,
    },
    {
      subject: 'entry',
      subjectId: entry.id,
      ...fieldChanged('foedselsnummerVist', '(tom)', partyWord(plan.screensOneParty)),
      ...who,
    },
    {
      subject: 'entry',
      subjectId: entry.id,
      ...fieldChanged('fjernetDokument', documentWord(plan.screensOneDocument), '(tom)'),
      ...who,
    },
    {
      subject: 'job',
      subjectId: job.id,
      code: 'job-ordered',
      facts: { signers: [partyWord(plan.screensOneParty)] },
      ...who,
    },
    {
      subject: 'job',
      subjectId: job.id,
      code: 'rights-confirmed',
      facts: { documents: [documentWord(plan.screensOneDocument)] },
      ...who,
    },
    {
      subject: 'job',
      subjectId: job.id,
      code: 'signer-changed',
      facts: { signer: partyWord(plan.screensOneParty), before: 'waiting', after: 'signed' },
      ...who,
    },
    { subject: 'job', subjectId: job.id, code: 'job-refused', facts: { fault: anyOf() }, ...who },
  ];
  for (const row of rows) await tx.log(row);
  // What screened an entry that is gone is not known any longer.
  await tx.log({
    subject: 'case',
    subjectId: file.id,
    ...fieldChanged(
      'slettetJournalpost',
      `${file.caseNumber}-9 ${secret('deleted entry', () => false)}`,
      '(tom)',
    ),
    ...who,
  });
  return {
    caseId: file.id,
    entryIds: [entry.id, open.id, binned.id],
    documentId,
    jobId: job.id,
    signerId,
    partyId: parties[0]?.id ?? '',
    answerId: answer?.id,
    objectIds,
    numbers: [
      file.caseNumber,
      entry.recordNumber,
      binned.recordNumber,
      `${entry.journalSequence}/${entry.journalYear}`,
    ],
    secrets,
  };
}
