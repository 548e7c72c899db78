import { toDayAndTime } from '../domain/clock.ts';
import { isOpenFor, type Job, type Signer } from '../domain/job.ts';
import { endJob, signJob } from '../jobs/answer-job.ts';
import { hasSignedDocument } from '../jobs/portal-context.ts';
import type { StoredDocument } from '../store/job-store.ts';
import { type Html, html } from './html.ts';
import { errorNote, formKey, notePage, page, type Reply, redirect } from './page.ts';
import type { Visitor } from './session.ts';
import type { Visit } from './visit.ts';

export type JobVisit = Visit & { readonly visitor: Visitor; readonly job: Job; readonly signer: Signer };

/** Read, sign or reject; what it came to once it is over. */
export function jobPage(visit: JobVisit, error?: string): Reply {
  const { texts, job, signer, context, visitor } = visit;
  if (!isOpenFor(signer, context.clock.now())) return receiptPage(visit);
  return page(
    visit,
    job.title,
    html`<dl><dt>${texts.from}</dt><dd>${job.senderName}</dd></dl>
<p class="deadline">${texts.deadline(toDayAndTime(signer.deadlineAt ?? 0))}</p>
${job.description && html`<h2>${texts.message}</h2><blockquote>${job.description}</blockquote>`}
${otherSigners(visit)}
${context.jobs.documentsOf(job.id).map((document, index) => documentSection(visit, document, index))}
<h2 id="svar">${texts.yourAnswer}</h2>
${errorNote(error)}
<form method="post" action="/oppdrag/${job.id}/signer" id="signer">${formKey(visitor)}
<label class="tick"><input type="checkbox" name="lest" value="ja" required>${texts.confirmRead}</label></form>
<div class="actions"><button form="signer">${texts.sign}</button>
<form method="get" action="/oppdrag/${job.id}/avvis"><button class="danger">${texts.reject}</button></form></div>`,
    error === undefined ? 200 : 400,
  );
}

function documentSection({ texts, job }: JobVisit, document: StoredDocument, index: number): Html {
  const address = `/oppdrag/${job.id}/dokument/${index + 1}.pdf`;
  return html`<section><h2>${document.title}</h2>
<iframe src="${address}" title="${texts.document}: ${document.title}"></iframe>
<p><a href="${address}" target="_blank" rel="noopener">${texts.openDocument}</a></p></section>`;
}

function otherSigners({ texts, job, signer }: JobVisit): Html {
  const others = job.signers.filter((one) => one.id !== signer.id);
  if (others.length === 0) return html``;
  const chained = new Set(job.signers.map((one) => one.order)).size > 1;
  const steps = [...new Set(job.signers.map((one) => one.order))].sort((a, b) => a - b);
  const step = (one: Signer) => chained && html` · ${texts.order(steps.indexOf(one.order) + 1)}`;
  return html`<h2>${texts.otherSigners}</h2>
<ul>${others.map((one) => html`<li>${one.name}: ${texts.status[one.status]}${step(one)}</li>`)}</ul>`;
}

export function sign(visit: JobVisit): Reply {
  const { context, job, signer, texts } = visit;
  if (visit.form.get('lest') !== 'ja') return jobPage(visit, texts.mustConfirm);
  signJob(context, job.id, signer.id);
  return redirect(`/oppdrag/${job.id}/kvittering`);
}

export function rejectPage(visit: JobVisit): Reply {
  const { texts, job, signer, context, visitor } = visit;
  if (!isOpenFor(signer, context.clock.now())) return receiptPage(visit);
  return page(
    visit,
    texts.rejectTitle,
    html`<p><strong>${job.title}</strong></p><p>${texts.rejectText}</p>
<div class="actions"><form method="post" action="/oppdrag/${job.id}/avvis">${formKey(visitor)}
<button class="danger">${texts.confirmReject}</button></form>
<a class="button second" href="/oppdrag/${job.id}">${texts.back}</a></div>`,
  );
}

export function reject(visit: JobVisit): Reply {
  endJob(visit.context, visit.job.id, visit.signer.id, 'REJECTED');
  return redirect(`/oppdrag/${visit.job.id}/kvittering`);
}

export function receiptPage(visit: JobVisit): Reply {
  const { texts, job, signer } = visit;
  if (isOpenFor(signer, visit.context.clock.now())) return redirect(`/oppdrag/${job.id}`);
  if (signer.status === 'REJECTED') return receipt(visit, texts.rejectedTitle, texts.rejectedText);
  if (signer.status === 'SIGNED') return receipt(visit, texts.signedTitle, texts.signedText);
  return notePage(visit, texts.closedTitle, texts.status[signer.status], 200);
}

function receipt(visit: JobVisit, title: string, text: string): Reply {
  const { texts, job, signer } = visit;
  const download = signer.status === 'SIGNED' && hasSignedDocument(job);
  return page(
    visit,
    title,
    html`<p><strong>${job.title}</strong><br><span class="quiet">${toDayAndTime(signer.since)}</span></p><p>${text}</p>
<div class="actions">${download && html`<a class="button" href="/oppdrag/${job.id}/signert.pdf">${texts.download}</a>`}
<a class="button second" href="/">${texts.toOverview}</a></div>`,
  );
}
