import type { DropReason } from '../domain/succession.ts';
import type { Catalogue } from './language.ts';

/** Why what was planned to follow a job was given up, as a whole sentence after a colon. */
export const dropped: Catalogue<Readonly<Record<DropReason, string>>> = {
  nb: {
    completed: 'alle rakk å signere først.',
    rejected: 'en undertegner avviste først.',
    expired: 'fristen gikk ut først.',
    failed: 'oppdraget ble avsluttet hos tjenesten først.',
    undone: 'bestillingen ble angret.',
    doubted: 'dokumentsenteret måtte avgjøre hva som er svaret.',
    'case-closed': 'saken er lukket.',
    'service-refused': 'signeringstjenesten lot ikke oppdraget avbryte.',
  },
  nn: {
    completed: 'alle rakk å signere først.',
    rejected: 'ein underteiknar avviste først.',
    expired: 'fristen gjekk ut først.',
    failed: 'oppdraget vart avslutta hos tenesta først.',
    undone: 'tinginga vart angra.',
    doubted: 'dokumentsenteret måtte avgjere kva som er svaret.',
    'case-closed': 'saka er lukka.',
    'service-refused': 'signeringstenesta lét ikkje oppdraget avbryte.',
  },
  en: {
    completed: 'everyone signed first.',
    rejected: 'a signer refused first.',
    expired: 'the deadline passed first.',
    failed: 'the job ended at the service first.',
    undone: 'the order was undone.',
    doubted: 'the document centre had to decide what the answer is.',
    'case-closed': 'the case is closed.',
    'service-refused': 'the signing service did not let the job be cancelled.',
  },
};

const nb = {
  extend: 'Ny frist …',
  replace: 'Bytt undertegner …',
  undo: 'Angre, la oppdraget stå',
  replaceHeading: 'Bytte undertegner',
  replaceBody:
    'Tjenesten kan ikke bytte en undertegner. Segl avbryter oppdraget og sender det på nytt med den nye personen på samme plass; de andre beholder sin.',
  signAgain: (names: string) => `Må signere igjen: ${names}.`,
  insteadOf: 'I stedet for',
  newName: 'Navn på den nye undertegneren',
  newNumber: 'Fødselsnummer eller D-nummer',
  replaceConfirm: 'Bytt undertegner',
  replaced: 'Oppdraget sendes på nytt med den nye undertegneren når tjenesten har avbrutt det gamle.',
};
type SuccessionTexts = typeof nb;
const nn: SuccessionTexts = {
  extend: 'Ny frist …',
  replace: 'Byt underteiknar …',
  undo: 'Angre, la oppdraget stå',
  replaceHeading: 'Byte underteiknar',
  replaceBody:
    'Tenesta kan ikkje byte ein underteiknar. Segl avbryt oppdraget og sender det på nytt med den nye personen på same plass; dei andre held på sin.',
  signAgain: (names) => `Må signere igjen: ${names}.`,
  insteadOf: 'I staden for',
  newName: 'Namnet på den nye underteiknaren',
  newNumber: 'Fødselsnummer eller D-nummer',
  replaceConfirm: 'Byt underteiknar',
  replaced: 'Oppdraget blir sendt på nytt med den nye underteiknaren når tenesta har avbrote det gamle.',
};
const en: SuccessionTexts = {
  extend: 'New deadline …',
  replace: 'Replace signer …',
  undo: 'Undo, leave the job as it is',
  replaceHeading: 'Replace a signer',
  replaceBody:
    'The service cannot replace a signer. Segl cancels the job and sends it anew with the new person in the same place; the others keep theirs.',
  signAgain: (names) => `Must sign again: ${names}.`,
  insteadOf: 'Instead of',
  newName: 'Name of the new signer',
  newNumber: 'National identity number or D number',
  replaceConfirm: 'Replace signer',
  replaced: 'The job is sent anew with the new signer once the service has cancelled the old one.',
};
/** What the job offers of another deadline and another signer. */
export const successionTexts: Catalogue<SuccessionTexts> = { nb, nn, en };
