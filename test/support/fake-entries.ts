import { PDFDocument, StandardFonts } from 'pdf-lib';
import { type Sha256, toId, toSha256 } from '../../domain/basics.ts';
import { isCalendarDate } from '../../domain/calendar.ts';
import { fieldChanged } from '../../domain/change-log.ts';
import type { Decision } from '../../domain/decision.ts';
import { freshOrder, type ShownOrder, type ShownRecipient } from '../../domain/dispatch-order.ts';
import type { FactsParameter } from '../../domain/facts.ts';
import {
  type Finding,
  type FindingCode,
  type FindingFacts,
  type FindingField,
  stop,
  warning,
} from '../../domain/findings.ts';
import type { InputOf, OutputOf } from '../../preload/contract/contract.ts';
import type { EntryView } from '../../preload/contract/entries.ts';
import type { JobView } from '../../preload/contract/views.ts';
import { type Answers, type FakeApplication, fakeAsk } from './fake-ask.ts';
import { fakeEntry, fakeMunicipality } from './fake-municipality.ts';
import { unit } from './units.ts';

const yes: Decision = { may: true };
export const address = '#/post/e1';

/** A journal entry as the application shows it; `part` replaces what the test is about. */
export const anEntry = (part: Partial<EntryView> = {}): EntryView => ({
  ...fakeEntry(1, 5),
  id: toId('e1'),
  type: 'U',
  status: 'R',
  title: 'Leieavtale for Storgata 14 B',
  caseworkerId: toId('u1'),
  adminUnit: unit('Eiendom'),
  revision: 1,
  createdAt: '2026-11-02T09:00:00.000Z',
  createdBy: 'Ingrid Solheim',
  screeningFlaws: [],
  parties: [],
  documents: [],
  links: [],
  jobs: [],
  job: undefined,
  frozen: ['receivedAt', 'sentAt'],
  steps: [{ to: 'F', decision: { may: false, code: 'main-document-missing' } }],
  change: { may: true },
  dispatch: yes,
  sendAgain: { may: false, code: 'nothing-to-send-again' },
  toMany: { may: true },
  again: [],
  remove: yes,
  mask: yes,
  clear: { may: false, code: 'already-cleared', facts: { entry: '2026/102-5' } },
  accepts: ['.pdf', '.png', '.jpg', '.jpeg'],
  ...part,
});

export const aDocument = (id: string, title: string, number: number): EntryView['documents'][number] => {
  const object = {
    id: toId<'document-object'>(`o-${id}`),
    version: 1,
    variant: 'A' as const,
    format: 'fmt/276',
    fileName: `${id}.pdf`,
    mime: 'application/pdf',
    size: 20_480,
    pages: 3,
    sha256: toSha256('a'.repeat(64)),
    createdAt: '2026-11-02T09:00:00.000Z' as const,
    createdBy: 'Ingrid Solheim',
    url: '/files/object/1',
  };
  return {
    id: toId(id),
    role: number === 1 ? 'H' : 'V',
    number,
    title,
    type: 'kontrakt',
    finished: true,
    withheld: false,
    createdAt: object.createdAt,
    createdBy: object.createdBy,
    current: object,
    objects: [object],
  };
};

export const aParty = (id: string, name: string): EntryView['parties'][number] => ({
  id: toId(id),
  kind: 'EM',
  name,
  isFirm: false,
  withheld: false,
  address: 'Storgata 14 B',
  postalCode: '9998',
  postalPlace: 'Granvik',
  maskedIdentity: '128294 ●●●●●',
});

export const aJob = (part: Partial<JobView> = {}): JobView => ({
  id: toId('j1'),
  entryId: toId('e1'),
  state: 'inProgress',
  withheld: false,
  title: 'Leieavtale for Storgata 14 B',
  message: 'Les og signer.',
  deadlineDays: 30,
  orderedBy: 'Ingrid Solheim',
  orderedAt: '2026-11-03T09:00:00.000Z',
  sentAt: '2026-11-03T09:00:05.000Z',
  latestEnd: '2027-01-02',
  deadlineLimits: { min: 1, max: 90, usual: 30 },
  extend: yes,
  replace: yes,
  remind: { may: false, code: 'service-reminds-itself' },
  notices: [],
  merged: { url: '/files/object/1', bytes: 40_960, pages: 4 },
  signers: [
    {
      id: toId('s1'),
      name: 'Kari Prøve',
      group: 0,
      state: 'signed',
      since: '2026-11-04T10:00:00.000Z',
      hasSignerPage: true,
    },
    {
      id: toId('s2'),
      name: 'Ola Eksempel',
      group: 1,
      state: 'waiting',
      hasSignerPage: true,
    },
    {
      id: toId('s3'),
      name: 'Per Test',
      group: 2,
      state: 'waiting',
      onBehalfOf: 'Granvik Bygg AS',
      hasSignerPage: false,
    },
  ],
  followUp: { may: false, code: 'not-failed' },
  undoFollowUp: { may: false, code: 'not-failed' },
  cancel: yes,
  retry: { may: false, code: 'not-uncertain' },
  declareUnsent: { may: false, code: 'not-uncertain' },
  ...part,
});

export const aFinding = <Code extends FindingCode>(
  code: Code,
  severity: Finding['severity'],
  field: FindingField,
  ...facts: FactsParameter<FindingFacts, Code>
): Finding<Code> => (severity === 'stop' ? stop : warning)(code, field, ...facts);

/** What the fake's archive holds; tests change it between questions. */
export type FakeWorld = {
  entry: EntryView;
  order: ShownOrder;
  findings: (order: ShownOrder) => readonly Finding[];
  mayChangeDeadline: boolean;
  /** Digest of the merged document; another one means another document. */
  merged: Sha256;
  /** Of its documents in the merged file, by id; nothing for one that cannot be merged. */
  weights: Readonly<Record<string, number | undefined>>;
};

export const anOrder = (part: Partial<ShownOrder> = {}): ShownOrder =>
  freshOrder<ShownRecipient>({
    recipients: [
      {
        name: 'Kari Prøve',
        identityNumber: '',
        keptIdentity: { from: 'party', id: 'p1', masked: '128294 ●●●●●' },
        group: 0,
      },
    ],
    agreedWithLeader: true,
    ...part,
  });

/** An application with one entry in it, and a dispatch whose findings are given. */
export async function fakeWithEntry(
  part: Partial<FakeWorld> = {},
  answers: Answers = {},
): Promise<FakeApplication & { readonly world: FakeWorld }> {
  const world: FakeWorld = {
    entry: anEntry(),
    order: anOrder(),
    findings: () => [],
    mayChangeDeadline: true,
    merged: toSha256('b'.repeat(64)),
    weights: {},
    ...part,
  };
  const fake = fakeAsk({
    ...fakeMunicipality(),
    ...entryAnswers(world),
    ...dispatchAnswers(world),
    ...answers,
  });
  const bytes = await threePages();
  fake.files.set('/files/object/1', { mime: 'application/pdf', bytes });
  fake.files.set('/files/damaged', { mime: 'application/pdf', bytes: bytes.slice(0, 200) });
  return Object.assign(fake, { world });
}

const entryAnswers = (world: FakeWorld): Answers => ({
  'entries.open': () => world.entry,
  'entries.change': ({ entryId: _, revision: __, ...changed }) => {
    world.entry = { ...world.entry, ...toView(changed), revision: world.entry.revision + 1 };
    return { revision: world.entry.revision };
  },
  'entries.log': () => ({
    rows: [
      {
        subject: 'entry',
        subjectId: 'e1',
        ...fieldChanged('journalstatus', 'R', 'F'),
        at: '2026-11-03T08:00:00.000Z',
        by: 'Ingrid Solheim',
      },
      {
        subject: 'entry',
        subjectId: 'e1',
        ...fieldChanged('forfallsdato', '(tom)', '2026-12-01'),
        at: '2026-11-02T09:30:00.000Z',
        by: 'Ingrid Solheim',
      },
    ],
  }),
  'entries.setStatus': ({ to }) => {
    world.entry = { ...world.entry, status: to };
    return {};
  },
  'entries.setParties': ({ parties }) => {
    world.entry = {
      ...world.entry,
      parties: parties.map((party, at) => ({
        ...party,
        id: toId(party.id ?? `p${at}`),
        withheld: false,
      })),
      revision: world.entry.revision + 1,
    };
    return { revision: world.entry.revision };
  },
  'entries.revealIdentity': () => ({ identityNumber: '12829499914' }),
  'documents.order': ({ order }) => {
    const documents = order.flatMap((id) => world.entry.documents.find((one) => one.id === id) ?? []);
    world.entry = { ...world.entry, documents };
    return {};
  },
});

const toView = ({
  screening,
  entryId: _,
  caseworkerId,
  documentDate,
  dueOn,
  ...texts
}: Partial<InputOf<'entries.change'>>): Partial<EntryView> => ({
  ...texts,
  ...(documentDate === undefined
    ? undefined
    : { documentDate: isCalendarDate(documentDate) ? documentDate : undefined }),
  ...(dueOn === undefined ? undefined : { dueOn: isCalendarDate(dueOn) ? dueOn : undefined }),
  ...(caseworkerId === undefined ? undefined : { caseworkerId: toId(caseworkerId) }),
  ...(screening === undefined ? undefined : { screening: toScreening(screening) }),
});

const toScreening = (given: InputOf<'entries.change'>['screening']): EntryView['screening'] => {
  if (!given) return undefined;
  const { endsOn = '', accessCode, accessGroup, ...rest } = given;
  return {
    ...rest,
    accessCode: toId(accessCode),
    ...(accessGroup && { accessGroup: toId(accessGroup) }),
    endsOn: isCalendarDate(endsOn) ? endsOn : undefined,
  };
};

const dispatchAnswers = (world: FakeWorld): Answers => ({
  'dispatch.prepare': () => ({
    entryId: toId('e1'),
    caseId: world.entry.caseId,
    recordNumber: world.entry.recordNumber,
    caseNumber: world.entry.caseNumber,
    title: world.entry.title,
    nonSensitiveTitle: world.entry.nonSensitiveTitle ?? '',
    screened: false,
    order: world.order,
    limits: {
      maxTitle: 80,
      maxMessage: 220,
      maxBytes: 3_145_728,
      maxRecipients: 10,
      defaultDeadlineDays: 30,
      minDeadlineDays: 1,
      maxDeadlineDays: 90,
    },
    mayChangeDeadline: world.mayChangeDeadline,
    askAboutLeader: true,
    signedShows: 'number-and-name',
    numberBasis: 'Offl. § 26 femte ledd',
  }),
  'dispatch.revealIdentity': () => ({ identityNumber: '12829499914' }),
  'dispatch.check': ({ order }) => checkOf(world, order),
  'dispatch.weigh': () => ({ ...weightOf(world), maxBytes: 3_145_728 }),
  'dispatch.keepDraft': ({ order }) => {
    world.order = order;
    return {};
  },
  'dispatch.expedite': () => {
    world.entry = {
      ...world.entry,
      status: 'E',
      jobs: [aJob()],
      dispatch: { may: false, code: 'dispatch-running' },
    };
    return { jobId: toId('j1') };
  },
});

/** What the fake's documents weigh: each the same, but where `weights` says another. */
const weightOf = ({ entry, weights }: FakeWorld): Omit<OutputOf<'dispatch.weigh'>, 'maxBytes'> => {
  const documents = entry.documents.map(({ id, title, current }) => ({
    id,
    title,
    mime: current?.mime,
    ...(id in weights && weights[id] === undefined
      ? {}
      : { pages: current?.pages, bytes: weights[id] ?? 20_000 }),
  }));
  return { documents, mergeableBytes: documents.reduce((sum, { bytes = 0 }) => sum + bytes, 2000) };
};

/** What the fake says of an order. */
export function checkOf(world: FakeWorld, order: ShownOrder): OutputOf<'dispatch.check'> {
  const findings = [...world.findings(order)];
  return {
    findings,
    mayDispatch: findings.every((finding) => finding.severity !== 'stop'),
    merged: {
      sha256: world.merged,
      url: '/files/object/1',
      bytes: 1_048_576,
      pages: 3,
    },
    ...weightOf(world),
    titleLength: 28,
    messageLength: order.message.length,
    latestEnd: '2026-12-20',
    identities: order.recipients.map((recipient) => ({
      valid:
        recipient.identityNumber === ''
          ? recipient.keptIdentity !== undefined
          : /^\d{11}$/.test(recipient.identityNumber),
      kind: 'birth-number',
      synthetic: true,
    })),
  };
}

async function threePages(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const number of [1, 2, 3])
    pdf.addPage([595, 842]).drawText(`Prøveside nummer ${number}`, { x: 72, y: 720, size: 24, font });
  return pdf.save();
}
