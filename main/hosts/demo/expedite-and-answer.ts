import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { codesOf, isCode } from '../../../domain/codes.ts';
import { type Finding, type FindingCode, stop } from '../../../domain/findings.ts';
import type { RefusalCode } from '../../../domain/refusals.ts';
import type { InputOf, MethodName, OutputOf, Reply } from '../../../preload/contract/contract.ts';
import type { EntryView } from '../../../preload/contract/entries.ts';
import { demoTexts } from '../../../texts/demo.ts';
import type { Application } from '../../application/application.ts';
import type { DemoOptions } from './options.ts';
import { StoppedByRules } from './stopped-by-rules.ts';

type Ask = <M extends MethodName>(name: M, input: InputOf<M>) => Promise<Reply<OutputOf<M>>>;
type Act = (act: 'sign' | 'reject', serviceJobId: string, identityNumber: string) => Promise<void>;
type Say = (line: string) => void;

const t = demoTexts.nb;

export type Answered = {
  readonly caseNumber: string;
  readonly outgoing: string;
  readonly incoming: string;
  readonly job: string;
  readonly outcome: 'signed' | 'failed';
  readonly mergedUrl: string;
  readonly signedUrl?: string;
  readonly noteUrl?: string;
  readonly findings: readonly Finding[];
};

/** What a file that is not taken in would have been as a finding; anything else could not be made a PDF. */
const documentFindings = {
  'file-empty': 'document-empty',
  'file-kind-unknown': 'document-kind-unknown',
  'file-encrypted': 'document-encrypted',
  'file-damaged': 'document-damaged',
  'file-no-pages': 'document-no-pages',
  'file-signed': 'document-signed',
} as const satisfies Partial<Record<RefusalCode, FindingCode>>;

/** Registers, checks, expedites, lets the signers act and waits until the answer is filed. Throws {@link StoppedByRules}. */
export async function expediteAndAnswer(
  app: Application,
  act: Act,
  options: DemoOptions,
  say: Say,
): Promise<Answered> {
  // The application checks both sides against the contract, so what comes back has the shape of its method.
  const ask: Ask = (name, input) => app.ask(name, input) as Promise<Reply<never>>;
  const { caseId, caseNumber } = await openCase(ask);
  say(t.newCase(caseNumber));
  const title = options.title ?? basename(options.main).replace(/\.[^.]*$/u, '');
  const entry = await registerEntry(app, ask, { caseId, caseNumber, title }, options, say);
  const order = await prepare(ask, entry.id, options);
  const check = must(await ask('dispatch.check', { entryId: entry.id, order }));
  if (!check.mayDispatch || !check.merged)
    throw new StoppedByRules(check.findings, caseNumber, entry.recordNumber);
  say(t.merged(check.merged.pages, check.merged.bytes));

  const expedited = await ask('dispatch.expedite', {
    entryId: entry.id,
    order,
    seenMerged: check.merged.sha256,
  });
  if (!expedited.ok && expedited.refusal.findings)
    throw new StoppedByRules(expedited.refusal.findings, caseNumber, entry.recordNumber);
  must(expedited);
  say(t.expedited);
  const sent = await entryWhen(
    app,
    ask,
    entry.id,
    (view) => view.jobs[0]?.state === 'inProgress' || view.jobs[0]?.state === 'sendFailed',
  );
  const job = sent.jobs[0];
  if (job?.state !== 'inProgress')
    throw new Error(t.notTaken(job?.lastFault?.code ?? '', job?.lastFault?.detail ?? ''));
  const serviceJobId = job.serviceJobId ?? '';
  say(t.sent(serviceJobId));

  await letSignersAct(act, serviceJobId, options, say);
  const answered = await entryWhen(
    app,
    ask,
    entry.id,
    (view) => view.jobs[0]?.answer?.filedAs !== undefined,
    true,
  );
  const filed = answered.jobs[0]?.answer?.filedAs;
  if (!filed) throw new Error('the answer was not filed');
  const incoming = must(await ask('entries.open', { entryId: filed.entryId }));
  const mergedUrl = job.merged.url;
  if (!mergedUrl) throw new Error('who sent it may not read it');
  say(t.filed(incoming.recordNumber, incoming.title));
  const fileOf = (type: string) =>
    incoming.documents.find((document) => document.type === type)?.current?.url;
  return {
    caseNumber,
    outgoing: entry.recordNumber,
    incoming: incoming.recordNumber,
    job: serviceJobId,
    outcome: answered.jobs[0]?.state === 'completed' ? 'signed' : 'failed',
    mergedUrl,
    signedUrl: fileOf('signert'),
    noteUrl: fileOf('avslag'),
    findings: check.findings,
  };
}

async function openCase(ask: Ask): Promise<{ caseId: string; caseNumber: string }> {
  const session = must(await ask('session.open', {}));
  const clerk = session.users.find((user) => user.roles.includes('caseworker')) ?? session.user;
  must(await ask('session.switchUser', { userId: clerk.id }));
  const { classes } = must(await ask('cases.classes', {}));
  const selectable = classes.find((candidate) => candidate.selectable);
  if (!selectable) throw new Error('the archive has no class for cases');
  const input = {
    title: t.caseTitle,
    classId: selectable.id,
    ownerId: clerk.id,
    adminUnit: clerk.adminUnit,
  };
  const { caseId } = must(await ask('cases.create', input));
  return { caseId, caseNumber: must(await ask('cases.open', { caseId })).caseNumber };
}

async function registerEntry(
  app: Application,
  ask: Ask,
  {
    caseId,
    caseNumber,
    title,
  }: { readonly caseId: string; readonly caseNumber: string; readonly title: string },
  options: DemoOptions,
  say: Say,
): Promise<EntryView> {
  const parties = options.signers.map(({ identityNumber }) => ({
    kind: 'EM' as const,
    name: signerName(identityNumber),
    isFirm: false,
  }));
  const { entryId } = must(await ask('entries.create', { caseId, type: 'U', title, parties }));
  const view = async () => must(await ask('entries.open', { entryId }));
  say(t.outgoing((await view()).recordNumber, title));
  const refused: Finding[] = [];
  for (const [position, path] of [options.main, ...options.attachments].entries()) {
    const staged = must(await app.stage(await readFile(path)));
    const added = await ask('documents.add', {
      entryId,
      stagedId: staged.stagedId,
      fileName: basename(path),
    });
    if (!added.ok) {
      const code = isCode(codesOf(documentFindings), added.refusal.code)
        ? documentFindings[added.refusal.code]
        : 'document-not-pdf';
      refused.push(stop(code, `documents.${position}`, { document: basename(path) }));
      continue;
    }
    say(position === 0 ? t.mainDocument(basename(path)) : t.attachment(position, basename(path)));
  }
  if (refused.length > 0) throw new StoppedByRules(refused, caseNumber, (await view()).recordNumber);
  const { revision } = await view();
  await ask('entries.setStatus', { entryId, revision, to: 'F' });
  return view();
}

async function prepare(
  ask: Ask,
  entryId: string,
  options: DemoOptions,
): Promise<InputOf<'dispatch.check'>['order']> {
  const prepared = must(await ask('dispatch.prepare', { entryId }));
  const recipients = options.signers.map(({ identityNumber, group }) => ({
    name: signerName(identityNumber),
    identityNumber,
    group,
  }));
  const { rightsConfirmed } = options;
  return { ...prepared.order, recipients, agreedWithLeader: true, rightsConfirmed };
}

/** Signs for each signer in signing order, and stops at the first refusal, which ends the job. */
async function letSignersAct(act: Act, serviceJobId: string, options: DemoOptions, say: Say): Promise<void> {
  for (const { identityNumber } of [...options.signers].sort((a, b) => a.group - b.group)) {
    const refuses = identityNumber === options.refuse;
    await act(refuses ? 'reject' : 'sign', serviceJobId, identityNumber);
    say(refuses ? t.refused(signerName(identityNumber)) : t.signed(signerName(identityNumber)));
    if (refuses) return;
  }
}

/** Reads the entry again whenever the application has news of it, until it is as awaited. */
async function entryWhen(
  app: Application,
  ask: Ask,
  entryId: string,
  awaited: (view: EntryView) => boolean,
  fetch = false,
): Promise<EntryView> {
  let wake = () => {};
  const stop = app.onEvent(() => wake());
  const giveUp = AbortSignal.timeout(120_000);
  try {
    for (;;) {
      const event = new Promise<void>((resolve) => {
        wake = resolve;
        giveUp.addEventListener('abort', () => resolve(), { once: true });
      });
      const view = must(await ask('entries.open', { entryId }));
      if (awaited(view)) return view;
      if (giveUp.aborted) throw new Error('gave up waiting for the signing service');
      if (fetch) must(await ask('signing.fetchNow', {}));
      await event;
    }
  } finally {
    stop();
  }
}

const signerName = (identityNumber: string): string =>
  t.signer(identityNumber.replace(/\D/gu, '').slice(0, 6));

function must<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new Error(
    `${reply.refusal.code} ${JSON.stringify(reply.refusal.facts ?? {})} ${reply.refusal.reference ?? ''}`,
  );
}
