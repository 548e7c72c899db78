import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toId } from '../../domain/basics.ts';
import { checkDispatch, type DispatchFacts } from '../../domain/dispatch-check.ts';
import { type DispatchOrder, freshOrder } from '../../domain/dispatch-order.ts';
import { type Finding, mayDispatch } from '../../domain/findings.ts';
import { routinePolicy } from '../../domain/limits.ts';

const facts: DispatchFacts = {
  entry: {
    type: 'U',
    status: 'F',
    title: 'Husleiekontrakt',
    nonSensitiveTitle: undefined,
    screening: undefined,
    sentAt: undefined,
  },
  caseFile: { caseNumber: '2026/1', open: true, title: 'Kommunal bolig', screened: false },
  screeningFlaws: [],
  jobRunning: false,
  parties: [],
  restored: false,
  jobLost: false,
  documents: [{ title: 'Husleiekontrakt', finished: true, warnings: [] }],
  merged: { bytes: 1000, pages: 2 },
  mergeFailed: false,
  mayChangeDeadline: false,
  policy: routinePolicy,
  training: true,
  knownReach: new Map(),
};
const order = freshOrder({
  recipients: [{ name: 'Prøve Person', identityNumber: '17912099997', group: 0 }],
  agreedWithLeader: true,
});
const recipients = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `Person ${at}`,
    identityNumber: at === 0 ? '17912099997' : '12829499914',
    group: 0,
  }));
const codes = (findings: readonly Finding[]) =>
  findings.map((finding) => `${finding.severity}:${finding.code}@${finding.field}`);
const entry = (change: Partial<DispatchFacts['entry']>): Partial<DispatchFacts> => ({
  entry: { ...facts.entry, ...change },
});
const documents = (...change: Partial<DispatchFacts['documents'][number]>[]): Partial<DispatchFacts> => ({
  documents: change.map((one, at) => ({
    title: at === 0 ? 'Husleiekontrakt' : `Vedlegg ${at}`,
    finished: true,
    warnings: [],
    ...one,
  })),
});

test('an entry in order has no findings', () => {
  expect(checkDispatch(order, facts)).toEqual([]);
});

describe('the entry', () => {
  test.each<[string, Partial<DispatchFacts>, string[]]>([
    [
      'an incoming entry cannot be dispatched',
      entry({ type: 'I', status: 'J' }),
      ['stop:entry-not-outgoing@entry'],
    ],
    ['a reserved entry must be finished first', entry({ status: 'R' }), ['stop:entry-not-final@entry']],
    [
      'a dispatched entry is dispatched once only',
      entry({ status: 'E', sentAt: '2026-01-01T00:00:00.000Z' }),
      ['stop:already-dispatched@entry'],
    ],
    ['an archived entry is not dispatched', entry({ status: 'A' }), ['stop:already-dispatched@entry']],
    ['a running job keeps a second one away', { jobRunning: true }, ['stop:dispatch-running@entry']],
    ['a closed case stops it', { caseFile: { ...facts.caseFile, open: false } }, ['stop:case-closed@entry']],
    ['a reader may not dispatch', { barred: { code: 'not-allowed' } }, ['stop:not-allowed@entry']],
    [
      'one of another unit is told so, and nothing of what stands in it',
      { barred: { code: 'other-unit' }, ...entry({ title: '' }), documents: [] },
      ['stop:other-unit@entry'],
    ],
    [
      'one who is not cleared is told of the code',
      { barred: { code: 'not-cleared', facts: { code: 'P' } } },
      ['stop:not-cleared@entry'],
    ],
    [
      'approval is asked for when the policy says so',
      { policy: { ...routinePolicy, approvalRequired: true } },
      ['stop:approval-missing@entry'],
    ],
    [
      'personnel matters should be screened',
      entry({ title: 'Arbeidsavtale' }),
      ['warning:main-title-differs@title', 'warning:personnel-unscreened@entry'],
    ],
  ])('%s', (_, change, expected) => {
    expect(codes(checkDispatch(order, { ...facts, ...change }))).toEqual(expected);
  });
});

describe('titles', () => {
  const titled = (title: string) => ({ ...facts, ...entry({ title }), ...documents({ title }) });
  test.each([
    ['80 letters', 'x'.repeat(80), []],
    ['81 letters', 'x'.repeat(81), ['stop:title-too-long@title']],
    ['80 emoji', '🏠'.repeat(80), []],
    ['81 emoji', '🏠'.repeat(81), ['stop:title-too-long@title']],
    ['80 letters with combining marks that have a precomposed form', 'a\u030a'.repeat(80), []],
    ['41 letters with marks that stay two code points', 'x\u0301'.repeat(41), ['stop:title-too-long@title']],
    ['blanks only', '   ', ['stop:title-missing@title']],
    ['a control character', 'Leie\u0001avtale', ['stop:title-characters@title']],
    ['half a surrogate pair', 'Leie\ud83c', ['stop:title-characters@title']],
  ])('%s', (_, title, expected) => {
    expect(codes(checkDispatch(order, titled(title)))).toEqual(expected);
  });

  test('the sentence can say how much too long it is', () => {
    const [finding] = checkDispatch(order, titled('y'.repeat(84)));
    expect(finding?.facts).toEqual({ length: 84, max: 80, over: 4 });
  });

  test('a screened entry should have a title that notices may show', () => {
    const screening = {
      accessCode: toId<'access-code'>('P'),
      legalBasis: 'Offl. § 13',
      hidesTitle: true,
      hidesParties: false,
      hidesDocuments: true,
    } as const;
    expect(codes(checkDispatch(order, { ...facts, ...entry({ screening }) }))).toEqual([
      'warning:nonsensitive-title-missing@nonSensitiveTitle',
    ]);
    expect(checkDispatch(order, { ...facts, ...entry({ screening, nonSensitiveTitle: 'Brev' }) })).toEqual(
      [],
    );
  });
});

describe('documents', () => {
  test.each<[string, Partial<DispatchFacts>, string[]]>([
    ['no document at all', documents(), ['stop:main-document-missing@documents']],
    [
      'a document that is still being edited',
      documents({ finished: false }),
      ['stop:document-unfinished@documents.0'],
    ],
    [
      'an encrypted attachment',
      documents({}, { fault: 'encrypted' }),
      ['stop:document-encrypted@documents.1'],
    ],
    ['a signed attachment', documents({}, { fault: 'signed' }), ['stop:document-signed@documents.1']],
    [
      'a page that comes out otherwise',
      documents({}, { fault: 'page-differs', page: 3 }),
      ['stop:document-page-differs@documents.1'],
    ],
    ['limits on use', documents({}, { warnings: ['restricted'] }), ['stop:document-restricted@rights']],
    ['form fields', documents({ warnings: ['form-fields'] }), ['warning:document-form-fields@documents.0']],
    [
      'two attachments with one title',
      documents({}, { title: 'Plan' }, { title: 'plan ' }),
      ['warning:attachment-titles-equal@documents.2'],
    ],
    ['exactly 3 145 728 bytes', { merged: { bytes: 3_145_728, pages: 1 } }, []],
    ['3 145 729 bytes', { merged: { bytes: 3_145_729, pages: 1 } }, ['stop:merged-too-large@documents']],
    [
      'a merge that failed for no document in particular',
      { merged: undefined, mergeFailed: true },
      ['stop:merge-failed@documents'],
    ],
  ])('%s', (_, change, expected) => {
    expect(codes(checkDispatch(order, { ...facts, ...change }))).toEqual(expected);
  });
});

describe('recipients', () => {
  const withRecipients = (list: DispatchOrder['recipients'], change: Partial<DispatchFacts> = {}) =>
    codes(checkDispatch({ ...order, recipients: list }, { ...facts, ...change }));
  const one = (identityNumber: string, change: Partial<DispatchOrder['recipients'][number]> = {}) => [
    { name: 'Prøve Person', identityNumber, group: 0, ...change },
  ];

  test('none', () => expect(withRecipients([])).toEqual(['stop:recipient-missing@recipients']));
  test('eleven', () =>
    expect(withRecipients(recipients(11))).toContain('stop:recipients-too-many@recipients'));
  test('the same person twice, however typed', () => {
    expect(withRecipients([...one('17912099997'), ...one('179120 99997')])).toEqual([
      'stop:recipient-twice@recipients.1',
    ]);
  });
  test.each([
    ['', 'stop:identity-number-missing@recipients.0'],
    ['123', 'stop:identity-number-length@recipients.0'],
    ['17912099998', 'stop:identity-number-wrong@recipients.0'],
  ])('the number %j', (number, expected) => expect(withRecipients(one(number))).toEqual([expected]));
  test('a D-number may sign', () => expect(withRecipients(one('57912075186'))).toEqual([]));
  test('a synthetic number stops in production', () => {
    expect(withRecipients(one('17912099997'), { training: false })).toEqual([
      'stop:identity-number-synthetic@recipients.0',
    ]);
  });
  test('a number that may be a real person’s is warned about in training', () => {
    expect(withRecipients(one('02013299997'))).toEqual(['warning:identity-number-real@recipients.0']);
    expect(withRecipients(one('02013299997'), { training: false })).toEqual([]);
  });
  test('the control digit of 2032 is warned about', () => {
    expect(withRecipients(one('30108299939'), { training: false })).toEqual([
      'warning:identity-number-2032@recipients.0',
    ]);
  });
  test('a firm needs the person who signs for it', () => {
    expect(withRecipients(one('', { name: 'Bygg AS', onBehalfOf: { name: 'Bygg AS' } }))).toEqual([
      'stop:firm-without-signer@recipients.0',
    ]);
  });
  test.each([-1, 10, 1.5])('group %d is outside what the service takes', (group) => {
    expect(withRecipients(one('17912099997', { group }))).toEqual(['stop:group-out-of-range@recipients.0']);
  });
  test('who could not be reached last time is warned about', () => {
    expect(
      withRecipients(one('17912099997'), { knownReach: new Map([['17912099997', 'reserved']]) }),
    ).toEqual(['warning:addressee-reserved@recipients.0']);
  });
});

describe('message, deadline and leader', () => {
  const ordered = (change: Partial<DispatchOrder>, mayChangeDeadline = false) =>
    codes(checkDispatch({ ...order, ...change }, { ...facts, mayChangeDeadline }));
  test('220 characters fit, 221 do not', () => {
    expect(ordered({ message: 'm'.repeat(220) })).toEqual([]);
    expect(ordered({ message: 'm'.repeat(221) })).toEqual(['stop:message-too-long@message']);
  });
  test('only the document centre changes the deadline', () => {
    expect(ordered({ deadlineDays: 14 })).toEqual(['stop:deadline-not-yours@deadline']);
    expect(ordered({ deadlineDays: 14 }, true)).toEqual([]);
  });
  test.each([0, 91, -1, 1.5, Number.NaN])('%d days is out of range', (deadlineDays) => {
    expect(ordered({ deadlineDays }, true)).toEqual(['stop:deadline-out-of-range@deadline']);
  });
  test('the leader’s consent is asked for, not demanded', () => {
    expect(ordered({ agreedWithLeader: false })).toEqual(['warning:leader-not-agreed@leader']);
  });
  test('the right to send a file with limits on its use is demanded, for each such file', () => {
    const limited = documents({ warnings: ['restricted'] }, {}, { warnings: ['restricted'] });
    const checked = (rightsConfirmed: boolean) =>
      codes(checkDispatch({ ...order, rightsConfirmed }, { ...facts, ...limited }));
    expect(checked(false)).toEqual(Array(2).fill('stop:document-restricted@rights'));
    expect(checked(true)).toEqual(Array(2).fill('warning:document-rights-confirmed@rights'));
    expect(ordered({ rightsConfirmed: true })).toEqual([]);
  });
});

test('whatever is typed, the check answers, and an order it lets through keeps every limit', () => {
  const anyOrder = fc.record({
    recipients: fc.array(
      fc.record({
        name: fc.string(),
        identityNumber: fc.oneof(fc.string(), fc.constantFrom('17912099997', '12829499914', '57912075186')),
        group: fc.integer({ min: -2, max: 12 }),
      }),
      { maxLength: 12 },
    ),
    message: fc.string({ maxLength: 250 }),
    deadlineDays: fc.oneof(fc.constant(30), fc.integer({ min: -5, max: 100 })),
    agreedWithLeader: fc.boolean(),
  });
  fc.assert(
    fc.property(anyOrder, fc.string({ unit: 'binary', maxLength: 100 }), (any, title) => {
      const findings = checkDispatch(freshOrder(any), {
        ...facts,
        ...entry({ title }),
        mayChangeDeadline: true,
      });
      if (!mayDispatch(findings)) return;
      expect(any.recipients.length).toBeGreaterThan(0);
      expect(any.recipients.length).toBeLessThanOrEqual(10);
      expect([...title.normalize('NFC').trim()].length).toBeGreaterThan(0);
      expect([...any.message.normalize('NFC')].length).toBeLessThanOrEqual(220);
      expect(any.deadlineDays).toBeGreaterThanOrEqual(1);
      expect(any.deadlineDays).toBeLessThanOrEqual(90);
    }),
  );
});
