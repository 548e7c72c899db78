import type { Catalogue } from './language.ts';

const nb = {
  title: 'Opprett driftsarkivet',
  intro:
    'Mappen er tom. Her oppretter du kommunens eget arkiv. Det står for seg og deler ingenting med opplæringsarkivet.',
  language: 'Språk',
  municipality: 'Kommunen',
  municipalityName: 'Navn på kommunen',
  organisationNumber: 'Organisasjonsnummer',
  organisationHint: 'Ni siffer, som i Enhetsregisteret.',
  archiveTitle: 'Navn på arkivet',
  suggestedTitle: (name: string) => (name === '' ? 'Drift' : `Drift – ${name}`),
  firstUser: 'Første bruker',
  firstUserHint: 'Du blir systemansvarlig og dokumentsenter, og legger til de andre under Innstillinger.',
  name: 'Navn',
  initials: 'Initialer',
  unit: 'Enhet',
  classes: 'Klasser',
  classesHint:
    'Én klasse på hver linje: kode, mellomrom, tittel. En kode som begynner med en annen, blir underklasse. Lim gjerne inn kommunens egen liste.',
  missing: 'Må fylles ut.',
  create: 'Opprett arkivet',
  missingTitle: 'Arkivet er ikke der det var',
  missingText: (title: string, folder: string) =>
    `Sist du åpnet ${folder}, lå arkivet «${title}» der. Nå er mappen tom. Trolig er disken ikke koblet til.`,
  missingWhat:
    'Lukk Segl, koble til disken eller be den som drifter maskinen om hjelp, og start Segl igjen. Ingenting er endret.',
  newInstead: 'Opprett et nytt, tomt arkiv her',
  newInsteadText: (title: string) =>
    `Gjør dette bare når «${title}» med vilje er flyttet eller avsluttet. Det nye arkivet begynner på nytt med saksnumre og vet ikke om oppdrag som er sendt.`,
  newInsteadSure: (title: string) => `Jeg vet at «${title}» ikke er her, og vil ha et nytt arkiv`,
  whoTitle: 'Hvem er du?',
  whoText:
    'Velg deg selv. Segl husker det for din bruker på denne maskinen. Det er ingen innlogging i Segl: den som bruker kontoen din på maskinen, er deg.',
  whoNone: 'Er du ikke på listen, kan dokumentsenteret legge deg til.',
  begin: (name: string) => `Jeg er ${name}`,
  users: 'Brukere',
  roles: 'Roller',
  addUser: 'Legg til bruker',
  changeUser: (name: string) => `Endre ${name}`,
  change: 'Endre',
  save: 'Lagre',
  saved: 'Brukeren er lagret.',
  production: 'Drift',
};
export type SetUpTexts = typeof nb;

const nn: SetUpTexts = {
  title: 'Opprett driftsarkivet',
  intro:
    'Mappa er tom. Her opprettar du kommunen sitt eige arkiv. Det står for seg og deler ingenting med opplæringsarkivet.',
  language: 'Språk',
  municipality: 'Kommunen',
  municipalityName: 'Namn på kommunen',
  organisationNumber: 'Organisasjonsnummer',
  organisationHint: 'Ni siffer, som i Einingsregisteret.',
  archiveTitle: 'Namn på arkivet',
  suggestedTitle: (name) => (name === '' ? 'Drift' : `Drift – ${name}`),
  firstUser: 'Første brukar',
  firstUserHint: 'Du blir systemansvarleg og dokumentsenter, og legg til dei andre under Innstillingar.',
  name: 'Namn',
  initials: 'Initialar',
  unit: 'Eining',
  classes: 'Klassar',
  classesHint:
    'Éin klasse på kvar linje: kode, mellomrom, tittel. Ein kode som byrjar med ein annan, blir underklasse. Lim gjerne inn lista til kommunen.',
  missing: 'Må fyllast ut.',
  create: 'Opprett arkivet',
  missingTitle: 'Arkivet er ikkje der det var',
  missingText: (title, folder) =>
    `Sist du opna ${folder}, låg arkivet «${title}» der. No er mappa tom. Truleg er disken ikkje kopla til.`,
  missingWhat:
    'Lukk Segl, kople til disken eller be den som driftar maskina om hjelp, og start Segl igjen. Ingenting er endra.',
  newInstead: 'Opprett eit nytt, tomt arkiv her',
  newInsteadText: (title) =>
    `Gjer dette berre når «${title}» med vilje er flytt eller avslutta. Det nye arkivet byrjar på nytt med saksnummer og veit ikkje om oppdrag som er sende.`,
  newInsteadSure: (title) => `Eg veit at «${title}» ikkje er her, og vil ha eit nytt arkiv`,
  whoTitle: 'Kven er du?',
  whoText:
    'Vel deg sjølv. Segl hugsar det for brukaren din på denne maskina. Det er inga innlogging i Segl: den som bruker kontoen din på maskina, er deg.',
  whoNone: 'Er du ikkje på lista, kan dokumentsenteret leggje deg til.',
  begin: (name) => `Det er ${name}`,
  users: 'Brukarar',
  roles: 'Roller',
  addUser: 'Legg til brukar',
  changeUser: (name) => `Endre ${name}`,
  change: 'Endre',
  save: 'Lagre',
  saved: 'Brukaren er lagra.',
  production: 'Drift',
};

const en: SetUpTexts = {
  title: 'Create the production archive',
  intro:
    'The folder is empty. Here you create the municipality’s own archive. It stands alone and shares nothing with the training archive.',
  language: 'Language',
  municipality: 'The municipality',
  municipalityName: 'Name of the municipality',
  organisationNumber: 'Organisation number',
  organisationHint: 'Nine digits, as in the register of legal entities.',
  archiveTitle: 'Name of the archive',
  suggestedTitle: (name) => (name === '' ? 'Drift' : `Drift – ${name}`),
  firstUser: 'First user',
  firstUserHint: 'You become system owner and document centre, and add the others under Settings.',
  name: 'Name',
  initials: 'Initials',
  unit: 'Unit',
  classes: 'Classes',
  classesHint:
    'One class per line: code, space, title. A code that begins with another becomes its sub-class. You may paste the municipality’s own list.',
  missing: 'Must be filled in.',
  create: 'Create the archive',
  missingTitle: 'The archive is not where it was',
  missingText: (title, folder) =>
    `When you last opened ${folder}, the archive “${title}” was there. Now the folder is empty. Most likely the drive is not connected.`,
  missingWhat:
    'Close Segl, connect the drive or ask whoever runs this machine for help, and start Segl again. Nothing has been changed.',
  newInstead: 'Create a new, empty archive here',
  newInsteadText: (title) =>
    `Do this only when “${title}” has been moved or ended on purpose. The new archive begins its case numbers anew and does not know of jobs that have been sent.`,
  newInsteadSure: (title) => `I know that “${title}” is not here, and want a new archive`,
  whoTitle: 'Who are you?',
  whoText:
    'Choose yourself. Segl remembers it for your user on this machine. There is no login in Segl: whoever uses your account on the machine is you.',
  whoNone: 'If you are not in the list, the document centre can add you.',
  begin: (name) => `I am ${name}`,
  users: 'Users',
  roles: 'Roles',
  addUser: 'Add a user',
  changeUser: (name) => `Change ${name}`,
  change: 'Change',
  save: 'Save',
  saved: 'The user has been saved.',
  production: 'Production',
};

/** Founding the municipality's own archive, saying who one is, and its users. */
export const setUp: Catalogue<SetUpTexts> = { nb, nn, en };

/** A small beginning in the manner of the K-codes, to be changed before the archive is created. Metadata, so Norwegian. */
export const suggestedClasses = `0 Organisasjon og administrasjon
03 Politisk styring
04 Arkiv og dokumentforvaltning
1 Økonomi
15 Budsjett og økonomiplan
2 Anskaffelser
24 Innkjøp av varer og tjenester
4 Stillinger og personell
41 Tilsetting og arbeidsforhold
45 Lønn og forhandlinger
6 Eiendom og bygg
61 Forvaltning av eiendom
A Barnehage og skole
H Helse- og omsorgstjenester
L Plan og bygg
M Vann og avløp
Q Samferdsel
U Næring`;
