import type { Catalogue } from './language.ts';

const nb = {
  title: 'Innstillinger',
  personal: 'For deg',
  policy: 'Regler for e-signering',
  policyIntro: 'Grensene gjelder for alle. De kan ikke settes videre enn signeringstjenesten tillater.',
  policyReadOnly: 'Du kan lese reglene, men ikke endre dem.',
  fields: {
    maxTitle: 'Lengste tittel (tegn)',
    maxMessage: 'Lengste melding (tegn)',
    maxBytes: 'Største dokument med vedlegg (MB)',
    maxRecipients: 'Flest mottakere',
    defaultDeadlineDays: 'Vanlig frist (dager)',
    minDeadlineDays: 'Korteste frist (dager)',
    maxDeadlineDays: 'Lengste frist (dager)',
    lookingLogMonths: 'Innsynsloggen tas vare på (måneder)',
    renewWithinMonths: 'Vis bevis i signaturer som må fornyes innen (måneder)',
    approvalRequired: 'Lederen må godkjenne før ekspedering',
    answersArriveAs: 'Signerte svar kommer inn som',
    deleteAtService: 'Slett dokumentene hos signeringstjenesten',
    identityNumberBasis: 'Hjemmel for å skjerme svar som viser fødselsnummer',
  },
  deleteAtServiceHint:
    'Et døgn etter at svaret er lagt i saken. Ellers sletter tjenesten dem selv når tiden er ute.',
  identityNumberBasisHint:
    'Det signerte dokumentet viser som regel hvem som signerte, med fødselsnummer. Da skjermes journalposten med denne hjemmelen.',
  notBasis: 'Skriv hjemmelen.',
  answers: { M: 'Midlertidig registrert (dokumentsenteret journalfører)', J: 'Journalført' },
  savePolicy: 'Lagre reglene',
  policySaved: 'Reglene er lagret.',
  notNumber: 'Skriv et helt tall.',
  notSize: 'Skriv et tall, for eksempel 3 eller 2,5.',
  outside: (min: number, max: number) => `Må være fra ${min} til ${max}.`,
  service: 'Signeringstjenesten',
  environment: 'Miljø',
  environments: {
    training: 'Opplæring (Segls egen portal)',
    difitest: 'Posten signering, test',
    production: 'Posten signering, drift',
    none: 'Ikke satt opp',
  },
  organisation: 'Organisasjonsnummer',
  certificate: 'Virksomhetssertifikatet utløper',
  certificateSoon: (days: number) =>
    days <= 0
      ? 'Sertifikatet er utløpt. Bestill et nytt nå; uten det kan ingenting sendes.'
      : days === 1
        ? 'Sertifikatet utløper om 1 dag. Bestill et nytt nå.'
        : `Sertifikatet utløper om ${days} dager. Bestill et nytt nå.`,
  nextPoll: 'Neste henting av svar',
  unknown: 'Ikke kjent',
  test: 'Test forbindelsen',
  testing: 'Tester …',
  outcomes: {
    works: 'Forbindelsen virker. Segl når tjenesten og er gjenkjent.',
    'proxy-refused':
      'Proxyen slipper ikke Segl fram til tjenesten. Be den som drifter nettverket åpne for adressen, eller rette oppsettet.',
    'no-network': 'Segl når ikke tjenesten. Kontroller nettverket, og at brannmuren slipper Segl ut.',
    'tls-refused':
      'Tjenesten avviste den sikre forbindelsen. Kontroller at virksomhetssertifikatet er det rette, og at ingen mellomtjener bryter forbindelsen.',
    'server-not-recognised':
      'Den som svarer, er ikke signeringstjenesten. Kontroller adressen, og spør driftsavdelingen om nettverket bytter ut sertifikater.',
    'certificate-missing': 'Virksomhetssertifikatet mangler. Legg inn sertifikatfilen og passordet.',
    'wrong-certificate-kind':
      'Sertifikatet er ikke et virksomhetssertifikat fra Buypass eller Commfides. Bestill riktig slag.',
    'certificate-expired': 'Virksomhetssertifikatet er utløpt. Bestill et nytt.',
    'wrong-environment':
      'Sertifikatet hører til et annet miljø: et testsertifikat virker ikke i drift, og omvendt.',
    'not-authorised':
      'Organisasjonen har ikke tilgang til tjenesten. Be Digdir eller Posten åpne for organisasjonsnummeret.',
    'broker-not-authorised':
      'Organisasjonen kan ikke sende på vegne av kommunen. Be kommunen gi fullmakt i Posten signering.',
    'clock-off': 'Klokken på denne maskinen går feil. Still den, og prøv igjen.',
    'service-fault': 'Tjenesten svarte med en feil. Vent litt, og prøv igjen. Se detaljene hvis det varer.',
  },
  otherOutcome: 'Testen ga et svar Segl ikke kjenner. Se detaljene.',
  detail: 'Detaljer for brukerstøtte',
  recognisedAs: (organisation: string) => `Tjenesten kjenner oss som ${organisation}.`,
  governed: 'Styrt av virksomheten',
  governedText: 'Dette er bestemt for maskinen av dem som drifter den, og kan ikke endres i Segl.',
  governedChoice: 'Bare de tjenestene virksomheten tillater, kan velges. Styrt av virksomheten.',
  governedUpdates: 'Oppdateringer',
  governedFolder: 'Arkivmappe',
  governedProxy: 'Proxy',
  governedTraining: 'Opplæringsarkiv',
  governedAllowed: 'Tillatte tjenester',
  governedOff: 'Av',
  governedNone: 'Ingen',
  governedProxies: { none: 'Ingen', system: 'Som operativsystemet' },
  governedServices: {
    'posten-difitest': 'Posten signering, test (difitest)',
    'posten-production': 'Posten signering, drift',
  },
  about: 'Om Segl',
  version: 'Utgave',
  archive: 'Arkiv',
  recordCreator: 'Arkivskaper',
};
export type SettingsTexts = typeof nb;

const nn: SettingsTexts = {
  title: 'Innstillingar',
  personal: 'For deg',
  policy: 'Reglar for e-signering',
  policyIntro: 'Grensene gjeld for alle. Dei kan ikkje setjast vidare enn signeringstenesta tillèt.',
  policyReadOnly: 'Du kan lese reglane, men ikkje endre dei.',
  fields: {
    maxTitle: 'Lengste tittel (teikn)',
    maxMessage: 'Lengste melding (teikn)',
    maxBytes: 'Største dokument med vedlegg (MB)',
    maxRecipients: 'Flest mottakarar',
    defaultDeadlineDays: 'Vanleg frist (dagar)',
    minDeadlineDays: 'Kortaste frist (dagar)',
    maxDeadlineDays: 'Lengste frist (dagar)',
    lookingLogMonths: 'Innsynsloggen blir teken vare på (månader)',
    renewWithinMonths: 'Vis prov i signaturar som må fornyast innan (månader)',
    approvalRequired: 'Leiaren må godkjenne før ekspedering',
    answersArriveAs: 'Signerte svar kjem inn som',
    deleteAtService: 'Slett dokumenta hos signeringstenesta',
    identityNumberBasis: 'Heimel for å skjerme svar som viser fødselsnummer',
  },
  deleteAtServiceHint:
    'Eit døgn etter at svaret er lagt i saka. Elles slettar tenesta dei sjølv når tida er ute.',
  identityNumberBasisHint:
    'Det signerte dokumentet viser som regel kven som signerte, med fødselsnummer. Då blir journalposten skjerma med denne heimelen.',
  notBasis: 'Skriv heimelen.',
  answers: { M: 'Mellombels registrert (dokumentsenteret journalfører)', J: 'Journalført' },
  savePolicy: 'Lagre reglane',
  policySaved: 'Reglane er lagra.',
  notNumber: 'Skriv eit heilt tal.',
  notSize: 'Skriv eit tal, til dømes 3 eller 2,5.',
  outside: (min, max) => `Må vere frå ${min} til ${max}.`,
  service: 'Signeringstenesta',
  environment: 'Miljø',
  environments: {
    training: 'Opplæring (Segl sin eigen portal)',
    difitest: 'Posten signering, test',
    production: 'Posten signering, drift',
    none: 'Ikkje sett opp',
  },
  organisation: 'Organisasjonsnummer',
  certificate: 'Verksemdssertifikatet går ut',
  certificateSoon: (days) =>
    days <= 0
      ? 'Sertifikatet har gått ut. Bestill eit nytt no; utan det kan ingenting sendast.'
      : days === 1
        ? 'Sertifikatet går ut om 1 dag. Bestill eit nytt no.'
        : `Sertifikatet går ut om ${days} dagar. Bestill eit nytt no.`,
  nextPoll: 'Neste henting av svar',
  unknown: 'Ikkje kjent',
  test: 'Test sambandet',
  testing: 'Testar …',
  outcomes: {
    works: 'Sambandet verkar. Segl når tenesta og er kjend att.',
    'proxy-refused':
      'Proxyen slepp ikkje Segl fram til tenesta. Be den som driftar nettverket opne for adressa, eller rette oppsettet.',
    'no-network': 'Segl når ikkje tenesta. Kontroller nettverket, og at brannmuren slepp Segl ut.',
    'tls-refused':
      'Tenesta avviste det sikre sambandet. Kontroller at verksemdssertifikatet er det rette, og at ingen mellomtenar bryt sambandet.',
    'server-not-recognised':
      'Den som svarar, er ikkje signeringstenesta. Kontroller adressa, og spør driftsavdelinga om nettverket byter ut sertifikat.',
    'certificate-missing': 'Verksemdssertifikatet manglar. Legg inn sertifikatfila og passordet.',
    'wrong-certificate-kind':
      'Sertifikatet er ikkje eit verksemdssertifikat frå Buypass eller Commfides. Bestill rett slag.',
    'certificate-expired': 'Verksemdssertifikatet har gått ut. Bestill eit nytt.',
    'wrong-environment':
      'Sertifikatet høyrer til eit anna miljø: eit testsertifikat verkar ikkje i drift, og omvendt.',
    'not-authorised':
      'Organisasjonen har ikkje tilgang til tenesta. Be Digdir eller Posten opne for organisasjonsnummeret.',
    'broker-not-authorised':
      'Organisasjonen kan ikkje sende på vegner av kommunen. Be kommunen gi fullmakt i Posten signering.',
    'clock-off': 'Klokka på denne maskina går feil. Still ho, og prøv igjen.',
    'service-fault': 'Tenesta svara med ein feil. Vent litt, og prøv igjen. Sjå detaljane om det varer.',
  },
  otherOutcome: 'Testen gav eit svar Segl ikkje kjenner. Sjå detaljane.',
  detail: 'Detaljar for brukarstøtta',
  recognisedAs: (organisation) => `Tenesta kjenner oss som ${organisation}.`,
  governed: 'Styrt av verksemda',
  governedText: 'Dette er bestemt for maskina av dei som driftar henne, og kan ikkje endrast i Segl.',
  governedChoice: 'Berre dei tenestene verksemda tillèt, kan veljast. Styrt av verksemda.',
  governedUpdates: 'Oppdateringar',
  governedFolder: 'Arkivmappe',
  governedProxy: 'Proxy',
  governedTraining: 'Opplæringsarkiv',
  governedAllowed: 'Tillatne tenester',
  governedOff: 'Av',
  governedNone: 'Ingen',
  governedProxies: { none: 'Ingen', system: 'Som operativsystemet' },
  governedServices: {
    'posten-difitest': 'Posten signering, test (difitest)',
    'posten-production': 'Posten signering, drift',
  },
  about: 'Om Segl',
  version: 'Utgåve',
  archive: 'Arkiv',
  recordCreator: 'Arkivskapar',
};

const en: SettingsTexts = {
  title: 'Settings',
  personal: 'For you',
  policy: 'Rules of e-signing',
  policyIntro: 'The limits apply to everyone. They cannot be set wider than the signing service allows.',
  policyReadOnly: 'You may read the rules but not change them.',
  fields: {
    maxTitle: 'Longest title (characters)',
    maxMessage: 'Longest message (characters)',
    maxBytes: 'Largest document with attachments (MB)',
    maxRecipients: 'Most recipients',
    defaultDeadlineDays: 'Usual deadline (days)',
    minDeadlineDays: 'Shortest deadline (days)',
    maxDeadlineDays: 'Longest deadline (days)',
    lookingLogMonths: 'The log of looking is kept (months)',
    renewWithinMonths: 'Show evidence in signatures to be renewed within (months)',
    approvalRequired: 'The leader must approve before dispatch',
    answersArriveAs: 'Signed answers arrive as',
    deleteAtService: 'Delete the documents at the signing service',
    identityNumberBasis: 'Legal basis for screening answers that show identity numbers',
  },
  deleteAtServiceHint:
    'A day after the answer was filed in the case. Otherwise the service deletes them itself when its time is up.',
  identityNumberBasisHint:
    'The signed document usually shows who signed, with identity numbers. The entry is then screened on this basis.',
  notBasis: 'Write the legal basis.',
  answers: { M: 'Provisionally registered (the document centre journals)', J: 'Journalled' },
  savePolicy: 'Save the rules',
  policySaved: 'The rules have been saved.',
  notNumber: 'Write a whole number.',
  notSize: 'Write a number, for example 3 or 2.5.',
  outside: (min, max) => `Must be from ${min} to ${max}.`,
  service: 'The signing service',
  environment: 'Environment',
  environments: {
    training: 'Training (Segl’s own portal)',
    difitest: 'Posten signering, test',
    production: 'Posten signering, production',
    none: 'Not set up',
  },
  organisation: 'Organisation number',
  certificate: 'The enterprise certificate expires',
  certificateSoon: (days) =>
    days <= 0
      ? 'The certificate has expired. Order a new one now; nothing can be sent without it.'
      : days === 1
        ? 'The certificate expires in 1 day. Order a new one now.'
        : `The certificate expires in ${days} days. Order a new one now.`,
  nextPoll: 'Next fetching of answers',
  unknown: 'Not known',
  test: 'Test the connection',
  testing: 'Testing …',
  outcomes: {
    works: 'The connection works. Segl reaches the service and is recognised.',
    'proxy-refused':
      'The proxy does not let Segl through to the service. Ask whoever runs the network to open for the address, or to mend the settings.',
    'no-network':
      'Segl does not reach the service. Check the network, and that the firewall lets Segl through.',
    'tls-refused':
      'The service refused the secure connection. Check that the enterprise certificate is the right one, and that no proxy breaks the connection.',
    'server-not-recognised':
      'Whoever answers is not the signing service. Check the address, and ask your IT department whether the network replaces certificates.',
    'certificate-missing':
      'The enterprise certificate is missing. Enter the certificate file and its password.',
    'wrong-certificate-kind':
      'The certificate is not an enterprise certificate from Buypass or Commfides. Order the right kind.',
    'certificate-expired': 'The enterprise certificate has expired. Order a new one.',
    'wrong-environment':
      'The certificate belongs to another environment: a test certificate does not work in production, nor the other way round.',
    'not-authorised':
      'The organisation has no access to the service. Ask Digdir or Posten to open it for the organisation number.',
    'broker-not-authorised':
      'The organisation may not send on behalf of the municipality. Ask the municipality to authorise it in Posten signering.',
    'clock-off': 'The clock of this machine is wrong. Set it, and try again.',
    'service-fault':
      'The service answered with a fault. Wait a little and try again. See the details if it lasts.',
  },
  otherOutcome: 'The test gave an answer Segl does not know. See the details.',
  detail: 'Details for support',
  recognisedAs: (organisation) => `The service knows us as ${organisation}.`,
  governed: 'Managed by your organisation',
  governedText: 'This has been decided for the machine by those who run it, and cannot be changed in Segl.',
  governedChoice: 'Only services that your organisation allows can be chosen. Managed by your organisation.',
  governedUpdates: 'Updates',
  governedFolder: 'Archive folder',
  governedProxy: 'Proxy',
  governedTraining: 'Training archive',
  governedAllowed: 'Allowed services',
  governedOff: 'Off',
  governedNone: 'None',
  governedProxies: { none: 'None', system: 'As the operating system' },
  governedServices: {
    'posten-difitest': 'Posten signering, test (difitest)',
    'posten-production': 'Posten signering, production',
  },
  about: 'About Segl',
  version: 'Version',
  archive: 'Archive',
  recordCreator: 'Record creator',
};

/** The settings screen; `outcomes` are those of the connection test. */
export const settings: Catalogue<SettingsTexts> = { nb, nn, en };
