import type { Catalogue } from './language.ts';

const nb = {
  answer: {
    signed: 'Et svar er signert og mottatt',
    doubtful: 'Et svar er mottatt, men kunne ikke bekreftes',
    failed: 'En signering ble ikke fullført',
    undeliverable: 'Et svar kunne ikke journalføres',
  },
  dispatchFailed: 'En ekspedering mislyktes',
  inCase: (caseNumber: string) => `Sak ${caseNumber}. Klikk for å åpne.`,
  entry: (recordNumber: string) => `Journalpost ${recordNumber}. Klikk for å åpne.`,
  saved: 'Filen er lagret',
  showInFolder: 'Klikk for å vise den i mappen.',
  notSaved: 'Filen ble ikke lagret',
  notSavedText: 'Prøv igjen, eller velg en annen mappe.',
};
type NoticeTexts = typeof nb;

const nn: NoticeTexts = {
  answer: {
    signed: 'Eit svar er signert og motteke',
    doubtful: 'Eit svar er motteke, men kunne ikkje stadfestast',
    failed: 'Ei signering vart ikkje fullført',
    undeliverable: 'Eit svar kunne ikkje journalførast',
  },
  dispatchFailed: 'Ei ekspedering gjekk gale',
  inCase: (caseNumber) => `Sak ${caseNumber}. Klikk for å opne.`,
  entry: (recordNumber) => `Journalpost ${recordNumber}. Klikk for å opne.`,
  saved: 'Fila er lagra',
  showInFolder: 'Klikk for å vise ho i mappa.',
  notSaved: 'Fila vart ikkje lagra',
  notSavedText: 'Prøv igjen, eller vel ei anna mappe.',
};

const en: NoticeTexts = {
  answer: {
    signed: 'An answer has been signed and received',
    doubtful: 'An answer was received, but could not be confirmed',
    failed: 'A signing was not completed',
    undeliverable: 'An answer could not be registered',
  },
  dispatchFailed: 'A dispatch failed',
  inCase: (caseNumber) => `Case ${caseNumber}. Click to open.`,
  entry: (recordNumber) => `Registry entry ${recordNumber}. Click to open.`,
  saved: 'The file has been saved',
  showInFolder: 'Click to show it in its folder.',
  notSaved: 'The file was not saved',
  notSavedText: 'Try again, or choose another folder.',
};

/** Notices on the desktop, outside of the window. */
export const noticeTexts: Catalogue<NoticeTexts> = { nb, nn, en };
