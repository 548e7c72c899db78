import type { ScreeningSettlement } from '../domain/access/screening-review.ts';
import type { ScreeningFlaw } from '../domain/screening.ts';
import type { Catalogue } from './language.ts';

type ByFlaw<Value = string> = Readonly<Record<ScreeningFlaw, Value>>;
type ByHow<Value = string> = Readonly<Record<ScreeningSettlement['how'], Value>>;

const nb = {
  title: 'Skjerming å se på',
  lists: 'Lister over skjerming å se på',
  list: {
    expired: 'Utløpt',
    provisional: 'Midlertidig sperret for lenge',
    'code-withdrawn': 'Tilgangskode trukket tilbake',
    'basis-repealed': 'Hjemmel opphevet',
  } satisfies ByFlaw,
  intro: {
    expired:
      'Siste dag for skjermingen er forbi. Alt er skjult som før til noen avgjør det: nedgrader, eller forleng med en ny siste dag.',
    provisional:
      'Sperret midlertidig i mer enn en måned. Velg tilgangskoden og hjemmelen som skal gjelde, eller nedgrader.',
    'code-withdrawn':
      'Tilgangskoden er trukket tilbake. Alt er skjult som før til noen velger en kode som gjelder, eller nedgraderer.',
    'basis-repealed':
      'Hjemmelen er opphevet. Alt er skjult som før til noen velger en hjemmel som gjelder, eller nedgraderer.',
  } satisfies ByFlaw,
  emptyTitle: 'Ingenting å se på',
  empty: {
    expired: 'Ingen skjerming har gått ut.',
    provisional: 'Ingenting har vært midlertidig sperret i mer enn en måned.',
    'code-withdrawn': 'Ingenting har en tilgangskode som er trukket tilbake.',
    'basis-repealed': 'Ingenting er skjermet med en hjemmel som er opphevet.',
  } satisfies ByFlaw,
  /** On the thing itself. */
  sentence: {
    expired: (day: string) =>
      `Skjermingen gikk ut ${day}. Det som er skjult, er skjult til dokumentsenteret nedgraderer eller forlenger.`,
    provisional: (day: string) =>
      `Midlertidig sperret siden ${day}, i mer enn en måned. Velg tilgangskoden og hjemmelen som skal gjelde.`,
    'code-withdrawn': (day: string) =>
      `Tilgangskoden er trukket tilbake fra ${day}. Det som er skjult, er skjult som før. Velg en kode som gjelder.`,
    'basis-repealed': (day: string) =>
      `Hjemmelen for skjermingen er opphevet fra ${day}. Det som er skjult, er skjult som før. Velg en hjemmel som gjelder.`,
  } satisfies ByFlaw<(day: string) => string>,
  seeList: 'Se listen',
  column: {
    number: 'Nummer og tittel',
    screening: 'Skjermet med',
    screened: 'Skjermet siden',
    owner: 'Ansvarlig',
    settle: 'Avgjør',
  },
  since: {
    expired: 'Siste dag',
    provisional: 'Sperret siden',
    'code-withdrawn': 'Trukket tilbake',
    'basis-repealed': 'Opphevet',
  } satisfies ByFlaw,
  by: (name: string) => `av ${name}`,
  registered: 'registrert da; når koden ble satt, er ikke notert',
  choose: (number: string) => `Velg ${number}`,
  chooseAll: 'Velg alle som vises',
  chosen: (count: number) => (count === 0 ? 'Ingen valgt' : `${count} valgt`),
  how: {
    open: 'Nedgrader',
    prolong: 'Forleng',
    rescreen: 'Velg kode',
  } satisfies ByHow,
  howOne: {
    open: (number: string) => `Nedgrader ${number}`,
    prolong: (number: string) => `Forleng skjermingen av ${number}`,
    rescreen: (number: string) => `Velg tilgangskode og hjemmel for ${number}`,
  } satisfies ByHow<(number: string) => string>,
  heading: {
    open: 'Nedgrader',
    prolong: 'Forleng skjermingen',
    rescreen: 'Velg tilgangskode og hjemmel',
  } satisfies ByHow,
  about: (cases: number, entries: number) =>
    [
      cases > 0 && (cases === 1 ? '1 sak' : `${cases} saker`),
      entries > 0 && (entries === 1 ? '1 journalpost' : `${entries} journalposter`),
    ]
      .filter(Boolean)
      .join(' og '),
  andMore: (count: number) => `og ${count} til`,
  effect: {
    open: 'Skjermingen tas bort: tittel, parter og dokumenter blir synlige for alle i arkivet og i offentlig journal. Nedgraderingen blir stående i loggen.',
    prolong:
      'Det som er skjult, er skjult til og med den nye siste dagen. Forlengelsen blir stående i loggen.',
    rescreen:
      'Det samme er skjult som før, men det åpner seg nå for dem som er klarert for den nye koden. Endringen blir stående i loggen.',
  } satisfies ByHow,
  casesOnly: 'Journalpostene i en sak endres ikke sammen med saken.',
  endsOn: 'Ny siste dag',
  endless: 'La stå tomt for uten sluttdato.',
  accessCode: 'Tilgangskode',
  legalBasis: 'Hjemmel',
  missing: 'Velg både tilgangskode og hjemmel.',
  settled: (count: number) => (count === 1 ? '1 er avgjort.' : `${count} er avgjort.`),
  passed: (count: number) =>
    count === 1 ? '1 var alt avgjort av noen andre.' : `${count} var alt avgjort av noen andre.`,
  left: (count: number) => (count === 1 ? '1 står igjen:' : `${count} står igjen:`),
  standingCode: (day: string) =>
    `Koden er trukket tilbake fra ${day}. Den kan stå, men velg helst en som gjelder.`,
  standingBasis: (day: string) =>
    `Hjemmelen er opphevet fra ${day}. Den kan stå, men velg helst en som gjelder.`,
  standingEnd: 'Siste dag er forbi. Det som er skjult, er skjult til skjermingen tas bort eller forlenges.',
};
export type ScreeningReviewTexts = typeof nb;

const nn: ScreeningReviewTexts = {
  title: 'Skjerming å sjå på',
  lists: 'Lister over skjerming å sjå på',
  list: {
    expired: 'Gått ut',
    provisional: 'Mellombels sperra for lenge',
    'code-withdrawn': 'Tilgangskode trekt tilbake',
    'basis-repealed': 'Heimel oppheva',
  },
  intro: {
    expired:
      'Siste dag for skjerminga er forbi. Alt er skjult som før til nokon avgjer det: nedgrader, eller forleng med ein ny siste dag.',
    provisional:
      'Sperra mellombels i meir enn ein månad. Vel tilgangskoden og heimelen som skal gjelde, eller nedgrader.',
    'code-withdrawn':
      'Tilgangskoden er trekt tilbake. Alt er skjult som før til nokon vel ein kode som gjeld, eller nedgraderer.',
    'basis-repealed':
      'Heimelen er oppheva. Alt er skjult som før til nokon vel ein heimel som gjeld, eller nedgraderer.',
  },
  emptyTitle: 'Ingenting å sjå på',
  empty: {
    expired: 'Inga skjerming har gått ut.',
    provisional: 'Ingenting har vore mellombels sperra i meir enn ein månad.',
    'code-withdrawn': 'Ingenting har ein tilgangskode som er trekt tilbake.',
    'basis-repealed': 'Ingenting er skjerma med ein heimel som er oppheva.',
  },
  sentence: {
    expired: (day) =>
      `Skjerminga gjekk ut ${day}. Det som er skjult, er skjult til dokumentsenteret nedgraderer eller forlengjer.`,
    provisional: (day) =>
      `Mellombels sperra sidan ${day}, i meir enn ein månad. Vel tilgangskoden og heimelen som skal gjelde.`,
    'code-withdrawn': (day) =>
      `Tilgangskoden er trekt tilbake frå ${day}. Det som er skjult, er skjult som før. Vel ein kode som gjeld.`,
    'basis-repealed': (day) =>
      `Heimelen for skjerminga er oppheva frå ${day}. Det som er skjult, er skjult som før. Vel ein heimel som gjeld.`,
  },
  seeList: 'Sjå lista',
  column: {
    number: 'Nummer og tittel',
    screening: 'Skjerma med',
    screened: 'Skjerma sidan',
    owner: 'Ansvarleg',
    settle: 'Avgjer',
  },
  since: {
    expired: 'Siste dag',
    provisional: 'Sperra sidan',
    'code-withdrawn': 'Trekt tilbake',
    'basis-repealed': 'Oppheva',
  },
  by: (name) => `av ${name}`,
  registered: 'registrert då; når koden vart sett, er ikkje notert',
  choose: (number) => `Vel ${number}`,
  chooseAll: 'Vel alle som er viste',
  chosen: (count) => (count === 0 ? 'Ingen valde' : `${count} valde`),
  how: { open: 'Nedgrader', prolong: 'Forleng', rescreen: 'Vel kode' },
  howOne: {
    open: (number) => `Nedgrader ${number}`,
    prolong: (number) => `Forleng skjerminga av ${number}`,
    rescreen: (number) => `Vel tilgangskode og heimel for ${number}`,
  },
  heading: {
    open: 'Nedgrader',
    prolong: 'Forleng skjerminga',
    rescreen: 'Vel tilgangskode og heimel',
  },
  about: (cases, entries) =>
    [
      cases > 0 && (cases === 1 ? '1 sak' : `${cases} saker`),
      entries > 0 && (entries === 1 ? '1 journalpost' : `${entries} journalpostar`),
    ]
      .filter(Boolean)
      .join(' og '),
  andMore: (count) => `og ${count} til`,
  effect: {
    open: 'Skjerminga blir teken bort: tittel, partar og dokument blir synlege for alle i arkivet og i offentleg journal. Nedgraderinga blir ståande i loggen.',
    prolong:
      'Det som er skjult, er skjult til og med den nye siste dagen. Forlenginga blir ståande i loggen.',
    rescreen:
      'Det same er skjult som før, men det opnar seg no for dei som er klarerte for den nye koden. Endringa blir ståande i loggen.',
  },
  casesOnly: 'Journalpostane i ei sak blir ikkje endra saman med saka.',
  endsOn: 'Ny siste dag',
  endless: 'La stå tomt for utan sluttdato.',
  accessCode: 'Tilgangskode',
  legalBasis: 'Heimel',
  missing: 'Vel både tilgangskode og heimel.',
  settled: (count) => (count === 1 ? '1 er avgjord.' : `${count} er avgjorde.`),
  passed: (count) =>
    count === 1 ? '1 var alt avgjord av nokon andre.' : `${count} var alt avgjorde av nokon andre.`,
  left: (count) => (count === 1 ? '1 står att:' : `${count} står att:`),
  standingCode: (day) => `Koden er trekt tilbake frå ${day}. Han kan stå, men vel helst ein som gjeld.`,
  standingBasis: (day) => `Heimelen er oppheva frå ${day}. Han kan stå, men vel helst ein som gjeld.`,
  standingEnd:
    'Siste dag er forbi. Det som er skjult, er skjult til skjerminga blir teken bort eller forlengd.',
};

const en: ScreeningReviewTexts = {
  title: 'Screenings to look at',
  lists: 'Lists of screenings to look at',
  list: {
    expired: 'Expired',
    provisional: 'Provisionally closed too long',
    'code-withdrawn': 'Access code withdrawn',
    'basis-repealed': 'Legal basis repealed',
  },
  intro: {
    expired:
      'The last day of the screening has passed. All is hidden as before until somebody decides: loosen it, or prolong it to a new last day.',
    provisional:
      'Provisionally closed for more than a month. Choose the access code and legal basis that are to count, or loosen it.',
    'code-withdrawn':
      'The access code has been withdrawn. All is hidden as before until somebody chooses a code that counts, or loosens it.',
    'basis-repealed':
      'The legal basis has been repealed. All is hidden as before until somebody chooses one that counts, or loosens it.',
  },
  emptyTitle: 'Nothing to look at',
  empty: {
    expired: 'No screening has expired.',
    provisional: 'Nothing has been provisionally closed for more than a month.',
    'code-withdrawn': 'Nothing has an access code that has been withdrawn.',
    'basis-repealed': 'Nothing is screened by a legal basis that has been repealed.',
  },
  sentence: {
    expired: (day) =>
      `The screening expired on ${day}. What is hidden stays hidden until the document centre loosens or prolongs it.`,
    provisional: (day) =>
      `Provisionally closed since ${day}, for more than a month. Choose the access code and legal basis that are to count.`,
    'code-withdrawn': (day) =>
      `The access code is withdrawn from ${day}. What is hidden stays hidden. Choose a code that counts.`,
    'basis-repealed': (day) =>
      `The legal basis of the screening is repealed from ${day}. What is hidden stays hidden. Choose one that counts.`,
  },
  seeList: 'See the list',
  column: {
    number: 'Number and title',
    screening: 'Screened by',
    screened: 'Screened since',
    owner: 'In charge',
    settle: 'Settle',
  },
  since: {
    expired: 'Last day',
    provisional: 'Closed since',
    'code-withdrawn': 'Withdrawn',
    'basis-repealed': 'Repealed',
  },
  by: (name) => `by ${name}`,
  registered: 'registered then; when the code was set is not recorded',
  choose: (number) => `Choose ${number}`,
  chooseAll: 'Choose all that are shown',
  chosen: (count) => (count === 0 ? 'None chosen' : `${count} chosen`),
  how: { open: 'Loosen', prolong: 'Prolong', rescreen: 'Choose code' },
  howOne: {
    open: (number) => `Loosen ${number}`,
    prolong: (number) => `Prolong the screening of ${number}`,
    rescreen: (number) => `Choose access code and legal basis for ${number}`,
  },
  heading: {
    open: 'Loosen',
    prolong: 'Prolong the screening',
    rescreen: 'Choose access code and legal basis',
  },
  about: (cases, entries) =>
    [
      cases > 0 && (cases === 1 ? '1 case' : `${cases} cases`),
      entries > 0 && (entries === 1 ? '1 entry' : `${entries} entries`),
    ]
      .filter(Boolean)
      .join(' and '),
  andMore: (count) => `and ${count} more`,
  effect: {
    open: 'The screening is taken away: title, parties and documents become visible to everybody in the archive and in the public journal. The loosening stays in the log.',
    prolong:
      'What is hidden stays hidden until the new last day, that day included. The prolonging stays in the log.',
    rescreen:
      'The same is hidden as before, but it now opens to those who are cleared for the new code. The change stays in the log.',
  },
  casesOnly: 'The entries of a case are not changed along with the case.',
  endsOn: 'New last day',
  endless: 'Leave empty for no end date.',
  accessCode: 'Access code',
  legalBasis: 'Legal basis',
  missing: 'Choose both access code and legal basis.',
  settled: (count) => (count === 1 ? '1 has been settled.' : `${count} have been settled.`),
  passed: (count) =>
    count === 1
      ? '1 had already been settled by somebody else.'
      : `${count} had already been settled by somebody else.`,
  left: (count) => (count === 1 ? '1 is left:' : `${count} are left:`),
  standingCode: (day) =>
    `The code is withdrawn from ${day}. It may stand, but rather choose one that counts.`,
  standingBasis: (day) =>
    `The legal basis is repealed from ${day}. It may stand, but rather choose one that counts.`,
  standingEnd:
    'The last day has passed. What is hidden stays hidden until the screening is taken away or prolonged.',
};

/** The lists of screenings to look at again, and the sentences about one. */
export const screeningReviews: Catalogue<ScreeningReviewTexts> = { nb, nn, en };
