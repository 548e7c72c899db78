import type { Catalogue } from './language.ts';

const nb = {
  intro:
    'Før ble ikke alltid partene i journalen rettet når mottakerne ble endret i ekspederingen. Sammenlign det journalen sier, med hvem dokumentet ble sendt til, og avgjør hver journalpost. Begge valg logges.',
  journal: 'Journalen sier',
  sentTo: 'Sendt til',
  proposal: 'Forslag',
  sentOn: (by: string) => `Ekspedert av ${by}`,
  signsFor: (person: string) => `signeres av ${person}`,
  nobody: 'Ingen',
  hidden: 'Skjermet for deg',
  correct: 'Rett partene',
  correctNamed: (entry: string) => `Rett partene i ${entry}`,
  correctText:
    'Partene i journalposten blir de dokumentet ble sendt til, også om journalposten eller saken ellers er låst. Endringen logges.',
  becomes: (entry: string) => `Partene i ${entry} blir`,
  notSentTo: (name: string) => `${name} står som mottaker, men dokumentet ble ikke sendt dit`,
  remove: 'Fjernes fra partene',
  copy: 'Står som kopimottaker',
  corrected: (entry: string) => `Partene i ${entry} er rettet.`,
  leave: 'La stå',
  leaveNamed: (entry: string) => `La partene i ${entry} stå`,
  leaveText: 'Partene står som de er, og journalposten går ut av kurven.',
  reason: 'Begrunnelse',
  reasonHelp: 'For eksempel at brevet også ble sendt i posten. Begrunnelsen står i loggen.',
  more: 'Vis flere',
  left: (entry: string) => `Partene i ${entry} står som de er.`,
};

const nn: typeof nb = {
  intro:
    'Før vart ikkje alltid partane i journalen retta når mottakarane vart endra i ekspederinga. Samanlikn det journalen seier, med kven dokumentet vart sendt til, og avgjer kvar journalpost. Begge val blir logga.',
  journal: 'Journalen seier',
  sentTo: 'Sendt til',
  proposal: 'Forslag',
  sentOn: (by) => `Ekspedert av ${by}`,
  signsFor: (person) => `blir signert av ${person}`,
  nobody: 'Ingen',
  hidden: 'Skjerma for deg',
  correct: 'Rett partane',
  correctNamed: (entry) => `Rett partane i ${entry}`,
  correctText:
    'Partane i journalposten blir dei dokumentet vart sendt til, også om journalposten eller saka elles er låst. Endringa blir logga.',
  becomes: (entry) => `Partane i ${entry} blir`,
  notSentTo: (name) => `${name} står som mottakar, men dokumentet vart ikkje sendt dit`,
  remove: 'Blir fjerna frå partane',
  copy: 'Står som kopimottakar',
  corrected: (entry) => `Partane i ${entry} er retta.`,
  leave: 'Lat stå',
  leaveNamed: (entry) => `Lat partane i ${entry} stå`,
  leaveText: 'Partane står som dei er, og journalposten går ut av korga.',
  reason: 'Grunngjeving',
  reasonHelp: 'Til dømes at brevet også vart sendt i posten. Grunngjevinga står i loggen.',
  more: 'Vis fleire',
  left: (entry) => `Partane i ${entry} står som dei er.`,
};

const en: typeof nb = {
  intro:
    'The parties in the journal were not always corrected before when the recipients were changed in the dispatch. Compare what the journal says with whom the document was sent to, and settle each entry. Either choice is logged.',
  journal: 'The journal says',
  sentTo: 'Sent to',
  proposal: 'Proposal',
  sentOn: (by) => `Dispatched by ${by}`,
  signsFor: (person) => `signed for by ${person}`,
  nobody: 'Nobody',
  hidden: 'Screened from you',
  correct: 'Correct the parties',
  correctNamed: (entry) => `Correct the parties of ${entry}`,
  correctText:
    'The parties of the entry become those the document was sent to, even where the entry or the case is otherwise locked. The change is logged.',
  becomes: (entry) => `The parties of ${entry} become`,
  notSentTo: (name) => `${name} stands as a recipient, but the document was not sent there`,
  remove: 'Is taken away from the parties',
  copy: 'Stays as a copy recipient',
  corrected: (entry) => `The parties of ${entry} are corrected.`,
  leave: 'Let stand',
  leaveNamed: (entry) => `Let the parties of ${entry} stand`,
  leaveText: 'The parties stay as they are, and the entry leaves the basket.',
  reason: 'Reason',
  reasonHelp: 'For example that the letter was sent by post as well. The reason stands in the log.',
  more: 'Show more',
  left: (entry) => `The parties of ${entry} stay as they are.`,
};

/** The basket of entries whose parties are not those they were sent to. */
export const partyMismatchTexts: Catalogue<typeof nb> = { nb, nn, en };
