import type { Catalogue } from './language.ts';

const nb = {
  heading: {
    person: 'En annen bruker har tatt plassen',
    rights: 'Rettighetene dine er endret',
    sight: 'Det du hadde åpent, er nå skjermet for deg',
    act: 'Du kan ikke lenger gjøre dette',
    page: 'Det du hadde åpent, er ikke lenger tilgjengelig for deg',
  },
  person: (name: string) => `${name} er bruker her nå. Det som var åpent, er lukket.`,
  rights:
    'Noe du kunne se eller gjøre før, kan du ikke lenger. Det du ser nå, følger de nye rettighetene. Spør systemansvarlig hvis det ikke stemmer.',
  sight:
    'Skjermingen eller rettighetene dine er endret. Det skjermede er lukket. Trenger du det i arbeidet, spør saksansvarlig eller systemansvarlig om klarering.',
  act: 'Skjemaer som var åpne, er lukket. Spør systemansvarlig hvis det ikke stemmer.',
  page: 'Det er lukket. Spør saksansvarlig eller systemansvarlig hvis det ikke stemmer.',
  typed: 'Det du hadde skrevet, er tatt vare på til du fjerner meldingen.',
  leftOut: 'Fødselsnummer er ikke med i det som kan kopieres.',
  copy: 'Kopier det du skrev',
  copied: 'Kopiert. Lim det inn der det skal være.',
  notCopied: 'Nettleseren tillot ikke å kopiere. Prøv en gang til.',
  dismiss: 'Fjern meldingen',
};
type ClosedTexts = typeof nb;

const nn: ClosedTexts = {
  heading: {
    person: 'Ein annan brukar har teke plassen',
    rights: 'Rettane dine er endra',
    sight: 'Det du hadde ope, er no skjerma for deg',
    act: 'Du kan ikkje lenger gjere dette',
    page: 'Det du hadde ope, er ikkje lenger tilgjengeleg for deg',
  },
  person: (name) => `${name} er brukar her no. Det som var ope, er lukka.`,
  rights:
    'Noko du kunne sjå eller gjere før, kan du ikkje lenger. Det du ser no, følgjer dei nye rettane. Spør systemansvarleg om det ikkje stemmer.',
  sight:
    'Skjerminga eller rettane dine er endra. Det skjerma er lukka. Treng du det i arbeidet, spør saksansvarleg eller systemansvarleg om klarering.',
  act: 'Skjema som var opne, er lukka. Spør systemansvarleg om det ikkje stemmer.',
  page: 'Det er lukka. Spør saksansvarleg eller systemansvarleg om det ikkje stemmer.',
  typed: 'Det du hadde skrive, er teke vare på til du fjernar meldinga.',
  leftOut: 'Fødselsnummer er ikkje med i det som kan kopierast.',
  copy: 'Kopier det du skreiv',
  copied: 'Kopiert. Lim det inn der det skal vere.',
  notCopied: 'Nettlesaren tillét ikkje å kopiere. Prøv ein gong til.',
  dismiss: 'Fjern meldinga',
};

const en: ClosedTexts = {
  heading: {
    person: 'Another user has taken this seat',
    rights: 'Your rights have changed',
    sight: 'What you had open is now screened from you',
    act: 'You may no longer do this',
    page: 'What you had open is no longer available to you',
  },
  person: (name) => `${name} is the user here now. What was open has been closed.`,
  rights:
    'Something you could see or do before, you no longer can. What you see now follows your new rights. Ask the system owner if this is not right.',
  sight:
    'The screening or your rights have changed. What is screened has been closed. If you need it for your work, ask the case owner or the system owner for clearance.',
  act: 'Forms that were open have been closed. Ask the system owner if this is not right.',
  page: 'It has been closed. Ask the case owner or the system owner if this is not right.',
  typed: 'What you had typed is kept until you dismiss this message.',
  leftOut: 'National identity numbers are left out of what can be copied.',
  copy: 'Copy what you typed',
  copied: 'Copied. Paste it where it belongs.',
  notCopied: 'The browser did not allow copying. Try again.',
  dismiss: 'Dismiss this message',
};

export const closedTexts: Catalogue<ClosedTexts> = { nb, nn, en };
