import type { Catalogue } from './language.ts';

const nb = {
  title: 'Sett opp signeringstjenesten',
  ways: { difitest: 'Posten signering, test (difitest)', production: 'Posten signering, drift' },
  trial: 'I testmiljøet kan bare oppdiktede personer signere. Ingen virkelige innbyggere får varsel.',
  sender: 'Organisasjonsnummer til avsenderen',
  broker: (organisation: string) =>
    `Sertifikatet tilhører ${organisation}. Det kan brukes når kommunen har gitt den organisasjonen fullmakt i Posten signering.`,
  certificate: 'Virksomhetssertifikat',
  certificateHint: 'Én PKCS#12-fil (.p12, .pfx), eller PEM-filene med sertifikat og nøkkel.',
  certificateKept: (subject: string) => `Lagt inn: ${subject}. Velg filer bare for å bytte det ut.`,
  passphrase: 'Passord til sertifikatfilen',
  passphraseHint: 'Brukes én gang til å åpne filen, og lagres ikke.',
  warnings: {
    'not-for-signatures':
      'Sertifikatet er ikke laget for å signere. Tjenesten kommer trolig til å avvise det.',
    'not-for-clients':
      'Sertifikatet er ikke laget for å logge på tjenester. Tjenesten kommer trolig til å avvise det.',
    'without-organisation':
      'Sertifikatet forteller ikke hvilken organisasjon det tilhører. Virksomhetssertifikater gjør det.',
  },
  anchors: 'Sertifikater som tjenesten kjennes igjen på',
  anchorsHint: (environment: string) =>
    `Last ned rot- og mellomsertifikatene for ${environment} fra buypass.no og commfides.com, kontroller fingeravtrykkene der, og velg filene her.`,
  anchorsNone: 'Ingen sertifikater er lagt inn ennå, så Segl kan ikke kjenne igjen tjenesten.',
  anchorsWithSegl: (count: number) => `${count} fulgte med Segl.`,
  addAnchors: 'Legg til sertifikatfiler',
  expires: (date: string) => `utløper ${date}`,
  signatureType: 'Signaturtype',
  signatureTypes: { authenticated: 'Autentisert signatur', advanced: 'Avansert signatur' },
  level: 'Sikkerhetsnivå for undertegnere',
  levels: { 3: 'Nivå 3', 4: 'Nivå 4 (BankID, Buypass, Commfides)' },
  identifier: 'I det signerte dokumentet vises',
  identifiers: {
    'number-and-name': 'Fødselsnummer og navn',
    'birth-date-and-name': 'Fødselsdato og navn',
    name: 'Bare navn',
  },
  token: 'Bruk tilgangsnøkler (token) i stedet for sertifikat mot tjenesten',
  clientId: 'Klient-ID',
  brokerId: 'Megler-ID (broker id)',
  test: 'Test det som er fylt ut',
  save: 'Lagre og ta i bruk',
  saved: 'Signeringstjenesten er satt opp.',
  noticeSoon: (date: string) => `Virksomhetssertifikatet utløper ${date}. Bestill et nytt nå.`,
  noticeMissing: 'Signeringstjenesten er ikke satt opp ennå. Det som ekspederes, blir liggende i utboksen.',
  noticeSettings: 'Gå til Innstillinger',
  noticeDownload: (number: string, title: string, date: string) =>
    `${number} ${title}: det signerte må hentes innen ${date}, før tjenesten sletter det.`,
  notices: 'Må passes på',
};
export type ServiceTexts = typeof nb;

const nn: ServiceTexts = {
  title: 'Set opp signeringstenesta',
  ways: { difitest: 'Posten signering, test (difitest)', production: 'Posten signering, drift' },
  trial: 'I testmiljøet kan berre oppdikta personar signere. Ingen verkelege innbyggjarar får varsel.',
  sender: 'Organisasjonsnummer til avsendaren',
  broker: (organisation) =>
    `Sertifikatet høyrer til ${organisation}. Det kan brukast når kommunen har gitt den organisasjonen fullmakt i Posten signering.`,
  certificate: 'Verksemdssertifikat',
  certificateHint: 'Éi PKCS#12-fil (.p12, .pfx), eller PEM-filene med sertifikat og nøkkel.',
  certificateKept: (subject) => `Lagt inn: ${subject}. Vel filer berre for å byte det ut.`,
  passphrase: 'Passord til sertifikatfila',
  passphraseHint: 'Blir brukt éin gong til å opne fila, og blir ikkje lagra.',
  warnings: {
    'not-for-signatures': 'Sertifikatet er ikkje laga for å signere. Tenesta kjem truleg til å avvise det.',
    'not-for-clients':
      'Sertifikatet er ikkje laga for å logge på tenester. Tenesta kjem truleg til å avvise det.',
    'without-organisation':
      'Sertifikatet fortel ikkje kva organisasjon det høyrer til. Verksemdssertifikat gjer det.',
  },
  anchors: 'Sertifikat som tenesta blir kjend att på',
  anchorsHint: (environment) =>
    `Last ned rot- og mellomsertifikata for ${environment} hos buypass.no og commfides.com, kontroller fingeravtrykka der, og vel filene her.`,
  anchorsNone: 'Ingen sertifikat er lagde inn enno, så Segl kan ikkje kjenne att tenesta.',
  anchorsWithSegl: (count) => `${count} følgde med Segl.`,
  addAnchors: 'Legg til sertifikatfiler',
  expires: (date) => `går ut ${date}`,
  signatureType: 'Signaturtype',
  signatureTypes: { authenticated: 'Autentisert signatur', advanced: 'Avansert signatur' },
  level: 'Tryggingsnivå for underteiknarar',
  levels: { 3: 'Nivå 3', 4: 'Nivå 4 (BankID, Buypass, Commfides)' },
  identifier: 'I det signerte dokumentet blir vist',
  identifiers: {
    'number-and-name': 'Fødselsnummer og namn',
    'birth-date-and-name': 'Fødselsdato og namn',
    name: 'Berre namn',
  },
  token: 'Bruk tilgangsnøklar (token) i staden for sertifikat mot tenesta',
  clientId: 'Klient-ID',
  brokerId: 'Meklar-ID (broker id)',
  test: 'Test det som er fylt ut',
  save: 'Lagre og ta i bruk',
  saved: 'Signeringstenesta er sett opp.',
  noticeSoon: (date) => `Verksemdssertifikatet går ut ${date}. Bestill eit nytt no.`,
  noticeMissing:
    'Signeringstenesta er ikkje sett opp enno. Det som blir ekspedert, blir liggjande i utboksen.',
  noticeSettings: 'Gå til Innstillingar',
  noticeDownload: (number, title, date) =>
    `${number} ${title}: det signerte må hentast innan ${date}, før tenesta slettar det.`,
  notices: 'Må passast på',
};

const en: ServiceTexts = {
  title: 'Set up the signing service',
  ways: { difitest: 'Posten signering, test (difitest)', production: 'Posten signering, production' },
  trial: 'Only invented persons can sign in the test environment. No real residents are notified.',
  sender: 'Organisation number of the sender',
  broker: (organisation) =>
    `The certificate belongs to ${organisation}. It can be used once the municipality has authorised that organisation in Posten signering.`,
  certificate: 'Enterprise certificate',
  certificateHint: 'One PKCS#12 file (.p12, .pfx), or the PEM files with certificate and key.',
  certificateKept: (subject) => `In place: ${subject}. Choose files only to replace it.`,
  passphrase: 'Password of the certificate file',
  passphraseHint: 'Used once to open the file, and not kept.',
  warnings: {
    'not-for-signatures': 'The certificate is not made for signing. The service will probably refuse it.',
    'not-for-clients':
      'The certificate is not made for logging on to services. The service will probably refuse it.',
    'without-organisation':
      'The certificate does not say which organisation it belongs to. Enterprise certificates do.',
  },
  anchors: 'Certificates the service is recognised by',
  anchorsHint: (environment) =>
    `Download the root and intermediate certificates for ${environment} from buypass.no and commfides.com, check their fingerprints there, and choose the files here.`,
  anchorsNone: 'No certificates have been added yet, so Segl cannot recognise the service.',
  anchorsWithSegl: (count) => `${count} came with Segl.`,
  addAnchors: 'Add certificate files',
  expires: (date) => `expires ${date}`,
  signatureType: 'Type of signature',
  signatureTypes: { authenticated: 'Authenticated signature', advanced: 'Advanced signature' },
  level: 'Security level for signers',
  levels: { 3: 'Level 3', 4: 'Level 4 (BankID, Buypass, Commfides)' },
  identifier: 'The signed document shows',
  identifiers: {
    'number-and-name': 'Identity number and name',
    'birth-date-and-name': 'Date of birth and name',
    name: 'Name only',
  },
  token: 'Use access tokens instead of the certificate towards the service',
  clientId: 'Client id',
  brokerId: 'Broker id',
  test: 'Test what is filled in',
  save: 'Save and use',
  saved: 'The signing service has been set up.',
  noticeSoon: (date) => `The enterprise certificate expires ${date}. Order a new one now.`,
  noticeMissing: 'The signing service has not been set up yet. What is dispatched stays in the outbox.',
  noticeSettings: 'Go to Settings',
  noticeDownload: (number, title, date) =>
    `${number} ${title}: the signed file must be fetched by ${date}, before the service deletes it.`,
  notices: 'To see to',
};

/** Setting up the signing service, and what must be seen to in time. */
export const service: Catalogue<ServiceTexts> = { nb, nn, en };
