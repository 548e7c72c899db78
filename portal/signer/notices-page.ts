import { timingSafeEqual } from 'node:crypto';
import { toDayAndTime } from '../domain/clock.ts';
import { isOpenFor, type Job, type Signer } from '../domain/job.ts';
import { endJob } from '../jobs/answer-job.ts';
import { html } from './html.ts';
import { errorNote, notePage, notFoundPage, page, type Reply, redirect } from './page.ts';
import { startSession } from './session.ts';
import { sessionCookieOf } from './start-page.ts';
import type { Visit } from './visit.ts';

const maxWrongCodes = 3;

/** What e-mail and SMS would have said, newest first; the codes of those addressed by contact information too. */
export function noticesPage(visit: Visit): Reply {
  const { texts, context } = visit;
  const now = context.clock.now();
  const open = context.jobs
    .all()
    .toReversed()
    .flatMap((job) =>
      job.signers.filter((signer) => isOpenFor(signer, now)).map((signer) => ({ job, signer })),
    );
  return page(
    visit,
    texts.notices,
    html`<p>${texts.noticesIntro}</p>${open.length === 0 && html`<p class="quiet">${texts.noNotices}</p>`}
<ul class="plain">${open.map(({ job, signer }) => notice(visit, job, signer))}</ul>`,
  );
}

function notice({ texts, context }: Visit, job: Job, signer: Signer) {
  const to = [signer.email, signer.mobile].filter((one) => one !== undefined).join(', ') || signer.name;
  const link =
    signer.number === undefined ? `/lenke/${signer.id}` : `/oppdrag/${job.id}?signer=${signer.number}`;
  const code = signer.number === undefined ? (codeOf(context, signer.id)?.code ?? undefined) : undefined;
  return html`<li class="card"><h2>${job.nonsensitiveTitle ?? texts.document}</h2>
<p>${texts.noticeTo} ${to}</p><p>${texts.from} ${job.senderName}</p>
<p class="deadline">${texts.deadline(toDayAndTime(signer.deadlineAt ?? 0))}</p>
${code && html`<p>${texts.securityCode}: <strong>${code}</strong></p>`}
<p><a href="${link}">${texts.openDocument}</a></p></li>`;
}

type CodeRow = { readonly job: number; readonly code: string | null; readonly wrong_codes: number };

const codeOf = (context: Visit['context'], signerId: number) =>
  context.database
    .prepare<[number], CodeRow>('SELECT job, code, wrong_codes FROM signers WHERE id = ?')
    .get(signerId);

/** Link of a signer addressed by contact information: the code comes first. */
export function codePage(visit: Visit, signerId: number, error?: string): Reply {
  const { texts, context } = visit;
  const row = codeOf(context, signerId);
  if (!row?.code || !isOpen(visit, row.job, signerId)) return notFoundPage(visit);
  return page(
    visit,
    texts.codeTitle,
    html`<p>${texts.codeIntro}</p>${errorNote(error)}
<form method="post" action="/lenke/${signerId}" class="card"><div class="field">
<label for="kode">${texts.securityCode}</label>
<input type="text" id="kode" name="kode" inputmode="numeric" autocomplete="off" required maxlength="12"></div>
<button>${texts.next}</button></form>`,
    error === undefined ? 200 : 400,
  );
}

export function enterCode(visit: Visit, signerId: number): Reply {
  const { texts, context } = visit;
  const row = codeOf(context, signerId);
  if (!row?.code || !isOpen(visit, row.job, signerId)) return notFoundPage(visit);
  if (isSame((visit.form.get('kode') ?? '').trim(), row.code)) {
    return redirect(`/oppdrag/${row.job}`, {
      'Set-Cookie': sessionCookieOf(startSession(context, { signerId })),
    });
  }
  const wrong = row.wrong_codes + 1;
  context.database.prepare('UPDATE signers SET wrong_codes = ? WHERE id = ?').run(wrong, signerId);
  if (wrong < maxWrongCodes) return codePage(visit, signerId, texts.wrongCode(maxWrongCodes - wrong));
  endJob(context, row.job, signerId, 'BLOCKED');
  return notePage(visit, texts.closedTitle, texts.blocked, 403);
}

function isOpen(visit: Visit, jobId: number, signerId: number): boolean {
  const signer = visit.context.jobs.find(jobId)?.signers.find((one) => one.id === signerId);
  return signer !== undefined && isOpenFor(signer, visit.context.clock.now());
}

function isSame(typed: string, code: string): boolean {
  const [a, b] = [Buffer.from(typed), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}
