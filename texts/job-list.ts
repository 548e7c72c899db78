import type { Catalogue } from './language.ts';

const nb = {
  intro:
    'Det som haster mest, står øverst. Fristen gjelder dem som skal signere nå; de neste får like lang tid når de før er ferdige.',
  columns: {
    deadline: 'Frist',
    number: 'Nummer',
    title: 'Tittel',
    waitingFor: 'Venter på',
    signed: 'Signert',
    unit: 'Enhet',
    caseworker: 'Saksbehandler',
    latestEnd: 'Senest ferdig',
    ended: 'Avsluttet',
    endedBy: 'Av hvem',
    status: 'Status',
  },
  left: (days: number) => {
    if (days < 0) return days === -1 ? '1 dag over' : `${-days} dager over`;
    if (days === 0) return 'i dag';
    return days === 1 ? 'i morgen' : `om ${days} dager`;
  },
  since: (names: string, date: string) => `${names}, siden ${date}`,
  turn: (place: number, of: number) => `gruppe ${place} av ${of}`,
  signedOf: (signed: number, of: number) => `${signed} av ${of}`,
  leaving: 'avbrytes',
  filters: {
    label: 'Vis bare',
    unit: 'Enhet',
    allUnits: 'Alle enheter',
    caseworker: 'Saksbehandler',
    allCaseworkers: 'Alle saksbehandlere',
    endsBy: 'Frist',
    anyTime: 'Når som helst',
    today: 'I dag eller over',
    threeDays: 'De neste 3 dagene',
    week: 'De neste 7 dagene',
    clear: 'Vis alle',
  },
  choose: (name: string) => `Velg ${name}`,
  chooseAll: 'Velg alle som er hentet',
  chosen: (count: number) => (count === 1 ? '1 valgt' : `${count} valgt`),
  clearChosen: 'Fjern valget',
  actions: {
    extend: 'Flytt frist …',
    remind: 'Send påminnelse …',
    cancel: 'Avbryt oppdrag …',
    sendAgain: 'Send på nytt …',
    followUp: 'Ferdig behandlet …',
    export: 'Eksporter (CSV)',
  },
  exported: (count: number) => (count === 1 ? '1 linje er eksportert.' : `${count} linjer er eksportert.`),
  fileName: (basket: string, date: string) => `${basket}-${date}.csv`.toLowerCase().replaceAll(' ', '-'),
  bulk: {
    headings: {
      extend: 'Gi ny frist',
      remind: 'Send påminnelse',
      cancel: 'Avbryt signeringsoppdrag',
      sendAgain: 'Send på nytt',
      followUp: 'Merk som ferdig behandlet',
    },
    explain: {
      extend:
        'Tjenesten kan ikke flytte en frist. Segl avbryter oppdraget og sender det på nytt med de samme personene, i samme rekkefølge og med samme melding. De som har signert, må signere igjen.',
      remind: 'De som skal signere nå, får ett varsel til.',
      cancel:
        'De som ikke har signert, kan ikke lenger gjøre det. Det kommer et svar i saken om at oppdraget er avbrutt.',
      sendAgain:
        'Det lages en ny journalpost i samme sak med de samme dokumentene, mottakerne og meldingen. Ingenting sendes før den er kontrollert og ekspedert.',
      followUp: 'Oppdraget går ut av kurven, og det står hvem som behandlet det og når.',
    },
    submit: {
      extend: (count: number) => (count === 1 ? 'Gi ny frist' : `Gi ${count} oppdrag ny frist`),
      remind: (count: number) => (count === 1 ? 'Send påminnelse' : `Send påminnelse for ${count} oppdrag`),
      cancel: (count: number) => (count === 1 ? 'Avbryt oppdraget' : `Avbryt ${count} oppdrag`),
      sendAgain: (count: number) => (count === 1 ? 'Lag ny journalpost' : `Lag ${count} nye journalposter`),
      followUp: (count: number) => (count === 1 ? 'Merk som behandlet' : `Merk ${count} som behandlet`),
    },
    days: 'Dager til fristen',
    reason: 'Hvorfor avbrytes det?',
    reasonHelp: 'Begrunnelsen står på oppdraget og i historikken. Undertegnerne ser den ikke.',
    reasonMissing: 'Skriv hvorfor oppdraget avbrytes.',
    comment: 'Hva ble gjort? (valgfritt)',
    will: (count: number, of: number) =>
      count === of
        ? count === 1
          ? 'Gjelder dette oppdraget:'
          : `Gjelder alle ${of} oppdragene:`
        : `Gjelder ${count} av ${of} oppdrag:`,
    wont: (count: number) => (count === 1 ? 'Dette tas ikke med:' : `Disse ${count} tas ikke med:`),
    nothing: 'Ingen av de valgte kan tas med. Grunnen står under.',
    newEnd: (date: string) => `kan signeres til ${date}`,
    mustSignAgain: (names: string) => `har signert og må signere igjen: ${names}`,
    progress: (done: number, of: number) => `${done} av ${of}`,
    stop: 'Stopp',
    stopping: 'Stopper etter denne …',
    done: (count: number, of: number) =>
      count === of ? `Ferdig: alle ${of}.` : `Ferdig: ${count} av ${of}.`,
    stopped: (count: number, of: number) => `Stoppet etter ${count} av ${of}. Resten er som før.`,
    failed: 'Dette gikk ikke:',
    tooLate: 'For sent å avbryte: oppdraget er allerede avsluttet hos tjenesten. Svaret hentes.',
    created: 'Ny journalpost',
    keep: 'La det stå',
  },
};
export type JobListTexts = typeof nb;

const nn: JobListTexts = {
  intro:
    'Det som hastar mest, står øvst. Fristen gjeld dei som skal signere no; dei neste får like lang tid når dei før er ferdige.',
  columns: {
    deadline: 'Frist',
    number: 'Nummer',
    title: 'Tittel',
    waitingFor: 'Ventar på',
    signed: 'Signert',
    unit: 'Eining',
    caseworker: 'Saksbehandlar',
    latestEnd: 'Seinast ferdig',
    ended: 'Avslutta',
    endedBy: 'Av kven',
    status: 'Status',
  },
  left: (days) => {
    if (days < 0) return days === -1 ? '1 dag over' : `${-days} dagar over`;
    if (days === 0) return 'i dag';
    return days === 1 ? 'i morgon' : `om ${days} dagar`;
  },
  since: (names, date) => `${names}, sidan ${date}`,
  turn: (place, of) => `gruppe ${place} av ${of}`,
  signedOf: (signed, of) => `${signed} av ${of}`,
  leaving: 'blir avbrote',
  filters: {
    label: 'Vis berre',
    unit: 'Eining',
    allUnits: 'Alle einingar',
    caseworker: 'Saksbehandlar',
    allCaseworkers: 'Alle saksbehandlarar',
    endsBy: 'Frist',
    anyTime: 'Når som helst',
    today: 'I dag eller over',
    threeDays: 'Dei neste 3 dagane',
    week: 'Dei neste 7 dagane',
    clear: 'Vis alle',
  },
  choose: (name) => `Vel ${name}`,
  chooseAll: 'Vel alle som er henta',
  chosen: (count) => (count === 1 ? '1 vald' : `${count} valde`),
  clearChosen: 'Fjern valet',
  actions: {
    extend: 'Flytt frist …',
    remind: 'Send påminning …',
    cancel: 'Avbryt oppdrag …',
    sendAgain: 'Send på nytt …',
    followUp: 'Ferdig behandla …',
    export: 'Eksporter (CSV)',
  },
  exported: (count) => (count === 1 ? '1 linje er eksportert.' : `${count} linjer er eksporterte.`),
  fileName: nb.fileName,
  bulk: {
    headings: {
      extend: 'Gi ny frist',
      remind: 'Send påminning',
      cancel: 'Avbryt signeringsoppdrag',
      sendAgain: 'Send på nytt',
      followUp: 'Merk som ferdig behandla',
    },
    explain: {
      extend:
        'Tenesta kan ikkje flytte ein frist. Segl avbryt oppdraget og sender det på nytt med dei same personane, i same rekkjefølgje og med same melding. Dei som har signert, må signere igjen.',
      remind: 'Dei som skal signere no, får eitt varsel til.',
      cancel:
        'Dei som ikkje har signert, kan ikkje lenger gjere det. Det kjem eit svar i saka om at oppdraget er avbrote.',
      sendAgain:
        'Det blir laga ein ny journalpost i same sak med dei same dokumenta, mottakarane og meldinga. Ingenting blir sendt før han er kontrollert og ekspedert.',
      followUp: 'Oppdraget går ut av korga, og det står kven som behandla det og når.',
    },
    submit: {
      extend: (count) => (count === 1 ? 'Gi ny frist' : `Gi ${count} oppdrag ny frist`),
      remind: (count) => (count === 1 ? 'Send påminning' : `Send påminning for ${count} oppdrag`),
      cancel: (count) => (count === 1 ? 'Avbryt oppdraget' : `Avbryt ${count} oppdrag`),
      sendAgain: (count) => (count === 1 ? 'Lag ny journalpost' : `Lag ${count} nye journalpostar`),
      followUp: (count) => (count === 1 ? 'Merk som behandla' : `Merk ${count} som behandla`),
    },
    days: 'Dagar til fristen',
    reason: 'Kvifor blir det avbrote?',
    reasonHelp: 'Grunngivinga står på oppdraget og i historikken. Underteiknarane ser ho ikkje.',
    reasonMissing: 'Skriv kvifor oppdraget blir avbrote.',
    comment: 'Kva vart gjort? (valfritt)',
    will: (count, of) =>
      count === of
        ? count === 1
          ? 'Gjeld dette oppdraget:'
          : `Gjeld alle ${of} oppdraga:`
        : `Gjeld ${count} av ${of} oppdrag:`,
    wont: (count) => (count === 1 ? 'Dette blir ikkje med:' : `Desse ${count} blir ikkje med:`),
    nothing: 'Ingen av dei valde kan bli med. Grunnen står under.',
    newEnd: (date) => `kan signerast til ${date}`,
    mustSignAgain: (names) => `har signert og må signere igjen: ${names}`,
    progress: (done, of) => `${done} av ${of}`,
    stop: 'Stopp',
    stopping: 'Stoppar etter denne …',
    done: (count, of) => (count === of ? `Ferdig: alle ${of}.` : `Ferdig: ${count} av ${of}.`),
    stopped: (count, of) => `Stoppa etter ${count} av ${of}. Resten er som før.`,
    failed: 'Dette gjekk ikkje:',
    tooLate: 'For seint å avbryte: oppdraget er alt avslutta hos tenesta. Svaret blir henta.',
    created: 'Ny journalpost',
    keep: 'La det stå',
  },
};

const en: JobListTexts = {
  intro:
    'What is most urgent comes first. The deadline is for those who are to sign now; those after get as long when the ones before are done.',
  columns: {
    deadline: 'Deadline',
    number: 'Number',
    title: 'Title',
    waitingFor: 'Waiting for',
    signed: 'Signed',
    unit: 'Unit',
    caseworker: 'Caseworker',
    latestEnd: 'Latest end',
    ended: 'Ended',
    endedBy: 'By whom',
    status: 'Status',
  },
  left: (days) => {
    if (days < 0) return days === -1 ? '1 day over' : `${-days} days over`;
    if (days === 0) return 'today';
    return days === 1 ? 'tomorrow' : `in ${days} days`;
  },
  since: (names, date) => `${names}, since ${date}`,
  turn: (place, of) => `group ${place} of ${of}`,
  signedOf: (signed, of) => `${signed} of ${of}`,
  leaving: 'being cancelled',
  filters: {
    label: 'Show only',
    unit: 'Unit',
    allUnits: 'All units',
    caseworker: 'Caseworker',
    allCaseworkers: 'All caseworkers',
    endsBy: 'Deadline',
    anyTime: 'Any time',
    today: 'Today or over',
    threeDays: 'The next 3 days',
    week: 'The next 7 days',
    clear: 'Show all',
  },
  choose: (name) => `Choose ${name}`,
  chooseAll: 'Choose all that are fetched',
  chosen: (count) => `${count} chosen`,
  clearChosen: 'Clear the choice',
  actions: {
    extend: 'Move deadline …',
    remind: 'Send reminder …',
    cancel: 'Cancel jobs …',
    sendAgain: 'Send again …',
    followUp: 'Dealt with …',
    export: 'Export (CSV)',
  },
  exported: (count) => (count === 1 ? '1 line exported.' : `${count} lines exported.`),
  fileName: nb.fileName,
  bulk: {
    headings: {
      extend: 'Give a new deadline',
      remind: 'Send a reminder',
      cancel: 'Cancel signing jobs',
      sendAgain: 'Send again',
      followUp: 'Mark as dealt with',
    },
    explain: {
      extend:
        'The service cannot move a deadline. Segl cancels the job and sends it anew with the same people, order and message. Those who have signed must sign again.',
      remind: 'Those who are to sign now get one more notice.',
      cancel:
        'Those who have not signed no longer can. An answer is filed in the case saying that the job was cancelled.',
      sendAgain:
        'A new entry is made in the same case with the same documents, recipients and message. Nothing is sent before it has been checked and dispatched.',
      followUp: 'The job leaves the basket, and it says who dealt with it and when.',
    },
    submit: {
      extend: (count) => (count === 1 ? 'Give a new deadline' : `Give ${count} jobs a new deadline`),
      remind: (count) => (count === 1 ? 'Send reminder' : `Send reminders for ${count} jobs`),
      cancel: (count) => (count === 1 ? 'Cancel the job' : `Cancel ${count} jobs`),
      sendAgain: (count) => (count === 1 ? 'Make a new entry' : `Make ${count} new entries`),
      followUp: (count) => (count === 1 ? 'Mark as dealt with' : `Mark ${count} as dealt with`),
    },
    days: 'Days to the deadline',
    reason: 'Why is it cancelled?',
    reasonHelp: 'The reason stands on the job and in its history. The signers do not see it.',
    reasonMissing: 'Write why the job is cancelled.',
    comment: 'What was done? (optional)',
    will: (count, of) =>
      count === of
        ? count === 1
          ? 'Concerns this job:'
          : `Concerns all ${of} jobs:`
        : `Concerns ${count} of ${of} jobs:`,
    wont: (count) => (count === 1 ? 'This one is left out:' : `These ${count} are left out:`),
    nothing: 'None of the chosen ones can be included. The reasons stand below.',
    newEnd: (date) => `can be signed until ${date}`,
    mustSignAgain: (names) => `has signed and must sign again: ${names}`,
    progress: (done, of) => `${done} of ${of}`,
    stop: 'Stop',
    stopping: 'Stopping after this one …',
    done: (count, of) => (count === of ? `Done: all ${of}.` : `Done: ${count} of ${of}.`),
    stopped: (count, of) => `Stopped after ${count} of ${of}. The rest are as before.`,
    failed: 'This did not work:',
    tooLate: 'Too late to cancel: the job has already ended at the service. The answer is being fetched.',
    created: 'New entry',
    keep: 'Leave it',
  },
};
export const jobList: Catalogue<JobListTexts> = { nb, nn, en };
