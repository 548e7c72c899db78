import type { Catalogue } from './language.ts';

const nb = {
  heading: 'Ekspeder som e-signering',
  about: (recordNumber: string) => `Journalpost ${recordNumber}`,
  close: 'Lukk og behold utkastet',
  loading: 'Gjør klar ekspederingen …',
  checking: 'Kontrollerer …',
  checkFailed: 'Kontrollen fikk ikke svar. Det du har skrevet, er beholdt.',
  checkAgain: 'Kontroller igjen',
  kept: 'Utkastet er tatt vare på.',
  notKept: 'Utkastet kunne ikke lagres. Kopier det du trenger før du lukker.',
  sections: {
    title: 'Tittel',
    recipients: 'Mottakere',
    deadline: 'Frist',
    document: 'Dokument',
    findings: 'Kontroll',
  },
  title: {
    label: 'Tittel',
    counter: (length: number, max: number) => `${length} av ${max} tegn`,
    nonSensitive: 'Ikke-sensitiv tittel',
    nonSensitiveHelp: 'Vises i e-post og SMS. Tittelen over ser mottakeren først etter innlogging.',
    nonSensitiveMissing: 'Ikke skrevet. E-post og SMS sier bare at det er noe å signere.',
    change: 'Endre titlene',
    save: 'Lagre titlene',
    saved: 'Titlene er lagret.',
  },
  recipients: {
    none: 'Ingen mottakere ennå.',
    add: 'Legg til mottaker',
    count: (count: number, max: number) => `${count} av ${max}`,
    heading: (number: number) => `Mottaker ${number}`,
    headingNamed: (number: number, name: string) => `Mottaker ${number}: ${name}`,
    name: 'Navn',
    identity: 'Fødsels- eller D-nummer',
    show: 'Vis',
    showFor: (name: string) => `Vis fødselsnummeret til ${name}`,
    hide: 'Skjul',
    hideFor: (name: string) => `Skjul fødselsnummeret til ${name}`,
    shownLogged: 'Fødselsnummeret vises. Visningen er logget.',
    valid: { 'birth-number': 'Gyldig fødselsnummer', 'd-number': 'Gyldig D-nummer' },
    synthetic: 'Gyldig testnummer (syntetisk person)',
    onBehalfOf: 'Signerer for en virksomhet',
    firm: 'Virksomhet',
    organisationNumber: 'Organisasjonsnummer',
    group: 'Gruppe',
    remove: (name: string) => `Fjern ${name}`,
    moved: (name: string, position: number) => `${name} er nå nummer ${position}.`,
    removed: (name: string) => `${name} er fjernet.`,
    undo: 'Angre',
    nameless: (number: number) => `mottaker ${number}`,
  },
  order: {
    legend: 'Når skal de signere?',
    'all-at-once': 'Alle samtidig',
    'one-by-one': 'Én etter én, i rekkefølgen over',
    groups: 'I grupper',
    groupsHelp: 'Velg gruppe for hver mottaker. Gruppe 1 signerer først.',
    sumOne: (name: string) => `${name} signerer.`,
    sumAll: (names: string) => `${names} får beskjed samtidig.`,
    sumFirst: (names: string) => `Først ${names}`,
    sumThen: (names: string) => `så ${names}`,
    and: 'og',
  },
  message: {
    label: 'Melding til mottakerne (valgfri)',
    help: 'Vises bare i signeringsportalen, etter innlogging. Den følger oppdraget og journalføres ikke.',
    counter: (length: number, max: number) => `${length} av ${max} tegn`,
  },
  deadline: {
    label: 'Frist i dager',
    help: (min: number, max: number) =>
      `Fra ${min} til ${max} dager. Gjelder hver gruppe fra den får beskjed.`,
    locked: (days: number) => `Fristen er ${days} dager. Bare dokumentsenteret kan endre den.`,
    latest: (date: string) => `Senest ${date}`,
    latestHelp: 'hvis alle bruker hele fristen',
  },
  leader: {
    label: 'Jeg har avtalt med lederen min at dette skal e-signeres',
  },
  rights: {
    label: 'Vi har rett til å sende filene som den som laget dem, har begrenset bruken av',
  },
  document: {
    pages: (pages: number) => (pages === 1 ? '1 side' : `${pages} sider`),
    none: 'Dokumentet kan ikke settes sammen ennå. Se kontrollen.',
    building: 'Setter sammen dokumentet …',
    pdfa: (kind: string) => `Arkivformat ${kind}`,
  },
  numbers: {
    shown: (basis: string) =>
      `Det signerte dokumentet viser fødselsnummeret til alle som signerer. Når det kommer tilbake, skjermes det etter ${basis}.`,
    choose:
      'Systemansvarlig kan velge fødselsdato eller bare navn i innstillingene for signeringstjenesten, der signaturtypen tillater det.',
  },
  findings: {
    removeParty: 'Fjern parten',
    removePartyNamed: (name: string) => `Fjern ${name} fra partene`,
    copyParty: 'Gjør til kopimottaker',
    copyPartyNamed: (name: string) => `Gjør ${name} til kopimottaker`,
    partyRemoved: (name: string) => `${name} er fjernet fra partene.`,
    partyCopied: (name: string) => `${name} er nå kopimottaker.`,
    stop: 'Stopp',
    warning: 'Advarsel',
    none: 'Alt er klart. Ingenting hindrer ekspedering.',
    sum: (stops: number, warnings: number) => {
      const first = stops === 0 ? 'Ingen stopp' : stops === 1 ? '1 stopp' : `${stops} stopp`;
      const second =
        warnings === 0 ? 'ingen advarsler' : warnings === 1 ? '1 advarsel' : `${warnings} advarsler`;
      return `${first}, ${second}`;
    },
  },
  tabs: { fill: 'Fyll ut', preview: 'Se dokumentet', label: 'Deler av dialogen' },
  expedite: {
    do: 'Ekspeder',
    keys: 'Ctrl+Enter',
    stopped: (count: number) =>
      count === 1
        ? 'Kan ikke ekspederes: 1 stopp må rettes først.'
        : `Kan ikke ekspederes: ${count} stopp må rettes først.`,
    heading: 'Ekspedere nå?',
    irreversible: 'Dette kan ikke angres, men oppdraget kan avbrytes.',
    who: 'Til',
    what: 'Dokument',
    whatPages: (title: string, pages: string) => `«${title}», ${pages}`,
    when: 'Rekkefølge',
    until: 'Frist',
    withWarnings: (count: number) =>
      count === 1 ? 'Du ekspederer med 1 advarsel.' : `Du ekspederer med ${count} advarsler.`,
    confirm: 'Ja, ekspeder',
    back: 'Gå tilbake',
    sending: 'Ekspederer …',
    done: 'Journalposten er ekspedert. Oppdraget sendes til signeringstjenesten.',
    refusedFindings: 'Det ble ikke ekspedert: noe har endret seg. Se kontrollen.',
    refusedChanged: 'Det ble ikke ekspedert: dokumentet er endret siden du så det. Se gjennom det på nytt.',
  },
};
export type DispatchTexts = typeof nb;

const nn: DispatchTexts = {
  heading: 'Ekspeder som e-signering',
  about: (recordNumber) => `Journalpost ${recordNumber}`,
  close: 'Lukk og behald utkastet',
  loading: 'Gjer klar ekspederinga …',
  checking: 'Kontrollerer …',
  checkFailed: 'Kontrollen fekk ikkje svar. Det du har skrive, er teke vare på.',
  checkAgain: 'Kontroller på nytt',
  kept: 'Utkastet er teke vare på.',
  notKept: 'Utkastet kunne ikkje lagrast. Kopier det du treng før du lukkar.',
  sections: {
    title: 'Tittel',
    recipients: 'Mottakarar',
    deadline: 'Frist',
    document: 'Dokument',
    findings: 'Kontroll',
  },
  title: {
    label: 'Tittel',
    counter: (length, max) => `${length} av ${max} teikn`,
    nonSensitive: 'Ikkje-sensitiv tittel',
    nonSensitiveHelp: 'Blir vist i e-post og SMS. Tittelen over ser mottakaren først etter innlogging.',
    nonSensitiveMissing: 'Ikkje skriven. E-post og SMS seier berre at det er noko å signere.',
    change: 'Endre titlane',
    save: 'Lagre titlane',
    saved: 'Titlane er lagra.',
  },
  recipients: {
    none: 'Ingen mottakarar enno.',
    add: 'Legg til mottakar',
    count: (count, max) => `${count} av ${max}`,
    heading: (number) => `Mottakar ${number}`,
    headingNamed: (number, name) => `Mottakar ${number}: ${name}`,
    name: 'Namn',
    identity: 'Fødsels- eller D-nummer',
    show: 'Vis',
    showFor: (name) => `Vis fødselsnummeret til ${name}`,
    hide: 'Skjul',
    hideFor: (name) => `Skjul fødselsnummeret til ${name}`,
    shownLogged: 'Fødselsnummeret er synleg. Visinga er logga.',
    valid: { 'birth-number': 'Gyldig fødselsnummer', 'd-number': 'Gyldig D-nummer' },
    synthetic: 'Gyldig testnummer (syntetisk person)',
    onBehalfOf: 'Signerer for ei verksemd',
    firm: 'Verksemd',
    organisationNumber: 'Organisasjonsnummer',
    group: 'Gruppe',
    remove: (name) => `Fjern ${name}`,
    moved: (name, position) => `${name} er no nummer ${position}.`,
    removed: (name) => `${name} er fjerna.`,
    undo: 'Angre',
    nameless: (number) => `mottakar ${number}`,
  },
  order: {
    legend: 'Når skal dei signere?',
    'all-at-once': 'Alle samstundes',
    'one-by-one': 'Éin etter éin, i rekkjefølgja over',
    groups: 'I grupper',
    groupsHelp: 'Vel gruppe for kvar mottakar. Gruppe 1 signerer først.',
    sumOne: (name) => `${name} signerer.`,
    sumAll: (names) => `${names} får melding samstundes.`,
    sumFirst: (names) => `Først ${names}`,
    sumThen: (names) => `så ${names}`,
    and: 'og',
  },
  message: {
    label: 'Melding til mottakarane (valfri)',
    help: 'Blir berre vist i signeringsportalen, etter innlogging. Ho følgjer oppdraget og blir ikkje journalført.',
    counter: (length, max) => `${length} av ${max} teikn`,
  },
  deadline: {
    label: 'Frist i dagar',
    help: (min, max) => `Frå ${min} til ${max} dagar. Gjeld kvar gruppe frå ho får melding.`,
    locked: (days) => `Fristen er ${days} dagar. Berre dokumentsenteret kan endre han.`,
    latest: (date) => `Seinast ${date}`,
    latestHelp: 'dersom alle bruker heile fristen',
  },
  leader: {
    label: 'Eg har avtalt med leiaren min at dette skal e-signerast',
  },
  rights: {
    label: 'Vi har rett til å sende filene som den som laga dei, har avgrensa bruken av',
  },
  document: {
    pages: (pages) => (pages === 1 ? '1 side' : `${pages} sider`),
    none: 'Dokumentet kan ikkje setjast saman enno. Sjå kontrollen.',
    building: 'Set saman dokumentet …',
    pdfa: (kind) => `Arkivformat ${kind}`,
  },
  numbers: {
    shown: (basis) =>
      `Det signerte dokumentet viser fødselsnummeret til alle som signerer. Når det kjem tilbake, blir det skjerma etter ${basis}.`,
    choose:
      'Systemansvarleg kan velje fødselsdato eller berre namn i innstillingane for signeringstenesta, der signaturtypen tillèt det.',
  },
  findings: {
    removeParty: 'Fjern parten',
    removePartyNamed: (name) => `Fjern ${name} frå partane`,
    copyParty: 'Gjer til kopimottakar',
    copyPartyNamed: (name) => `Gjer ${name} til kopimottakar`,
    partyRemoved: (name) => `${name} er fjerna frå partane.`,
    partyCopied: (name) => `${name} er no kopimottakar.`,
    stop: 'Stopp',
    warning: 'Åtvaring',
    none: 'Alt er klart. Ingenting hindrar ekspedering.',
    sum: (stops, warnings) => {
      const first = stops === 0 ? 'Ingen stopp' : stops === 1 ? '1 stopp' : `${stops} stopp`;
      const second =
        warnings === 0 ? 'ingen åtvaringar' : warnings === 1 ? '1 åtvaring' : `${warnings} åtvaringar`;
      return `${first}, ${second}`;
    },
  },
  tabs: { fill: 'Fyll ut', preview: 'Sjå dokumentet', label: 'Delar av dialogen' },
  expedite: {
    do: 'Ekspeder',
    keys: 'Ctrl+Enter',
    stopped: (count) =>
      count === 1
        ? 'Kan ikkje ekspederast: 1 stopp må rettast først.'
        : `Kan ikkje ekspederast: ${count} stopp må rettast først.`,
    heading: 'Ekspedere no?',
    irreversible: 'Dette kan ikkje angrast, men oppdraget kan avbrytast.',
    who: 'Til',
    what: 'Dokument',
    whatPages: (title, pages) => `«${title}», ${pages}`,
    when: 'Rekkjefølgje',
    until: 'Frist',
    withWarnings: (count) =>
      count === 1 ? 'Du ekspederer med 1 åtvaring.' : `Du ekspederer med ${count} åtvaringar.`,
    confirm: 'Ja, ekspeder',
    back: 'Gå tilbake',
    sending: 'Ekspederer …',
    done: 'Journalposten er ekspedert. Oppdraget blir sendt til signeringstenesta.',
    refusedFindings: 'Det vart ikkje ekspedert: noko har endra seg. Sjå kontrollen.',
    refusedChanged:
      'Det vart ikkje ekspedert: dokumentet er endra sidan du såg det. Sjå gjennom det på nytt.',
  },
};

const en: DispatchTexts = {
  heading: 'Dispatch for e-signing',
  about: (recordNumber) => `Journal entry ${recordNumber}`,
  close: 'Close and keep the draft',
  loading: 'Preparing the dispatch …',
  checking: 'Checking …',
  checkFailed: 'The check got no answer. What you wrote is kept.',
  checkAgain: 'Check again',
  kept: 'The draft is kept.',
  notKept: 'The draft could not be saved. Copy what you need before you close.',
  sections: {
    title: 'Title',
    recipients: 'Recipients',
    deadline: 'Deadline',
    document: 'Document',
    findings: 'Check',
  },
  title: {
    label: 'Title',
    counter: (length, max) => `${length} of ${max} characters`,
    nonSensitive: 'Non-sensitive title',
    nonSensitiveHelp: 'Shown in e-mail and SMS. The recipient sees the title above only after login.',
    nonSensitiveMissing: 'Not written. E-mail and SMS only say that there is something to sign.',
    change: 'Change the titles',
    save: 'Save the titles',
    saved: 'The titles are saved.',
  },
  recipients: {
    none: 'No recipients yet.',
    add: 'Add recipient',
    count: (count, max) => `${count} of ${max}`,
    heading: (number) => `Recipient ${number}`,
    headingNamed: (number, name) => `Recipient ${number}: ${name}`,
    name: 'Name',
    identity: 'Identity or D-number',
    show: 'Show',
    showFor: (name) => `Show the identity number of ${name}`,
    hide: 'Hide',
    hideFor: (name) => `Hide the identity number of ${name}`,
    shownLogged: 'The identity number is shown. The viewing is logged.',
    valid: { 'birth-number': 'Valid national identity number', 'd-number': 'Valid D-number' },
    synthetic: 'Valid test number (synthetic person)',
    onBehalfOf: 'Signs for an organisation',
    firm: 'Organisation',
    organisationNumber: 'Organisation number',
    group: 'Group',
    remove: (name) => `Remove ${name}`,
    moved: (name, position) => `${name} is now number ${position}.`,
    removed: (name) => `${name} is removed.`,
    undo: 'Undo',
    nameless: (number) => `recipient ${number}`,
  },
  order: {
    legend: 'When shall they sign?',
    'all-at-once': 'All at once',
    'one-by-one': 'One after another, in the order above',
    groups: 'In groups',
    groupsHelp: 'Choose a group for each recipient. Group 1 signs first.',
    sumOne: (name) => `${name} signs.`,
    sumAll: (names) => `${names} are notified at the same time.`,
    sumFirst: (names) => `First ${names}`,
    sumThen: (names) => `then ${names}`,
    and: 'and',
  },
  message: {
    label: 'Message to the recipients (optional)',
    help: 'Shown only in the signing portal, after login. It follows the job and is not journalled.',
    counter: (length, max) => `${length} of ${max} characters`,
  },
  deadline: {
    label: 'Deadline in days',
    help: (min, max) => `From ${min} to ${max} days. Counts for each group from when it is notified.`,
    locked: (days) => `The deadline is ${days} days. Only the document centre can change it.`,
    latest: (date) => `By ${date}`,
    latestHelp: 'if everyone uses the whole deadline',
  },
  leader: {
    label: 'I have agreed with my leader that this shall be e-signed',
  },
  rights: {
    label: 'We have the right to send the files whose makers have limited their use',
  },
  document: {
    pages: (pages) => (pages === 1 ? '1 page' : `${pages} pages`),
    none: 'The document cannot be put together yet. See the check.',
    building: 'Putting the document together …',
    pdfa: (kind) => `Archive format ${kind}`,
  },
  numbers: {
    shown: (basis) =>
      `The signed document shows the identity numbers of everyone who signs. When it comes back, it is screened by ${basis}.`,
    choose:
      'The system owner can choose date of birth, or the name alone, in the settings of the signing service, where the type of signature allows it.',
  },
  findings: {
    removeParty: 'Remove the party',
    removePartyNamed: (name) => `Remove ${name} from the parties`,
    copyParty: 'Make a copy recipient',
    copyPartyNamed: (name) => `Make ${name} a copy recipient`,
    partyRemoved: (name) => `${name} is removed from the parties.`,
    partyCopied: (name) => `${name} is now a copy recipient.`,
    stop: 'Stop',
    warning: 'Warning',
    none: 'All is ready. Nothing stands in the way of dispatch.',
    sum: (stops, warnings) => {
      const first = stops === 0 ? 'No stops' : stops === 1 ? '1 stop' : `${stops} stops`;
      const second = warnings === 0 ? 'no warnings' : warnings === 1 ? '1 warning' : `${warnings} warnings`;
      return `${first}, ${second}`;
    },
  },
  tabs: { fill: 'Fill in', preview: 'See the document', label: 'Parts of the dialog' },
  expedite: {
    do: 'Dispatch',
    keys: 'Ctrl+Enter',
    stopped: (count) =>
      count === 1
        ? 'Cannot be dispatched: 1 stop must be put right first.'
        : `Cannot be dispatched: ${count} stops must be put right first.`,
    heading: 'Dispatch now?',
    irreversible: 'This cannot be undone, but the job can be cancelled.',
    who: 'To',
    what: 'Document',
    whatPages: (title, pages) => `“${title}”, ${pages}`,
    when: 'Order',
    until: 'Deadline',
    withWarnings: (count) =>
      count === 1 ? 'You dispatch with 1 warning.' : `You dispatch with ${count} warnings.`,
    confirm: 'Yes, dispatch',
    back: 'Go back',
    sending: 'Dispatching …',
    done: 'The entry is dispatched. The job goes to the signing service.',
    refusedFindings: 'Not dispatched: something has changed. See the check.',
    refusedChanged: 'Not dispatched: the document has changed since you saw it. Look through it again.',
  },
};

export const dispatchTexts: Catalogue<DispatchTexts> = { nb, nn, en };
