import type { Catalogue } from './language.ts';

type Taken = { readonly cases: number; readonly entries: number; readonly left: number };

const nb = {
  part: { bin: 'Papirkurv', looking: 'Innsynslogg', 'take-over': 'Overtakelse' },
  number: 'Nummer',
  more: 'Vis flere',
  choose: 'Velg',

  binIntro:
    'Slettede utkast ligger her i 30 dager, og er så borte for godt. Numrene deres brukes ikke om igjen.',
  binEmpty: 'Papirkurven er tom',
  binEmptyText: 'Et utkast som noen sletter, havner her.',
  entryTitle: 'Tittel',
  caseworker: 'Saksbehandler',
  deleted: 'Slettet',
  goneAt: 'Borte fra',
  restore: 'Legg tilbake',
  restoreOne: (number: string) => `Legg tilbake ${number}`,
  restored: (number: string) => `${number} er lagt tilbake i saken.`,
  deleteForGood: 'Slett for godt',
  deleteOne: (number: string) => `Slett ${number} for godt`,
  emptyBin: 'Tøm papirkurven',
  emptyText: 'Utkastet og filene blir borte og kan ikke hentes tilbake. Loggen husker at det har vært der.',
  gone: (count: number) =>
    count === 1 ? '1 utkast er slettet for godt.' : `${count} utkast er slettet for godt.`,

  lookingIntro:
    'Hvem som har åpnet noe skjermet, og hvem som har fått se et fødselsnummer. Loggen står for seg og slettes når tiden under Innstillinger er ute.',
  when: 'Når',
  who: 'Hvem',
  what: 'Hva',
  reason: 'Grunn',
  everybody: 'Alle',
  everything: 'Alt',
  noLooks: 'Ingen har åpnet noe skjermet',
  noLooksText: 'Når noen åpner en skjermet sak, journalpost eller fil, står det her.',
  looks: (shown: number, total: number) => `Viser ${shown} av ${total}`,

  takeOverIntro:
    'Gi alt det en har åpent, til en annen, for eksempel når noen slutter. Det gjelder saker og uferdige journalposter i enhetene dine.',
  from: 'Fra',
  to: 'Til',
  takeOver: 'Overfør',
  takeOverTitle: (from: string, to: string) => `Overfør fra ${from} til ${to}`,
  takeOverText:
    'Åpne saker og uferdige journalposter får ny ansvarlig, med en linje i loggen for hver. Det som er ekspedert eller journalført, beholder saksbehandleren.',
  takeOverOn: 'Dato',
  takeOverOnHint: 'La stå tomt for å overføre nå.',
  planTakeOver: 'Planlegg',
  planText: (day: string) =>
    `Det som står åpent ${day}, får ny ansvarlig den dagen, med en linje i loggen for hver. Til da kan det trekkes tilbake.`,
  takeOverPlanned: (from: string, to: string, day: string) => `${to} overtar fra ${from} ${day}.`,
  takeOvers: 'Planlagte og gjennomførte overtakelser',
  takeOverDay: 'Dato',
  takeOverState: 'Status',
  orderedBy: 'Bestemt av',
  takeOverStates: {
    planned: 'Planlagt',
    done: 'Gjennomført',
    withdrawn: 'Trukket tilbake',
    failed: 'Ikke gjennomført: mottakeren hadde ingen rolle',
  },
  withdraw: 'Trekk tilbake',
  withdrawTitle: (from: string, to: string) => `Trekk tilbake overtakelsen fra ${from} til ${to}`,
  withdrawText: (day: string) => `Ingenting blir overført ${day}.`,
  taken: (to: string, { cases, entries, left }: Taken) =>
    `${to} har fått ${cases === 1 ? '1 sak' : `${cases} saker`} og ${entries === 1 ? '1 journalpost' : `${entries} journalposter`}.${left === 0 ? '' : ` ${left} ble igjen, i enheter der du eller mottakeren ikke har rolle.`}`,
};
export type OversightTexts = typeof nb;

const nn: OversightTexts = {
  part: { bin: 'Papirkorg', looking: 'Innsynslogg', 'take-over': 'Overtaking' },
  number: 'Nummer',
  more: 'Vis fleire',
  choose: 'Vel',

  binIntro:
    'Sletta utkast ligg her i 30 dagar, og er så borte for godt. Numra deira blir ikkje brukte om igjen.',
  binEmpty: 'Papirkorga er tom',
  binEmptyText: 'Eit utkast som nokon slettar, hamnar her.',
  entryTitle: 'Tittel',
  caseworker: 'Saksbehandlar',
  deleted: 'Sletta',
  goneAt: 'Borte frå',
  restore: 'Legg tilbake',
  restoreOne: (number) => `Legg tilbake ${number}`,
  restored: (number) => `${number} er lagt tilbake i saka.`,
  deleteForGood: 'Slett for godt',
  deleteOne: (number) => `Slett ${number} for godt`,
  emptyBin: 'Tøm papirkorga',
  emptyText: 'Utkastet og filene blir borte og kan ikkje hentast tilbake. Loggen hugsar at det har vore der.',
  gone: (count) => (count === 1 ? '1 utkast er sletta for godt.' : `${count} utkast er sletta for godt.`),

  lookingIntro:
    'Kven som har opna noko skjerma, og kven som har fått sjå eit fødselsnummer. Loggen står for seg og blir sletta når tida under Innstillingar er ute.',
  when: 'Når',
  who: 'Kven',
  what: 'Kva',
  reason: 'Grunn',
  everybody: 'Alle',
  everything: 'Alt',
  noLooks: 'Ingen har opna noko skjerma',
  noLooksText: 'Når nokon opnar ei skjerma sak, ein journalpost eller ei fil, står det her.',
  looks: (shown, total) => `Viser ${shown} av ${total}`,

  takeOverIntro:
    'Gi alt det ein har ope, til ein annan, til dømes når nokon sluttar. Det gjeld saker og uferdige journalpostar i einingane dine.',
  from: 'Frå',
  to: 'Til',
  takeOver: 'Overfør',
  takeOverTitle: (from, to) => `Overfør frå ${from} til ${to}`,
  takeOverText:
    'Opne saker og uferdige journalpostar får ny ansvarleg, med ei linje i loggen for kvar. Det som er ekspedert eller journalført, beheld saksbehandlaren.',
  takeOverOn: 'Dato',
  takeOverOnHint: 'La stå tomt for å overføre no.',
  planTakeOver: 'Planlegg',
  planText: (day) =>
    `Det som står ope ${day}, får ny ansvarleg den dagen, med ei linje i loggen for kvar. Til då kan det trekkjast tilbake.`,
  takeOverPlanned: (from, to, day) => `${to} tek over frå ${from} ${day}.`,
  takeOvers: 'Planlagde og gjennomførte overtakingar',
  takeOverDay: 'Dato',
  takeOverState: 'Status',
  orderedBy: 'Bestemt av',
  takeOverStates: {
    planned: 'Planlagd',
    done: 'Gjennomført',
    withdrawn: 'Trekt tilbake',
    failed: 'Ikkje gjennomført: mottakaren hadde inga rolle',
  },
  withdraw: 'Trekk tilbake',
  withdrawTitle: (from, to) => `Trekk tilbake overtakinga frå ${from} til ${to}`,
  withdrawText: (day) => `Ingenting blir overført ${day}.`,
  taken: (to, { cases, entries, left }) =>
    `${to} har fått ${cases === 1 ? '1 sak' : `${cases} saker`} og ${entries === 1 ? '1 journalpost' : `${entries} journalpostar`}.${left === 0 ? '' : ` ${left} vart att, i einingar der du eller mottakaren ikkje har rolle.`}`,
};

const en: OversightTexts = {
  part: { bin: 'Bin', looking: 'Log of looking', 'take-over': 'Take-over' },
  number: 'Number',
  more: 'Show more',
  choose: 'Choose',

  binIntro:
    'Deleted drafts lie here for 30 days, and are then gone for good. Their numbers are not used again.',
  binEmpty: 'The bin is empty',
  binEmptyText: 'A draft that somebody deletes ends up here.',
  entryTitle: 'Title',
  caseworker: 'Caseworker',
  deleted: 'Deleted',
  goneAt: 'Gone from',
  restore: 'Restore',
  restoreOne: (number) => `Restore ${number}`,
  restored: (number) => `${number} is back in its case.`,
  deleteForGood: 'Delete for good',
  deleteOne: (number) => `Delete ${number} for good`,
  emptyBin: 'Empty the bin',
  emptyText:
    'The draft and its files will be gone and cannot be brought back. The log remembers that it was there.',
  gone: (count) =>
    count === 1 ? '1 draft has been deleted for good.' : `${count} drafts have been deleted for good.`,

  lookingIntro:
    'Who opened something screened, and who was shown an identity number. The log is kept apart and is deleted when its time under Settings is over.',
  when: 'When',
  who: 'Who',
  what: 'What',
  reason: 'Reason',
  everybody: 'Everybody',
  everything: 'Everything',
  noLooks: 'Nobody has opened anything screened',
  noLooksText: 'When somebody opens a screened case, entry or file, it stands here.',
  looks: (shown, total) => `Showing ${shown} of ${total}`,

  takeOverIntro:
    'Give all that one has open to another, for example when somebody leaves. It covers cases and unfinished entries in your units.',
  from: 'From',
  to: 'To',
  takeOver: 'Hand over',
  takeOverTitle: (from, to) => `Hand over from ${from} to ${to}`,
  takeOverText:
    'Open cases and unfinished entries get a new person in charge, with a line in the log for each. What has been dispatched or journalled keeps its caseworker.',
  takeOverOn: 'Date',
  takeOverOnHint: 'Leave empty to hand over now.',
  planTakeOver: 'Plan',
  planText: (day) =>
    `What is open on ${day} gets a new person in charge that day, with a line in the log for each. Until then it can be withdrawn.`,
  takeOverPlanned: (from, to, day) => `${to} takes over from ${from} on ${day}.`,
  takeOvers: 'Planned and finished take-overs',
  takeOverDay: 'Date',
  takeOverState: 'Status',
  orderedBy: 'Decided by',
  takeOverStates: {
    planned: 'Planned',
    done: 'Done',
    withdrawn: 'Withdrawn',
    failed: 'Not done: the receiver had no role',
  },
  withdraw: 'Withdraw',
  withdrawTitle: (from, to) => `Withdraw the take-over from ${from} to ${to}`,
  withdrawText: (day) => `Nothing is handed over on ${day}.`,
  taken: (to, { cases, entries, left }) =>
    `${to} has been given ${cases === 1 ? '1 case' : `${cases} cases`} and ${entries === 1 ? '1 entry' : `${entries} entries`}.${left === 0 ? '' : ` ${left} stayed, in units where you or the receiver have no role.`}`,
};

/** The bin, the log of looking and take-over. */
export const oversightTexts: Catalogue<OversightTexts> = { nb, nn, en };
