import { toDay, toDayAndTime } from '../domain/clock.ts';
import { isIdentityNumber } from '../domain/identity-number.ts';
import { isOpenFor, type Job, type Signer } from '../domain/job.ts';
import { hasSignedDocument } from '../jobs/portal-context.ts';
import { lookUpPerson } from '../training/register.ts';
import { type Html, html } from './html.ts';
import { errorNote, page, type Reply, redirect } from './page.ts';
import { ownSigner, sessionCookie, startSession, type Visitor } from './session.ts';
import type { Visit } from './visit.ts';

/** The overview of whoever has logged in, else the log-in page. */
export const startPage = (visit: Visit): Reply =>
  visit.visitor ? overview(visit, visit.visitor) : logInPage(visit, { next: '/' });

export type LogInWish = { readonly next: string; readonly number?: string; readonly error?: string };

/** Someone to be: a number typed, or one of those who have something to sign. */
export function logInPage(visit: Visit, wish: LogInWish, status = 200): Reply {
  const { texts, context } = visit;
  const waiting = context.jobs
    .waitingNumbers(context.clock.now())
    .map(lookUpPerson)
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  const next = html`<input type="hidden" name="til" value="${wish.next}">`;
  const described = wish.error === undefined ? 'hint' : 'hint feil';
  return page(
    visit,
    texts.logInTitle,
    html`<p>${texts.logInIntro}</p>
${errorNote(wish.error)}
<form method="post" action="/logg-inn" class="card">${next}
<div class="field"><label for="nummer">${texts.number}</label><p class="quiet" id="hint">${texts.numberHint}</p>
<input type="text" id="nummer" name="nummer" inputmode="numeric" autocomplete="off" required maxlength="20"
 aria-describedby="${described}" value="${wish.number ?? ''}"></div>
<button>${texts.logIn}</button></form>
<h2>${texts.waitingPersons}</h2>
${waiting.length === 0 && html`<p class="quiet">${texts.noWaitingPersons}</p>`}
<ul class="plain">${waiting.map(
      (person) => html`<li class="card"><form method="post" action="/logg-inn" class="actions">${next}
<input type="hidden" name="nummer" value="${person.number}"><button class="second">${texts.logInAs(person.name)}</button>
<span class="quiet">${person.number}</span></form></li>`,
    )}</ul>
<p><a href="/varsler">${texts.notices}</a></p>`,
    status,
  );
}

export function logIn(visit: Visit): Reply {
  const typed = visit.form.get('nummer') ?? '';
  const number = typed.replace(/[\s.-]/g, '');
  const next = localPath(visit.form.get('til'));
  if (!isIdentityNumber(number, visit.context.clock.now())) {
    return logInPage(visit, { next, number: typed, error: visit.texts.invalidNumber }, 400);
  }
  return redirect(next, { 'Set-Cookie': sessionCookieOf(startSession(visit.context, { number })) });
}

/** Lax lets a link from elsewhere find the session; forms carry a key of their own. */
export const sessionCookieOf = (token: string) => `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax`;

/** A path on this site, never an address elsewhere. */
export const localPath = (text: string | null) => (text && /^\/(?![/\\])[^\s\\]*$/.test(text) ? text : '/');

function overview(visit: Visit, visitor: Visitor): Reply {
  const { texts, context } = visit;
  const now = context.clock.now();
  const mine = visitor.number === undefined ? [] : context.jobs.jobsOf(visitor.number);
  const all = mine.flatMap((job) => {
    const signer = ownSigner(job, visitor, now);
    return signer ? [{ job, signer }] : [];
  });
  const open = all.filter(({ signer }) => isOpenFor(signer, now));
  const past = all.filter(({ signer }) => !isOpenFor(signer, now));
  return page(
    visit,
    texts.myJobs,
    html`<h2>${texts.toSign}</h2>
${open.length === 0 && html`<p class="quiet">${texts.nothingToSign}</p>`}
<ul class="plain">${open.map(({ job, signer }) => openCard(visit, job, signer))}</ul>
<h2>${texts.history}</h2>
${past.length === 0 && html`<p class="quiet">${texts.noHistory}</p>`}
<ul class="plain">${past.map(({ job, signer }) => pastCard(visit, job, signer))}</ul>`,
  );
}

function openCard({ texts }: Visit, job: Job, signer: Signer): Html {
  return html`<li class="card"><h3><a href="/oppdrag/${job.id}">${job.title}</a></h3>
<p>${texts.from} ${job.senderName}</p>
<p class="deadline">${texts.deadline(toDayAndTime(signer.deadlineAt ?? 0))}</p></li>`;
}

function pastCard({ texts }: Visit, job: Job, signer: Signer): Html {
  const download = signer.status === 'SIGNED' && hasSignedDocument(job);
  return html`<li class="card"><h3>${job.title}</h3><p>${texts.from} ${job.senderName}</p>
<p>${texts.status[signer.status]} ${toDay(signer.since)}</p>
${download && html`<p><a href="/oppdrag/${job.id}/signert.pdf">${texts.download}</a></p>`}</li>`;
}
