import type { Loosening } from '../domain/access/loosening.ts';
import type { Catalogue } from './language.ts';

const nb = {
  words: 'Merk tekst som skjermet',
  wordsHelp: 'Trykk på ordene i tittelen som skal skjermes. Trykk en gang til for å åpne ordet igjen.',
  wordsEmpty: 'Skriv tittelen først.',
  whole: 'Skjerm hele tittelen',
  publicTitle: (title: string) => `Offentlig tittel: ${title}`,
  freeTitle: (title: string) =>
    `Den offentlige tittelen er skrevet fritt: «${title}». Den står til du merker ord eller skjermer hele tittelen.`,
  group: 'Tilgangsgruppe',
  anyGroup: 'Alle som er klarert for koden',
  oneByOne: 'Enkelte parter og dokumenter skjermes i fanene «Parter» og «Dokumenter».',
  fromClass: 'Fylt ut etter klassen. Du kan endre det.',
  entries: (count: number) =>
    count === 1
      ? 'Skjerm også den ene journalposten i saken som ikke er skjermet'
      : `Skjerm også de ${count} journalpostene i saken som ikke er skjermet`,
  loosen: {
    heading: 'Vise mer til flere?',
    lead: 'Dette blir synlig når du lagrer:',
    opens: {
      all: 'Alt som var skjermet: tittel, parter og dokumenter. Alle i arkivet ser det, og det vises i offentlig journal.',
      title: 'Hele tittelen. Alle i arkivet ser den, og den vises i offentlig journal.',
      words: 'Flere ord i tittelen. Alle i arkivet ser dem, og de vises i offentlig journal.',
      parties:
        'Avsendere og mottakere som ikke er merket enkeltvis. Alle i arkivet ser dem, og de vises i offentlig journal.',
      documents: 'Dokumentene som ikke er merket enkeltvis. Alle i arkivet kan åpne dem.',
      readers:
        'Det som er skjermet, for dem som er klarert for den nye tilgangskoden eller er med i gruppen du har valgt.',
    } satisfies Readonly<Record<Loosening, string>>,
    logged: 'Nedgraderingen blir stående i loggen.',
    do: 'Nedgrader og lagre',
  },
  mark: (name: string) => `Skjerm ${name}`,
  unmark: (name: string) => `Ta bort skjermingen av ${name}`,
  marked: 'Skjermet',
  markedLater: 'Merket. Gjelder når journalposten skjermes.',
  allMarked: 'Skjermet sammen med alle',
  unmarkHeading: (name: string) => `Ta bort skjermingen av ${name}?`,
  unmarkBody:
    'Alle i arkivet ser det, og det vises i offentlig journal. Nedgraderingen blir stående i loggen.',
  unmarkDo: 'Ta bort skjermingen',
  marksNeedScreening:
    'Merker på enkelte gjelder først når journalposten er skjermet. Sett tilgangskode under «Endre opplysninger».',
  withheld: 'Skjermet',
  withheldWhy: (code: string, basis: string) =>
    `Skjermet med ${code}, ${basis}. Du er ikke klarert for å se det som er skjermet.`,
};
export type ScreeningTexts = typeof nb;

const nn: ScreeningTexts = {
  words: 'Merk tekst som skjerma',
  wordsHelp: 'Trykk på orda i tittelen som skal skjermast. Trykk ein gong til for å opne ordet att.',
  wordsEmpty: 'Skriv tittelen først.',
  whole: 'Skjerm heile tittelen',
  publicTitle: (title) => `Offentleg tittel: ${title}`,
  freeTitle: (title) =>
    `Den offentlege tittelen er skriven fritt: «${title}». Han står til du merkjer ord eller skjermar heile tittelen.`,
  group: 'Tilgangsgruppe',
  anyGroup: 'Alle som er klarerte for koden',
  oneByOne: 'Enkelte partar og dokument blir skjerma i fanene «Partar» og «Dokument».',
  fromClass: 'Fylt ut etter klassen. Du kan endre det.',
  entries: (count) =>
    count === 1
      ? 'Skjerm òg den eine journalposten i saka som ikkje er skjerma'
      : `Skjerm òg dei ${count} journalpostane i saka som ikkje er skjerma`,
  loosen: {
    heading: 'Vise meir til fleire?',
    lead: 'Dette blir synleg når du lagrar:',
    opens: {
      all: 'Alt som var skjerma: tittel, partar og dokument. Alle i arkivet ser det, og det blir vist i offentleg journal.',
      title: 'Heile tittelen. Alle i arkivet ser han, og han blir vist i offentleg journal.',
      words: 'Fleire ord i tittelen. Alle i arkivet ser dei, og dei blir viste i offentleg journal.',
      parties:
        'Avsendarar og mottakarar som ikkje er merkte kvar for seg. Alle i arkivet ser dei, og dei blir viste i offentleg journal.',
      documents: 'Dokumenta som ikkje er merkte kvar for seg. Alle i arkivet kan opne dei.',
      readers:
        'Det som er skjerma, for dei som er klarerte for den nye tilgangskoden eller er med i gruppa du har valt.',
    },
    logged: 'Nedgraderinga blir ståande i loggen.',
    do: 'Nedgrader og lagre',
  },
  mark: (name) => `Skjerm ${name}`,
  unmark: (name) => `Ta bort skjerminga av ${name}`,
  marked: 'Skjerma',
  markedLater: 'Merkt. Gjeld når journalposten blir skjerma.',
  allMarked: 'Skjerma saman med alle',
  unmarkHeading: (name) => `Ta bort skjerminga av ${name}?`,
  unmarkBody:
    'Alle i arkivet ser det, og det blir vist i offentleg journal. Nedgraderinga blir ståande i loggen.',
  unmarkDo: 'Ta bort skjerminga',
  marksNeedScreening:
    'Merke på enkelte gjeld først når journalposten er skjerma. Set tilgangskode under «Endre opplysningar».',
  withheld: 'Skjerma',
  withheldWhy: (code, basis) =>
    `Skjerma med ${code}, ${basis}. Du er ikkje klarert for å sjå det som er skjerma.`,
};

const en: ScreeningTexts = {
  words: 'Mark text as screened',
  wordsHelp: 'Press the words of the title that are to be screened. Press once more to open the word again.',
  wordsEmpty: 'Write the title first.',
  whole: 'Screen the whole title',
  publicTitle: (title) => `Public title: ${title}`,
  freeTitle: (title) =>
    `The public title was written freely: “${title}”. It stands until you mark words or screen the whole title.`,
  group: 'Access group',
  anyGroup: 'Everybody who is cleared for the code',
  oneByOne: 'Single parties and documents are screened in the tabs “Parties” and “Documents”.',
  fromClass: 'Filled in by the class. You may change it.',
  entries: (count) =>
    count === 1
      ? 'Also screen the one entry of the case that is not screened'
      : `Also screen the ${count} entries of the case that are not screened`,
  loosen: {
    heading: 'Show more to more people?',
    lead: 'This becomes visible when you save:',
    opens: {
      all: 'All that was screened: title, parties and documents. Everybody in the archive sees it, and it is shown in the public journal.',
      title: 'The whole title. Everybody in the archive sees it, and it is shown in the public journal.',
      words:
        'More words of the title. Everybody in the archive sees them, and they are shown in the public journal.',
      parties:
        'Senders and recipients that are not marked one by one. Everybody in the archive sees them, and they are shown in the public journal.',
      documents: 'The documents that are not marked one by one. Everybody in the archive can open them.',
      readers:
        'What is screened, to those who are cleared for the new access code or are in the group you have chosen.',
    },
    logged: 'The loosening stays in the log.',
    do: 'Loosen and save',
  },
  mark: (name) => `Screen ${name}`,
  unmark: (name) => `Take the screening of ${name} away`,
  marked: 'Screened',
  markedLater: 'Marked. Counts once the entry is screened.',
  allMarked: 'Screened together with all',
  unmarkHeading: (name) => `Take the screening of ${name} away?`,
  unmarkBody:
    'Everybody in the archive sees it, and it is shown in the public journal. The loosening stays in the log.',
  unmarkDo: 'Take the screening away',
  marksNeedScreening:
    'Marks on single ones count only once the entry is screened. Set an access code under “Edit details”.',
  withheld: 'Screened',
  withheldWhy: (code, basis) => `Screened by ${code}, ${basis}. You are not cleared to see what is screened.`,
};

/** Screening: the gestures, the confirmation of a loosening, and what is shown instead of what is hidden. */
export const screeningTexts: Catalogue<ScreeningTexts> = { nb, nn, en };
