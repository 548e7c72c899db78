import type { NewEntry } from '../ports/archive/entries.ts';
import { readPartyKey } from './cast.ts';
import { composeLetter, type LetterFrame } from './compose-letter.ts';
import type { LetterFacts, TrainingDocument } from './ingredients.ts';
import { fileNameOf, plainTitle } from './marked-title.ts';
import { longDate } from './norwegian-date.ts';
import type { OrderedEntry } from './order-events.ts';
import type { PlannedDocument } from './plan.ts';
import { caseworkerOf, type PlanFacts } from './plan-facts.ts';
import { stableId } from './stable-id.ts';

/** The entry's documents with all that shall stand on their pages, main document first. */
export function planDocuments(
  item: OrderedEntry,
  row: NewEntry,
  facts: PlanFacts,
): Promise<readonly PlannedDocument[]> {
  const common = factsOf(item, facts);
  return Promise.all(
    item.entry.documents.map(async (document, position): Promise<PlannedDocument> => {
      const form = facts.ingredients.forms[document.form];
      const name = `${item.of.from.key}/${item.entry.key}/${position + 1}`;
      if (!form) throw new Error(`training document ${name}: no form ${document.form}`);
      const title = plainTitle(document.title ?? item.entry.title);
      return {
        id: await stableId(facts.digest, 'document', name),
        objectId: await stableId(facts.digest, 'document-object', name),
        role: position === 0 ? 'H' : 'V',
        title,
        type: form.type,
        status: document.unfinished ? 'B' : 'F',
        fileName: fileNameOf(title),
        at: item.createdAt,
        by: row.createdBy,
        page: {
          letter: composeLetter(
            form,
            {
              name,
              text: document.text,
              facts: { ...common, ...item.of.from.facts, ...document.facts, title },
            },
            frameOf(item, row, document, position, common),
          ),
        },
      };
    }),
  );
}

function factsOf(item: OrderedEntry, facts: PlanFacts): LetterFacts {
  const { entry, of } = item;
  const caseworker = caseworkerOf(item, facts);
  const first = entry.parties[0];
  const actor = first === undefined ? undefined : facts.cast.actor(readPartyKey(first, entry.type).key);
  const { municipality } = facts.ingredients;
  return {
    municipality: municipality.name,
    orgnr: spaced(municipality.organisationNumber),
    municipalityAddress: `${municipality.address}, ${municipality.postalCode} ${municipality.postalPlace}`,
    caseNumber: of.caseNumber,
    recordNumber: item.recordNumber,
    caseTitle: plainTitle(of.from.title),
    date: longDate(entry.date),
    caseworker: caseworker.name,
    caseworkerTitle: caseworker.title,
    unit: caseworker.unitName,
    leader: facts.cast.leaderOf(caseworker.adminUnit).name,
    ...(actor && {
      recipient: actor.name,
      recipients: entry.parties
        .map((party) => readPartyKey(party, entry.type))
        .filter(({ kind }) => kind !== 'EK' && kind !== 'IK')
        .map(({ key }) => facts.cast.actor(key).name)
        .join(', '),
      recipientAddress: actor.address,
      recipientOrg: spaced(actor.organisationNumber),
      sender: actor.name,
      senderAddress: actor.address,
      senderOrg: spaced(actor.organisationNumber),
      signer: actor.signer,
      contact: actor.signer,
    }),
  };
}

const spaced = (organisationNumber: string): string =>
  organisationNumber.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');

const words = {
  nb: {
    to: 'Til',
    from: 'Fra',
    date: 'Dato',
    ours: 'Vår ref.',
    screened: 'Unntatt offentlighet',
    case: 'Sak',
    clerk: 'Saksbehandler',
    annex: 'Vedlegg',
  },
  nn: {
    to: 'Til',
    from: 'Frå',
    date: 'Dato',
    ours: 'Vår ref.',
    screened: 'Unnateke offentlegheit',
    case: 'Sak',
    clerk: 'Saksbehandlar',
    annex: 'Vedlegg',
  },
} as const;

function frameOf(
  { entry, of, recordNumber, createdAt }: OrderedEntry,
  row: NewEntry,
  document: TrainingDocument,
  position: number,
  common: LetterFacts,
): LetterFrame {
  const word = words[of.from.language];
  const incoming = entry.type === 'I';
  const house = `${common.municipality} – ${common.unit}`;
  const sender = incoming ? (common.sender ?? '') : house;
  const meta = [
    {
      label: word.to,
      value: incoming ? (common.municipality ?? '') : (common.recipients ?? common.unit ?? ''),
    },
    ...(incoming ? [{ label: word.from, value: `${sender}, ${common.senderAddress}` }] : []),
    { label: word.date, value: longDate(entry.date) },
    ...(incoming ? [] : [{ label: word.ours, value: recordNumber }]),
    ...(incoming ? [] : [{ label: word.clerk, value: common.caseworker ?? '' }]),
    ...(row.screening && !incoming ? [{ label: word.screened, value: row.screening.legalBasis }] : []),
  ];
  const annex = position === 0 ? '' : `${word.annex} ${position} · `;
  const address = incoming ? common.senderAddress : `${common.municipalityAddress} · org.nr. ${common.orgnr}`;
  return {
    sender,
    title: plainTitle(document.title ?? entry.title),
    meta,
    footer: `${annex}${incoming ? sender : `${word.case} ${recordNumber}`} · ${address}`,
    createdAt,
  };
}
