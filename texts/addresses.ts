import type { Catalogue } from './language.ts';

const nb = {
  notFound: 'Finnes ikke.',
  fileNotFound: 'Filen finnes ikke.',
  noAccess: 'Ingen adgang.',
  notLetIn:
    'Segl åpnes med lenken som ble skrevet da programmet startet. Den virker én gang. Start Segl på nytt for å få en ny.',
  failed: 'Noe gikk galt. Prøv igjen.',
  withheld: {
    'not-allowed': 'Du har ikke tilgang til filen.',
    screened: 'Filen er skjermet, og du er ikke klarert for å åpne den.',
    'key-missing': 'Nøkkelen som åpner filen, mangler på denne maskinen.',
  },
};
type AddressTexts = typeof nb;

const nn: AddressTexts = {
  notFound: 'Finst ikkje.',
  fileNotFound: 'Fila finst ikkje.',
  noAccess: 'Ingen tilgang.',
  notLetIn:
    'Segl blir opna med lenkja som vart skriven då programmet starta. Ho verkar éin gong. Start Segl på nytt for å få ei ny.',
  failed: 'Noko gjekk gale. Prøv igjen.',
  withheld: {
    'not-allowed': 'Du har ikkje tilgang til fila.',
    screened: 'Fila er skjerma, og du er ikkje klarert for å opne ho.',
    'key-missing': 'Nøkkelen som opnar fila, manglar på denne maskina.',
  },
};

const en: AddressTexts = {
  notFound: 'There is nothing here.',
  fileNotFound: 'There is no such file.',
  noAccess: 'No access.',
  notLetIn:
    'Segl opens by the link that was written when the program started. It works once. Start Segl again to get a new one.',
  failed: 'Something went wrong. Try again.',
  withheld: {
    'not-allowed': 'You do not have access to this file.',
    screened: 'The file is screened, and you are not cleared to open it.',
    'key-missing': 'The key that opens this file is missing on this machine.',
  },
};

/** What an address answers that does not lead to a page or a file. */
export const addressTexts: Catalogue<AddressTexts> = { nb, nn, en };
