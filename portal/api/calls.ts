import { readBundle } from '../bundle/read-bundle.ts';
import { ApiError, badRequest, notFound } from '../domain/api-error.ts';
import { toDateTime } from '../domain/clock.ts';
import type { Job } from '../domain/job.ts';
import { deletableAfterMs, redeliveryMs } from '../domain/limits.ts';
import { cancel } from '../domain/transitions.ts';
import { parseMultipart, partOf } from '../http/multipart.ts';
import { createJob } from '../jobs/create-job.ts';
import { announce, hasSignedDocument } from '../jobs/portal-context.ts';
import { signedDocumentOf } from '../jobs/signed-document.ts';
import { element, optional } from '../xml/write-xml.ts';
import { type ApiAnswer, bytes, empty, xml } from './answer.ts';
import type { Call } from './call.ts';
import { readJobRequest } from './job-request.ts';
import { toStatusChange } from './status-change.ts';

const jobRootOf = (call: Call, jobId: number) => `${call.senderRoot}/portal/signature-jobs/${jobId}`;
const nextPollTime = 'X-Next-permitted-poll-time';

export async function create(call: Call): Promise<ApiAnswer> {
  const parts = parseMultipart(call.contentType, call.body);
  const request = readJobRequest(partOf(parts, 'application/xml'));
  const bundle = await readBundle(partOf(parts, 'application/octet-stream'), {
    sender: call.sender,
    broker: call.broker,
    ca: call.context.certificates.ca,
    now: call.context.clock.now(),
    findObjection: call.context.pdf.findObjection,
  });
  const job = createJob(call.context, call.sender, request, bundle);
  const answer = element('portal-signature-job-response', [
    optional('reference', job.reference),
    element('signature-job-id', String(job.id)),
    element('cancellation-url', `${jobRootOf(call, job.id)}/cancel`),
  ]);
  return xml(answer, call.context.modes.namespaceStyle);
}

export function poll(call: Call): ApiAnswer {
  const { context } = call;
  const key = { organisation: call.sender, queue: call.query.get('polling_queue') ?? '' };
  const now = context.clock.now();
  return context.jobs.inTransaction(() => {
    const next = now + context.pollWaitMs;
    if (now < context.queues.permittedAt(key)) {
      context.queues.permitAt(key, next);
      return empty(429, context.modes.omitNextPollTime ? {} : { [nextPollTime]: toDateTime(next) });
    }
    const message = context.queues.take(key, now, now + redeliveryMs);
    if (!message) {
      context.queues.permitAt(key, next);
      return empty(204, { [nextPollTime]: toDateTime(next) });
    }
    context.queues.permitAt(key, now);
    const change = toStatusChange(
      message,
      context.jobs.find(message.job),
      jobRootOf(call, message.job),
      context.modes,
    );
    return xml(change, context.modes.namespaceStyle, { [nextPollTime]: toDateTime(now) });
  });
}

export function confirm(call: Call, jobId: number): ApiAnswer {
  const { context } = call;
  const job = ownJob(call, jobId);
  const now = context.clock.now();
  context.jobs.inTransaction(() => {
    context.queues.confirm(job.id, now);
    const isOver = job.status !== 'IN_PROGRESS' && !context.queues.hasUnconfirmed(job.id);
    if (isOver && context.modes.vanishAfterConfirm) context.jobs.remove(job.id, now);
  });
  return empty(204);
}

export function cancelJob(call: Call, jobId: number): ApiAnswer {
  const { context } = call;
  context.jobs.inTransaction(() => {
    const job = ownJob(call, jobId);
    if (job.status !== 'IN_PROGRESS') {
      throw new ApiError(409, 'JOB_NOT_CANCELLABLE', `job ${jobId} is ${job.status} and cannot be cancelled`);
    }
    announce(context, cancel(job, context.clock.now()));
  });
  return empty(context.modes.cancelStatus);
}

export async function pades(call: Call, jobId: number): Promise<ApiAnswer> {
  const job = ownJob(call, jobId);
  if (!hasSignedDocument(job)) throw notFound(`job ${jobId} has no signed document`);
  return bytes(await signedDocumentOf(call.context, job), 'application/octet-stream');
}

export function xades(call: Call, jobId: number, signerId: number): ApiAnswer {
  const job = ownJob(call, jobId);
  const found = call.context.jobs.findXades(job.id, signerId);
  if (!found) throw notFound(`job ${jobId} has no signature ${signerId}`);
  return bytes(found, 'application/xml');
}

export function deleteDocuments(call: Call, jobId: number): ApiAnswer {
  const job = ownJob(call, jobId);
  const now = call.context.clock.now();
  if (job.status !== 'COMPLETED_SUCCESSFULLY' || job.endedAt === undefined) {
    throw new ApiError(409, 'DOCUMENTS_NOT_DELETABLE', `job ${jobId} is not completed`);
  }
  if (now < job.endedAt + deletableAfterMs) {
    throw new ApiError(409, 'DOCUMENTS_NOT_DELETABLE', `job ${jobId} was completed less than 24 hours ago`);
  }
  call.context.jobs.inTransaction(() => call.context.jobs.purge(job.id, now));
  return empty(204);
}

export function archived(_call: Call, documentId: string): ApiAnswer {
  throw new ApiError(404, 'ARCHIVED_DOCUMENT_NOT_FOUND', `no archived document ${documentId}`);
}

export function probe(call: Call): ApiAnswer {
  const name = (number: string) =>
    `${call.context.senders.get(number)?.name ?? 'ukjent virksomhet'} (${number})`;
  const acting = call.sender === call.broker ? '' : `\nActing on behalf of ${name(call.sender)}`;
  return bytes(Buffer.from(`Authenticated as ${name(call.broker)}${acting}\n`), 'text/plain; charset=utf-8');
}

/** A job of the organisation acted for. Other organisations' jobs do not exist. */
export function ownJob(call: Call, jobId: number): Job {
  if (call.body.length > 0) throw badRequest('the body must be empty');
  const job = call.context.jobs.find(jobId);
  if (job?.organisation !== call.sender) throw notFound(`no job ${jobId}`);
  return job;
}
