import { isIdentityNumber } from '../domain/identity-number.ts';
import { hasSignedDocument, settle } from '../jobs/portal-context.ts';
import { signedDocumentOf } from '../jobs/signed-document.ts';
import { type JobVisit, jobPage, receiptPage, reject, rejectPage, sign } from './job-page.ts';
import { codePage, enterCode, noticesPage } from './notices-page.ts';
import { notFoundPage, type Reply, redirect } from './page.ts';
import { endSession, ownSigner, sessionCookie } from './session.ts';
import { localPath, logIn, logInPage, startPage } from './start-page.ts';
import { style } from './style.ts';
import { toLanguage } from './texts.ts';
import type { Visit } from './visit.ts';

/** Answers one request; the origin and key of posted forms have been checked already. */
export async function route(visit: Visit, method: 'GET' | 'POST', path: string): Promise<Reply> {
  settle(visit.context);
  if (method === 'GET') {
    if (path === '/') return startPage(visit);
    if (path === '/stil.css') return { status: 200, headers: { 'Content-Type': 'text/css' }, body: style };
    if (path === '/sprak') return chooseLanguage(visit);
    if (path === '/varsler') return noticesPage(visit);
  } else {
    if (path === '/logg-inn') return logIn(visit);
    if (path === '/logg-ut') return logOut(visit);
  }
  const link = /^\/lenke\/(\d{1,15})$/.exec(path)?.[1];
  if (link !== undefined)
    return method === 'GET' ? codePage(visit, Number(link)) : enterCode(visit, Number(link));
  const [, id, rest = ''] = /^\/oppdrag\/(\d{1,15})(\/.*)?$/.exec(path) ?? [];
  return id === undefined ? notFoundPage(visit) : jobRoute(visit, method, Number(id), rest);
}

async function jobRoute(visit: Visit, method: 'GET' | 'POST', jobId: number, rest: string): Promise<Reply> {
  const { context, visitor, query } = visit;
  const wanted = query.get('signer') ?? undefined;
  const isOther = wanted !== undefined && wanted !== visitor?.number;
  if (!visitor || (isOther && isIdentityNumber(wanted, context.clock.now()))) {
    const next = `/oppdrag/${jobId}`;
    return logInPage(visit, wanted === undefined ? { next } : { next, number: wanted });
  }
  const job = context.jobs.find(jobId);
  const signer = job && ownSigner(job, visitor, context.clock.now());
  if (!job || !signer) return notFoundPage(visit);
  const jobVisit: JobVisit = { ...visit, visitor, job, signer };
  const action = `${method} ${rest}`;
  if (action === 'GET ') return jobPage(jobVisit);
  if (action === 'POST /signer') return sign(jobVisit);
  if (action === 'GET /avvis') return rejectPage(jobVisit);
  if (action === 'POST /avvis') return reject(jobVisit);
  if (action === 'GET /kvittering') return receiptPage(jobVisit);
  if (action === 'GET /signert.pdf') return signedPdf(jobVisit);
  const position = /^GET \/dokument\/(\d{1,2})\.pdf$/.exec(action)?.[1];
  return position === undefined ? notFoundPage(visit) : originalPdf(jobVisit, Number(position));
}

function originalPdf(visit: JobVisit, position: number): Reply {
  const document = visit.context.jobs.documentsOf(visit.job.id)[position - 1];
  if (!document || visit.signer.status !== 'WAITING') return notFoundPage(visit);
  return pdf(document.bytes, 'inline', `dokument-${position}.pdf`);
}

async function signedPdf(visit: JobVisit): Promise<Reply> {
  if (visit.signer.status !== 'SIGNED' || !hasSignedDocument(visit.job)) return notFoundPage(visit);
  return pdf(await signedDocumentOf(visit.context, visit.job), 'attachment', `signert-${visit.job.id}.pdf`);
}

const pdf = (bytes: Uint8Array, how: 'inline' | 'attachment', name: string): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `${how}; filename="${name}"` },
  body: bytes,
});

function chooseLanguage(visit: Visit): Reply {
  const language = toLanguage(visit.query.get('valg') ?? undefined);
  return redirect(localPath(visit.query.get('til')), {
    'Set-Cookie': `segl_sprak=${language}; Path=/; Max-Age=31536000; SameSite=Lax`,
  });
}

function logOut(visit: Visit): Reply {
  if (visit.visitor) endSession(visit.context, visit.visitor);
  return redirect('/', { 'Set-Cookie': `${sessionCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax` });
}
