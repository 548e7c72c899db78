import { toId } from '../../domain/basics.ts';
import { plusDays, plusSeconds } from '../../domain/calendar.ts';
import { fieldChanged } from '../../domain/change-log.ts';
import type { Decision } from '../../domain/decision.ts';
import type { User } from '../../domain/roles.ts';
import type { InputOf, OutputOf } from '../../preload/contract/contract.ts';
import type { CaseRowView, EntryRowView } from '../../preload/contract/views.ts';
import { type Answers, no } from './fake-ask.ts';
import { fakeJobRow } from './fake-job-rows.ts';
import { unit } from './units.ts';

const yes: Decision = { may: true };

const users: readonly User[] = [
  {
    id: toId('u1'),
    name: 'Ingrid Solheim',
    initials: 'IS',
    adminUnit: unit('Oppvekst'),
    roles: ['caseworker'],
  },
  {
    id: toId('u2'),
    name: 'Olav Nygård',
    initials: 'ON',
    adminUnit: unit('Dokumentsenter'),
    roles: ['documentCentre'],
  },
  {
    id: toId('u3'),
    name: 'Berit Aasen',
    initials: 'BA',
    adminUnit: unit('Helse og omsorg'),
    roles: ['leader'],
  },
];

const titles: readonly (readonly [title: string, status: CaseRowView['status'], screened: boolean])[] = [
  ['Arbeidsavtale – lærer ved Fjellvik skole', 'B', true],
  ['Leieavtale kommunal bolig, Storgata 14 B', 'B', false],
  ['Byggesak – tilbygg til enebolig, gnr. 41 bnr. 7', 'B', false],
  ['Vedtak om hjemmetjenester', 'B', true],
  ['Rammeavtale for vintervedlikehold av kommunale veier 2026–2029', 'B', false],
  ['Skjenkebevilling – Brygga kafé', 'A', false],
  ['Tilskudd til frivillige lag og organisasjoner', 'B', false],
  ['Reguleringsplan for Nordre Havn, andre gangs høring etter merknader fra Statsforvalteren', 'B', false],
  ['Anskaffelse av elevmaskiner til ungdomstrinnet', 'F', false],
  ['Avtale om støttekontakt', 'R', true],
  ['Kjøp av grunn til gang- og sykkelvei langs fylkesvei 402', 'A', false],
  ['Kommuneplanens samfunnsdel 2026–2038', 'B', false],
];

export const fakeCases: readonly CaseRowView[] = titles.map(([title, status, screened], index) => ({
  id: toId(`c${index + 1}`),
  caseNumber: `2026/${index + 101}`,
  title,
  status,
  caseDate: plusDays('2026-01-12', (index % 8) * 30),
  ownerName: users[index % 3]?.name ?? '',
  adminUnit: users[index % 3]?.adminUnit ?? unit(''),
  classCode: ['210', '614', 'L42', 'F20'][index % 4] ?? '',
  entryCount: index === 0 ? 2000 : (index * 3) % 11,
  changedAt: plusSeconds('2026-11-20T09:10:00.000Z', (index % 10) * 60 - index * 86_400),
  screened,
  withheld: false,
}));

const kinds: readonly Pick<EntryRowView, 'type' | 'status' | 'title' | 'partyNames' | 'job'>[] = [
  {
    type: 'U',
    status: 'E',
    title: 'Arbeidsavtale til signering',
    partyNames: 'Kari Prøve, Ola Eksempel',
    job: { state: 'inProgress' },
  },
  { type: 'I', status: 'J', title: 'Signert: Arbeidsavtale', partyNames: 'Kari Prøve' },
  {
    type: 'U',
    status: 'F',
    title: 'Leieavtale for Storgata 14 B med husordensregler',
    partyNames: 'Per Test',
    job: { state: 'sendFailed' },
  },
  { type: 'I', status: 'M', title: 'Søknad om permisjon', partyNames: 'Anne Demo' },
  { type: 'U', status: 'R', title: 'Tilbud om stilling', partyNames: '' },
  { type: 'N', status: 'J', title: 'Innstilling fra tilsettingsutvalget', partyNames: 'Oppvekst' },
  {
    type: 'U',
    status: 'E',
    title: 'Databehandleravtale',
    partyNames: 'Fjordtech AS',
    job: { state: 'failed', failure: 'rejected' },
  },
  {
    type: 'U',
    status: 'E',
    title: 'Rammeavtale med bilag 1–4',
    partyNames: 'Maskin & Vei AS, Berg Entreprenør AS',
    job: { state: 'completed' },
  },
  {
    type: 'U',
    status: 'F',
    title: 'Avtale om støttekontakt',
    partyNames: 'Nils Øving',
    job: { state: 'uncertain' },
  },
  { type: 'S', status: 'G', title: 'Saksframlegg til formannskapet', partyNames: 'Formannskapet' },
];

export function fakeEntry(caseIndex: number, number: number): EntryRowView {
  const file = fakeCases[caseIndex] ?? fakeCases[0];
  const kind = kinds[(number - 1) % kinds.length];
  if (!file || !kind) throw new Error('the fake municipality has no such entry');
  return {
    ...kind,
    id: toId(`${file.id}-e${number}`),
    caseId: file.id,
    caseNumber: file.caseNumber,
    caseTitle: file.title,
    recordNumber: `${file.caseNumber}-${number}`,
    entryNumber: number,
    runningNumber: `${number + 400}/2026`,
    journalDate: plusDays('2026-10-01', number % 28),
    documentDate: number % 5 === 0 ? undefined : plusDays('2026-10-01', number % 27),
    caseworkerName: users[number % 3]?.name ?? '',
    documentCount: number % 4,
    screened: file.screened,
    withheld: false,
    arrear: kind.type === 'I' && kind.status === 'M',
  };
}

const units = ['Oppvekst', 'Dokumentsenter', 'Helse og omsorg'].map((name) => ({
  id: unit(name),
  name,
  openedOn: '2024-01-01' as const,
}));
const access: OutputOf<'session.open'>['access'] = {
  codes: [
    { id: toId('UO'), name: 'Unntatt offentlighet', bases: [toId('b13'), toId('b26')] },
    { id: toId('P'), name: 'Personalsaker', bases: [toId('b13'), toId('b25')] },
  ],
  bases: [
    { id: toId('b13'), text: 'Offl. § 13 jf. fvl. § 13' },
    { id: toId('b25'), text: 'Offl. § 25' },
    { id: toId('b26'), text: 'Offl. § 26 femte ledd' },
  ],
  groups: [],
};

type BasketId = InputOf<'desk.basket'>['id'];
const basketSizes: readonly (readonly [BasketId, number])[] = [
  ['my-drafts', 4],
  ['arrears', 3],
  ['unregistered', 0],
  ['to-approve', 1],
  ['sending', 0],
  ['out-for-signing', 7],
  ['failed-dispatch', 2],
  ['signed', 12],
  ['refused', 1],
  ['undeliverable', 1],
];

const slice = <Row>(rows: readonly Row[], { offset, limit }: { offset: number; limit: number }) => ({
  rows: rows.slice(offset, offset + limit),
  total: rows.length,
});

const classes: OutputOf<'cases.classes'>['classes'] = [
  { id: toId('k0'), code: '0', title: 'Organisasjon og administrasjon', depth: 0, selectable: false },
  { id: toId('k02'), code: '02', title: 'Lover, reglement og avtaler', depth: 1, selectable: true },
  { id: toId('k2'), code: '2', title: 'Økonomi', depth: 0, selectable: false },
  { id: toId('k210'), code: '210', title: 'Regnskap', depth: 1, selectable: true },
  { id: toId('k4'), code: '4', title: 'Stilling og personell', depth: 0, selectable: false },
  { id: toId('k41'), code: '41', title: 'Ansettelsesvilkår', depth: 1, selectable: false },
  { id: toId('k411'), code: '411', title: 'Tilsetting', depth: 2, selectable: true },
  { id: toId('k6'), code: '6', title: 'Bygg og eiendom', depth: 0, selectable: false },
  { id: toId('k614'), code: '614', title: 'Utleie av boliger', depth: 1, selectable: true },
];

export type FakeMunicipalityOptions = { readonly empty?: boolean; readonly language?: 'nb' | 'nn' | 'en' };

/** A municipality with a handful of cases, one of them with 2 000 entries; settings and person can be changed. */
export function fakeMunicipality({
  empty = false,
  language: startLanguage = 'nb',
}: FakeMunicipalityOptions = {}): Answers {
  let language: 'nb' | 'nn' | 'en' = startLanguage;
  let theme: 'auto' | 'light' | 'dark' = 'auto';
  let user = users[1] ?? users[0];
  let policy: OutputOf<'policy.read'>['policy'] = {
    maxTitle: 80,
    maxMessage: 220,
    maxBytes: 3_145_728,
    maxRecipients: 10,
    defaultDeadlineDays: 30,
    minDeadlineDays: 1,
    maxDeadlineDays: 90,
    deadlinesByType: {},
    approvalRequired: false,
    answersArriveAs: 'J',
    deleteAtService: false,
    identityNumberBasis: 'Offl. § 26 femte ledd',
    lookingLogMonths: 24,
    renewWithinMonths: 6,
  };
  const cases = empty ? [] : fakeCases;
  const isCentre = () => user?.roles.includes('documentCentre') ?? false;
  const centreOnly = (): Decision => (isCentre() ? yes : { may: false, code: 'not-allowed' });
  const entriesOf = (caseId: string): readonly EntryRowView[] => {
    const index = fakeCases.findIndex((row) => row.id === caseId);
    const count = fakeCases[index]?.entryCount ?? 0;
    return Array.from({ length: count }, (_, at) => fakeEntry(index, count - at));
  };
  return {
    'session.open': () => ({
      archive: { kind: 'training', title: 'Opplæring', recordCreator: 'Fjellvik kommune' },
      user: user ?? { id: toId(''), name: '', initials: '', adminUnit: unit(''), roles: [] },
      rights: { grants: [], clearances: [], groups: [], deputyOf: [] },
      newCase: yes,
      users: [...users],
      units,
      access,
      accessParts: isCentre() ? ['users', 'units', 'codes', 'groups', 'deputies'] : ['deputies'],
      maySwitchUser: true,
      recoveryKeyDue: false,
      governed: {},
      language,
      theme,
      version: '0.1.0',
      capabilities: { officeDocuments: true, openExternal: true },
      signerPortal: 'http://127.0.0.1:9/undertegner',
      today: '2026-11-20',
    }),
    'session.switchUser': ({ userId }) => {
      user = users.find((one) => one.id === userId) ?? user;
      return {};
    },
    'session.setLanguage': (input) => {
      language = input.language;
      return {};
    },
    'session.setTheme': (input) => {
      theme = input.theme;
      return {};
    },
    'desk.baskets': () => ({
      baskets: basketSizes.map(([id, count]) => ({ id, count: empty ? 0 : count })),
      recentCases: cases.slice(0, 6),
    }),
    'desk.basket': ({ id, ...range }) => {
      const size = empty ? 0 : (basketSizes.find(([basket]) => basket === id)?.[1] ?? 0);
      return slice(
        Array.from({ length: size }, (_, at) => fakeEntry(at % 10, at + 1)),
        range,
      );
    },
    'signing.list': ({ basket, ...range }) => {
      const size = empty ? 0 : (basketSizes.find(([id]) => id === basket)?.[1] ?? 0);
      return slice(
        Array.from({ length: size }, (_, at) => fakeJobRow(at, basket)),
        range,
      );
    },
    'desk.goTo': ({ number }) => {
      const entry = /^2026\/(\d+)-(\d+)$/.exec(number);
      if (entry) return { entryId: toId(`c${Number(entry[1]) - 100}-e${entry[2]}`) };
      const file = cases.find((row) => row.caseNumber === number);
      return file ? { caseId: file.id } : no('not-found');
    },
    'cases.search': ({ text, statuses, mine, ...range }) =>
      slice(
        cases
          .filter((row) => `${row.caseNumber} ${row.title}`.toLowerCase().includes(text.toLowerCase()))
          .filter((row) => statuses.length === 0 || statuses.includes(row.status))
          .filter((row) => !mine || row.ownerName === user?.name),
        range,
      ),
    'cases.open': ({ caseId }) => {
      const row = fakeCases.find((one) => one.id === caseId);
      if (!row) return no('not-found');
      const closed: Decision = { may: false, code: 'case-closed', facts: { case: row.caseNumber } };
      const open = row.status !== 'A';
      return {
        ...row,
        entryCount: empty ? 0 : row.entryCount,
        ownerId: toId('u1'),
        classId: toId('k411'),
        className: 'Tilsetting',
        screeningFlaws: [],
        ...(row.screened
          ? {
              publicTitle: 'Arbeidsavtale – ***** ved Fjellvik skole',
              screening: {
                accessCode: toId<'access-code'>('P'),
                legalBasis: 'Offl. § 13 jf. fvl. § 13',
                hidesTitle: true,
                hidesParties: true,
                hidesDocuments: true,
              },
            }
          : undefined),
        createdAt: '2026-01-12T08:00:00.000Z',
        createdBy: 'Ingrid Solheim',
        ...(open ? undefined : { closedAt: '2026-06-01T10:00:00.000Z', closedBy: 'Olav Nygård' }),
        register: open ? yes : closed,
        change: open ? yes : closed,
        close: !open
          ? closed
          : row.id === 'c1'
            ? { may: false, code: 'signing-running', facts: { count: 2 } }
            : centreOnly(),
        reopen: open ? { may: false, code: 'case-open', facts: { case: row.caseNumber } } : centreOnly(),
        waitingAnswers: open ? 0 : 1,
        runningJobs: row.id === 'c1' ? 2 : 0,
        unscreenedEntries: 0,
      };
    },
    'cases.entries': ({ caseId, text, ...range }) =>
      slice(
        empty
          ? []
          : entriesOf(caseId).filter((row) =>
              `${row.recordNumber} ${row.title} ${row.partyNames}`.toLowerCase().includes(text.toLowerCase()),
            ),
        range,
      ),
    'cases.log': () => ({
      rows: [
        {
          subject: 'case',
          subjectId: 'c1',
          ...fieldChanged('saksstatus', 'R', 'B'),
          at: '2026-01-13T08:10:00.000Z',
          by: 'Olav Nygård',
        },
        {
          subject: 'entry',
          subjectId: 'c1',
          recordNumber: '2026/101-1',
          ...fieldChanged('tittel', 'Avtale', 'Arbeidsavtale til signering'),
          at: '2026-02-03T12:44:00.000Z',
          by: 'Ingrid Solheim',
        },
      ],
    }),
    'cases.classes': () => ({ classes: [...classes] }),
    'cases.create': () => ({ caseId: toId('c2') }),
    'cases.change': () => ({}),
    'cases.close': () => ({}),
    'cases.reopen': () => ({ filed: 1 }),
    'policy.read': () => ({ policy, change: centreOnly() }),
    'policy.change': (input) => {
      if (input.policy.maxTitle > 80)
        return no('policy-out-of-bounds', { field: 'maxTitle', min: 1, max: 80 });
      policy = input.policy;
      return {};
    },
    'service.read': () => ({
      environment: 'training',
      organisation: '974760673',
      certificateExpiresAt: '2027-01-02T12:00:00.000Z',
      nextPollAt: '2026-11-20T22:10:00.000Z',
      test: yes,
      change: { may: false, code: 'service-is-training' },
      allowed: ['difitest', 'production'],
      anchorsWithSegl: { difitest: 0, production: 0 },
    }),
    'restoration.read': () => ({ unknown: [], lost: [], settle: centreOnly() }),
    'desk.notices': () => ({ serviceMissing: false, accessReviewDue: false, downloads: [] }),
    'users.list': () => ({ users: [...users], units, change: centreOnly() }),
    'service.test': () => ({
      outcome: 'works',
      detail: 'GET / 200',
      organisation: '974760673',
      certificateExpiresAt: '2027-01-02T12:00:00.000Z',
    }),
    'signing.fetchNow': () => ({ received: 1, nextAt: '2026-11-20T22:10:00.000Z' }),
    'entries.create': () => ({ entryId: toId('c2-e1') }),
  };
}
