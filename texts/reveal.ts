import type { Catalogue } from './language.ts';

const nb = {
  title: (name: string) => `Vise fødselsnummeret til ${name}?`,
  signerTitle: (name: string) => `Åpne signeringssiden til ${name}?`,
  told: 'Hvem som så nummeret, når og hvorfor blir stående i loggen.',
  ground: 'Hvorfor trenger du det?',
  choose: 'Velg en grunn',
  words: 'Utdyp',
  wordsNeeded: 'Skriv hvorfor',
  groundMissing: 'Velg en grunn fra listen.',
  wordsMissing: 'Skriv hvorfor du trenger nummeret.',
  show: 'Vis nummeret',
  open: 'Åpne siden',
};
type RevealTexts = typeof nb;

const nn: RevealTexts = {
  title: (name) => `Vise fødselsnummeret til ${name}?`,
  signerTitle: (name) => `Opne signeringssida til ${name}?`,
  told: 'Kven som såg nummeret, når og kvifor blir ståande i loggen.',
  ground: 'Kvifor treng du det?',
  choose: 'Vel ein grunn',
  words: 'Utdjup',
  wordsNeeded: 'Skriv kvifor',
  groundMissing: 'Vel ein grunn frå lista.',
  wordsMissing: 'Skriv kvifor du treng nummeret.',
  show: 'Vis nummeret',
  open: 'Opne sida',
};

const en: RevealTexts = {
  title: (name) => `Show the identity number of ${name}?`,
  signerTitle: (name) => `Open the signing page of ${name}?`,
  told: 'Who saw the number, when and why stays in the log.',
  ground: 'Why do you need it?',
  choose: 'Choose a reason',
  words: 'Details',
  wordsNeeded: 'Write why',
  groundMissing: 'Choose a reason from the list.',
  wordsMissing: 'Write why you need the number.',
  show: 'Show the number',
  open: 'Open the page',
};

export const revealTexts: Catalogue<RevealTexts> = { nb, nn, en };
