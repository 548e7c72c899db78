import { expect, test } from 'vitest';
import { showLogRow } from '../../../domain/access/show-log.ts';
import { showDocuments, showEntry, showParties } from '../../../domain/access/shown.ts';
import { toId, toSha256 } from '../../../domain/basics.ts';
import { fieldChanged, type LogRow } from '../../../domain/change-log.ts';
import type { EntryDocument } from '../../../domain/documents.ts';
import type { JournalEntry } from '../../../domain/journal-entry.ts';
import type { Screening } from '../../../domain/screening.ts';
import { actorIn } from '../../support/actor.ts';
import { unit } from '../../support/units.ts';

const screening: Screening = {
  accessCode: toId('KL'),
  legalBasis: 'Offl. § 13',
  hidesTitle: true,
  hidesParties: false,
  hidesDocuments: false,
};
const entryWith = (change: Partial<JournalEntry> = {}): JournalEntry => ({
  id: toId('e'),
  caseId: toId('c'),
  journalYear: 2026,
  journalSequence: 1,
  entryNumber: 1,
  recordNumber: '2026/1-1',
  type: 'U',
  status: 'J',
  title: 'Omsorg for Nordmann',
  publicTitle: 'Omsorg for *****',
  journalDate: '2026-11-20',
  caseworker: toId('kari'),
  adminUnit: unit('Helse'),
  screening,
  everFinal: true,
  revision: 1,
  createdAt: '2026-11-20T10:00:00.000Z',
  createdBy: 'Kari',
  ...change,
});
const file = { caseOwner: toId<'user'>('kari') };
const document = (title: string, fileName: string): EntryDocument => ({
  id: toId(title),
  role: 'H',
  number: 1,
  title,
  type: 'brev',
  status: 'F',
  createdAt: '2026-11-20T10:00:00.000Z',
  createdBy: 'Kari',
  objects: [
    {
      id: toId('o'),
      version: 1,
      variant: 'A',
      format: 'fmt/477',
      fileName,
      mime: 'application/pdf',
      sha256: toSha256('a'.repeat(64)),
      size: 1,
      pages: 1,
      createdAt: '2026-11-20T10:00:00.000Z',
      createdBy: 'Kari',
    },
  ],
});
const stranger = actorIn('Skole', ['reader']);
const titlesOf = (documents: ReturnType<typeof showDocuments>) =>
  documents.map(({ title, objects }) => [title, objects[0]?.fileName]);

test('a document that is open is not called by the words that its entry hides', () => {
  const documents = [
    document('Omsorg for Nordmann', 'omsorg_for_nordmann.pdf'),
    document('Vedlegg 1', 'vedlegg.pdf'),
    document('Brev (NORDMANN)', 'brev.pdf'),
  ];
  expect(titlesOf(showDocuments(stranger, documents, entryWith(), file))).toEqual([
    ['Omsorg for *****', '*****.pdf'],
    ['Vedlegg 1', 'vedlegg.pdf'],
    ['Omsorg for *****', 'brev.pdf'],
  ]);
  const owner = { ...stranger, id: file.caseOwner };
  expect(titlesOf(showDocuments(owner, documents, entryWith(), file))[0]).toEqual([
    'Omsorg for Nordmann',
    'omsorg_for_nordmann.pdf',
  ]);
});

test('a document that is hidden keeps its place and its public variant, and nothing else', () => {
  const hidden = document('Nordmann', 'nordmann.pdf');
  const [original] = hidden.objects;
  if (!original) throw new Error('the document has a file');
  const both = {
    ...hidden,
    objects: [original, { ...original, id: toId<'document-object'>('p'), variant: 'O' as const }],
  };
  const entry = entryWith({ screening: { ...screening, hidesDocuments: true } });
  const [shown] = showDocuments(stranger, [both], entry, file);
  expect(shown).toMatchObject({ title: '*****', withheld: true });
  expect(shown?.objects.map(({ variant, fileName }) => [variant, fileName])).toEqual([['O', '*****.pdf']]);
});

test('a title without a public form is hidden whole, and a party that is marked is hidden by itself', () => {
  const entry = entryWith({ publicTitle: undefined });
  expect(showEntry(stranger, entry, file)).toMatchObject({ title: '*****', withheld: true });
  const parties = [
    { id: toId<'party'>('1'), kind: 'EM' as const, name: 'Ola', isFirm: false, isScreened: true },
    { id: toId<'party'>('2'), kind: 'EM' as const, name: 'Nav', isFirm: true },
  ];
  expect(showParties(stranger, parties, entry, file).map(({ name }) => name)).toEqual(['*****', 'Nav']);
});

test('the history of a screened title shows none of its forms, since an earlier public one may have held the words', () => {
  const row = (field: string): LogRow => ({
    subject: 'entry',
    subjectId: 'e',
    ...fieldChanged(field, 'Omsorg for Nordmann', 'Omsorg for *****'),
    at: '2026-11-20T10:00:00.000Z',
    by: 'Kari',
  });
  for (const field of ['tittel', 'offentligTittel', 'ikkeSensitivTittel'])
    expect(JSON.stringify(showLogRow(row(field), screening)), field).not.toContain('Nordmann');
});
