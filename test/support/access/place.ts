import { createHash, randomUUID } from 'node:crypto';
import {
  type CaseId,
  type EntryId,
  type Instant,
  toId,
  toSha256,
  type UserId,
} from '../../../domain/basics.ts';
import { type Role, roles } from '../../../domain/roles.ts';
import type { Screening } from '../../../domain/screening.ts';
import { openArchiveStore } from '../../../main/adapters/store/open-archive-store.ts';
import { openFileSeal } from '../../../main/adapters/vault/open-file-seal.ts';
import { openIdentityVault } from '../../../main/adapters/vault/open-identity-vault.ts';
import type { NewJob } from '../../../main/ports/archive/jobs.ts';
import type { ArchiveWriter } from '../../../main/ports/archive-store.ts';
import { makePdf } from '../../adapters/pdf/make-pdf.ts';
import { addUnits, unit } from '../units.ts';

const at: Instant = '2026-11-20T10:00:00.000Z';
const by = 'Eva Eier';
const from = '2020-01-01';

/** Words that stand in nothing but what is screened. */
export const hiddenWord = 'Zebrafink';
export const openWord = 'Gråspurv';
const screening: Screening = {
  accessCode: toId('KL'),
  legalBasis: 'Offl. § 13 jf. fvl. § 13',
  hidesTitle: true,
  hidesParties: true,
  hidesDocuments: true,
  accessGroup: toId('named'),
};

/**
 * Somebody who asks: a role or none, in the unit of the things or another or at the top of them all, cleared there or
 * not, in the group that is named or not, owner of it all or not.
 */
export type Asker = {
  readonly id: UserId;
  readonly role: Role | undefined;
  /** The unit of the things is among those of the role. */
  readonly inUnit: boolean;
  readonly atTop: boolean;
  readonly cleared: boolean;
  readonly grouped: boolean;
  readonly owner: boolean;
};
const asker = (role: Role | undefined, inUnit: boolean, cleared: boolean, more?: Partial<Asker>): Asker => ({
  id: toId(randomUUID()),
  role,
  inUnit,
  atTop: false,
  cleared,
  grouped: true,
  owner: false,
  ...more,
});
const owner = asker('caseworker', false, false, { owner: true, grouped: false });
export const askers: readonly Asker[] = [
  ...roles.flatMap((role) =>
    [true, false].flatMap((inUnit) => [true, false].map((cleared) => asker(role, inUnit, cleared))),
  ),
  ...roles.map((role) => asker(role, true, false, { atTop: true })),
  // Cleared for the code, and not among those who are named.
  ...roles.flatMap((role) => [true, false].map((inUnit) => asker(role, inUnit, true, { grouped: false }))),
  asker('documentCentre', true, false, { grouped: false }),
  asker(undefined, true, false),
  asker(undefined, true, true),
  owner,
];

/** What is asked for: one that is screened, and one like it that is not. */
export type Thing = {
  readonly screened: boolean;
  readonly caseId: CaseId;
  readonly draftId: EntryId;
  readonly partyId: string;
  readonly documentId: string;
  readonly objectId: string;
  readonly jobId: string;
  readonly signerId: string;
  readonly doubtfulId: string;
  readonly answerId: string;
};
export type Place = {
  readonly things: readonly Thing[];
  readonly classId: string;
  readonly closedCaseId: CaseId;
};

/** Founds an archive at `path` with everybody who asks and the things they ask for. */
export async function foundPlace(path: string, key: Uint8Array): Promise<Place> {
  const fileSeal = openFileSeal(key);
  const identity = {
    id: randomUUID(),
    kind: 'training' as const,
    title: 'Opplæring',
    recordCreator: { name: 'Granvik kommune', organisationNumber: '310845205' },
  };
  const store = await openArchiveStore(path, { create: identity, fileSeal });
  const sealed = await openIdentityVault(key).seal('14838511091');
  const pdfs = [await makePdf(['Side en']), await makePdf(['Side to'])] as const;
  const classId = randomUUID();
  const place = await store.change(async (tx) => {
    await addUnits(tx, 'Helse', 'Skole');
    await tx.addClass({ id: toId(classId), code: '4', title: 'Alt' });
    for (const one of askers) await addAsker(tx, one);
    const members = askers.filter(({ grouped }) => grouped).map(({ id }) => id);
    await tx.putAccessGroup({ id: toId('named'), name: 'Navngitte', members });
    const things = [
      await addThing(tx, true, classId, sealed, pdfs[0]),
      await addThing(tx, false, classId, sealed, pdfs[1]),
    ];
    const closed = await tx.addCase({ ...caseOf(classId), title: 'Lukket', status: 'B' });
    await tx.changeCase(closed.id, { status: 'A', closedAt: at, closedBy: by });
    return { things, classId, closedCaseId: closed.id };
  });
  await store.close();
  return place;
}

async function addAsker(tx: ArchiveWriter, { id, role, inUnit, atTop, cleared }: Asker): Promise<void> {
  const top = (await tx.units()).find(({ parentId }) => parentId === undefined);
  const home = unit(inUnit ? 'Helse' : 'Skole');
  const held = (atTop && top?.id) || home;
  const name = `Prøve ${id.slice(0, 8)}`;
  await tx.addUser({ id, name, initials: 'P', adminUnit: home, roles: role ? [role] : ['reader'] });
  await tx.setRights({
    userId: id,
    roles: role ? [{ role, unit: held, from }] : [],
    clearances: cleared ? [{ accessCode: toId('KL'), unit: unit('Helse'), from }] : [],
  });
}

const caseOf = (classId: string) => ({
  id: toId<'case'>(randomUUID()),
  caseDate: '2026-11-20' as const,
  adminUnit: unit('Helse'),
  caseOwner: owner.id,
  classId: toId<'class'>(classId),
  createdAt: at,
  createdBy: by,
});

async function addThing(
  tx: ArchiveWriter,
  screened: boolean,
  classId: string,
  sealed: Uint8Array,
  pdf: Uint8Array,
): Promise<Thing> {
  const word = screened ? hiddenWord : openWord;
  const kept = screened ? { screening } : {};
  const file = await tx.addCase({ ...caseOf(classId), title: `${word} sak`, status: 'B', ...kept });
  const add = (status: 'R' | 'E') =>
    tx.addEntry({
      id: toId(randomUUID()),
      caseId: file.id,
      type: 'U',
      status,
      title: `${word} brev`,
      journalDate: '2026-11-20',
      caseworker: owner.id,
      adminUnit: unit('Helse'),
      createdAt: at,
      createdBy: by,
      ...kept,
    });
  const draft = await add('R');
  const partyId = toId<'party'>(randomUUID());
  await tx.setParties(draft.id, [{ id: partyId, kind: 'EM', name: `${word} part`, isFirm: false }]);
  await tx.setSealedIdentity(partyId, sealed);
  const bytes = new Uint8Array([...pdf, ...new TextEncoder().encode(`\n% ${word}\n`)]);
  const sha256 = toSha256(createHash('sha256').update(bytes).digest('hex'));
  await tx.putFile(sha256, bytes, at);
  const documentId = toId<'document'>(randomUUID());
  const objectId = toId<'document-object'>(randomUUID());
  const object = { version: 1, variant: 'A', format: 'fmt/276', fileName: `${word}.pdf` } as const;
  const kind = { mime: 'application/pdf', size: bytes.byteLength, pages: 1, createdAt: at, createdBy: by };
  await tx.addDocument(
    draft.id,
    { id: documentId, role: 'H', title: `${word} dokument`, type: 'brev', status: 'B', at, by },
    [{ id: objectId, sha256, ...object, ...kind }],
  );
  const jobOf = async (state: NewJob['state']): Promise<NewJob> => {
    const entry = await add('E');
    const job: NewJob = {
      id: toId(randomUUID()),
      entryId: entry.id,
      caseId: file.id,
      state,
      arrival: 'known',
      serviceJobId: randomUUID(),
      reference: randomUUID(),
      title: `${word} oppdrag`,
      message: `${word} hilsen`,
      deadlineDays: 30,
      merged: { sha256, bytes: bytes.byteLength, pages: 1 },
      signers: [
        {
          id: toId(randomUUID()),
          name: `${word} signatar`,
          group: 0,
          state: 'waiting',
          sealedIdentity: sealed,
          fingerprint: randomUUID(),
        },
      ],
      orderedBy: by,
      orderedAt: at,
      sentAt: at,
      attempts: 1,
    };
    await tx.addJob(job);
    return job;
  };
  const running = await jobOf('inProgress');
  const doubtful = await jobOf('doubtful');
  await tx.addReceived({
    jobId: doubtful.id,
    receivedAt: at,
    outcome: 'completed',
    decidedAt: at,
    document: sha256,
    signatures: [],
    doubts: ['unsigned'],
  });
  const ended = await jobOf('failed');
  const answerId = toId<'answer'>(randomUUID());
  await tx.addAnswer({
    id: answerId,
    jobId: ended.id,
    outcome: 'failed',
    failure: 'rejected',
    receivedAt: at,
    decidedAt: at,
    signatures: [],
  });
  return {
    screened,
    caseId: file.id,
    draftId: draft.id,
    partyId,
    documentId,
    objectId,
    jobId: running.id,
    signerId: running.signers[0]?.id ?? '',
    doubtfulId: doubtful.id,
    answerId,
  };
}
