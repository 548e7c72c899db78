import { readBundle } from '../bundle/read-bundle.ts';
import { toDateTime } from '../clock.ts';
import { signedDocumentOf } from '../document/signed-document.ts';
import type { Job } from '../flow/job.ts';
import { cancel } from '../flow/transitions.ts';
import { deletableAfterMs, redeliveryMs } from '../limits.ts';
import { createJob } from '../room/create-job.ts';
import { announce, hasSignedDocument } from '../room/room.ts';
import { element, optional } from '../xml/write-xml.ts';
import { type Answer, bytes, empty, xml } from './answer.ts';
import { ApiError, badRequest, notFound } from './api-error.ts';
import type { Call } from './call.ts';
import { readJobRequest } from './job-request.ts';
import { parseMultipart, partOf } from './multipart.ts';
import { toStatusChange } from './status-change.ts';

const jobRootOf = (call: Call, jobId: number) => `${call.senderRoot}/portal/signature-jobs/${jobId}`;
const nextPollTime = 'X-Next-permitted-poll-time';

export async function create(call: Call): Promise<Answer> {
  const parts = parseMultipart(call.contentType, call.body);
  const request = readJobRequest(partOf(parts, 'application/xml'));
  const bundle = await readBundle(partOf(parts, 'application/octet-stream'), {
    sender: call.sender,
    broker: call.broker,
    ca: call.room.certificates.ca,
    now: call.room.clock.now(),
    findObjection: call.room.pdf.findObjection,
  });
  const job = createJob(call.room, call.sender, request, bundle);
  const answer = element('portal-signature-job-response', [
    optional('reference', job.reference),
    element('signature-job-id', String(job.id)),
    element('cancellation-url', `${jobRootOf(call, job.id)}/cancel`),
  ]);
  return xml(answer, call.room.modes.namespaceStyle);
}

export function poll(call: Call): Answer {
  const { room } = call;
  const key = { organisation: call.sender, queue: call.query.get('polling_queue') ?? '' };
  const now = room.clock.now();
  return room.jobs.inTransaction(() => {
    const next = now + room.pollWaitMs;
    if (now < room.queues.permittedAt(key)) {
      room.queues.permitAt(key, next);
      return empty(429, room.modes.omitNextPollTime ? {} : { [nextPollTime]: toDateTime(next) });
    }
    const message = room.queues.take(key, now, now + redeliveryMs);
    if (!message) {
      room.queues.permitAt(key, next);
      return empty(204, { [nextPollTime]: toDateTime(next) });
    }
    room.queues.permitAt(key, now);
    const change = toStatusChange(
      message,
      room.jobs.find(message.job),
      jobRootOf(call, message.job),
      room.modes,
    );
    return xml(change, room.modes.namespaceStyle, { [nextPollTime]: toDateTime(now) });
  });
}

export function confirm(call: Call, jobId: number): Answer {
  const { room } = call;
  const job = ownJob(call, jobId);
  const now = room.clock.now();
  room.jobs.inTransaction(() => {
    room.queues.confirm(job.id, now);
    const isOver = job.status !== 'IN_PROGRESS' && !room.queues.hasUnconfirmed(job.id);
    if (isOver && room.modes.vanishAfterConfirm) room.jobs.remove(job.id, now);
  });
  return empty(204);
}

export function cancelJob(call: Call, jobId: number): Answer {
  const { room } = call;
  room.jobs.inTransaction(() => {
    const job = ownJob(call, jobId);
    if (job.status !== 'IN_PROGRESS') {
      throw new ApiError(409, 'JOB_NOT_CANCELLABLE', `job ${jobId} is ${job.status} and cannot be cancelled`);
    }
    announce(room, cancel(job, room.clock.now()));
  });
  return empty(room.modes.cancelStatus);
}

export async function pades(call: Call, jobId: number): Promise<Answer> {
  const job = ownJob(call, jobId);
  if (!hasSignedDocument(job)) throw notFound(`job ${jobId} has no signed document`);
  return bytes(await signedDocumentOf(call.room, job), 'application/octet-stream');
}

export function xades(call: Call, jobId: number, signerId: number): Answer {
  const job = ownJob(call, jobId);
  const found = call.room.jobs.findXades(job.id, signerId);
  if (!found) throw notFound(`job ${jobId} has no signature ${signerId}`);
  return bytes(found, 'application/xml');
}

export function deleteDocuments(call: Call, jobId: number): Answer {
  const job = ownJob(call, jobId);
  const now = call.room.clock.now();
  if (job.status !== 'COMPLETED_SUCCESSFULLY' || job.endedAt === undefined) {
    throw new ApiError(409, 'DOCUMENTS_NOT_DELETABLE', `job ${jobId} is not completed`);
  }
  if (now < job.endedAt + deletableAfterMs) {
    throw new ApiError(409, 'DOCUMENTS_NOT_DELETABLE', `job ${jobId} was completed less than 24 hours ago`);
  }
  call.room.jobs.inTransaction(() => call.room.jobs.purge(job.id, now));
  return empty(204);
}

export function archived(_call: Call, documentId: string): Answer {
  throw new ApiError(404, 'ARCHIVED_DOCUMENT_NOT_FOUND', `no archived document ${documentId}`);
}

export function probe(call: Call): Answer {
  const name = (number: string) =>
    `${call.room.senders.get(number)?.name ?? 'ukjent virksomhet'} (${number})`;
  const acting = call.sender === call.broker ? '' : `\nActing on behalf of ${name(call.sender)}`;
  return bytes(Buffer.from(`Authenticated as ${name(call.broker)}${acting}\n`), 'text/plain; charset=utf-8');
}

/** A job of the organisation acted for. Other organisations' jobs do not exist. */
export function ownJob(call: Call, jobId: number): Job {
  if (call.body.length > 0) throw badRequest('the body must be empty');
  const job = call.room.jobs.find(jobId);
  if (job?.organisation !== call.sender) throw notFound(`no job ${jobId}`);
  return job;
}
