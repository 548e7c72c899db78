import { randomUUID } from 'node:crypto';
import { toInstant } from '../../../domain/calendar.ts';
import {
  type Accepted,
  AnswerLost,
  type Poll,
  ServiceRefusal,
  ServiceUnreachable,
  type SigningOrder,
  type SigningService,
} from '../../ports/signing-service.ts';
import { buildBundle } from './build-bundle.ts';
import { decideManifest } from './decide-manifest.ts';
import { resolveEnvironment } from './environments.ts';
import type { HttpAnswer } from './exchange.ts';
import { explainSessionRefusal } from './explain-session-refusal.ts';
import { noticePlan } from './notice-plan.ts';
import {
  blockMs,
  nextPollHeader,
  openPostenSession,
  type PostenSession,
  RateLimited,
  type SessionCall,
} from './open-session.ts';
import { parseCreated, parseInstant, parseStatusChange } from './parse-answers.ts';
import { UnreadableXml } from './parse-xml.ts';
import type { PostenConfig } from './posten-config.ts';
import { sealPolicyOf } from './seal-policy.ts';
import { testConnection } from './test-connection.ts';
import { answeredFault, isSuccess, unansweredFault } from './to-port-faults.ts';
import { documentName, writeJobRequest } from './write-manifest.ts';
import { multipartType, writeMultipart } from './write-multipart.ts';

/** Production waits this long between two polls that find nothing; taken where the service does not say. */
const quietPollMs = 600_000;
const pdfOrError = 'application/octet-stream, application/xml';

/**
 * Posten signering's portal flow. Nothing is read or sent before the first call; credentials or trust anchors that
 * are not fit for use then give {@link ServiceUnreachable} with their own code (`passphrase-wrong`,
 * `trust-anchors-missing`, …), since nothing was sent. An order that the service would refuse gives
 * {@link ServiceRefusal} with a code of `manifestRefusals` and `httpStatus` 0.
 */
export function openPostenSigning(config: PostenConfig): SigningService {
  let opening: ReturnType<typeof openPostenSession> | undefined;
  const opened = async () => {
    opening ??= openPostenSession(config);
    const result = await opening;
    // What is missing may be put in its place without a restart.
    if (!result.ok) opening = undefined;
    return result;
  };
  const session = async (): Promise<PostenSession> => {
    const result = await opened();
    if (result.ok) return result.value;
    throw new ServiceUnreachable(result.refusal.code, explainSessionRefusal(result.refusal));
  };

  /** A call that is safe to repeat; statuses in `also` are answers too. */
  const ask = async (call: SessionCall, also: readonly number[] = []): Promise<HttpAnswer> => {
    const { call: send } = await session();
    const answer = await send(call).catch((fault: unknown) => {
      throw unansweredFault(fault, true);
    });
    if (isSuccess(answer) || also.includes(answer.status)) return answer;
    throw answeredFault(answer, config.now(), true);
  };

  return {
    create: async (order) => await create(await session(), config, order),
    poll: async () => await poll(await session(), config),
    fetchSignedPdf: async (url) => {
      const { body } = await ask({ method: 'GET', url, accept: pdfOrError, download: true });
      if (Buffer.from(body.subarray(0, 1_024)).includes('%PDF-')) return body;
      throw new ServiceUnreachable('answer-unreadable', 'the signed document is not a PDF');
    },
    fetchSignature: async (url) => {
      const { body } = await ask({ method: 'GET', url, download: true });
      if (body.byteLength > 0) return body;
      throw new ServiceUnreachable('answer-unreadable', 'the signature is empty');
    },
    // A job may be gone after its last confirmation. We confirm only what is stored, so then the wish is fulfilled.
    confirm: async (url) => {
      await ask({ method: 'POST', url }, [404, 410]);
    },
    // A job that the service no longer knows has ended, and a cancellation comes too late for it.
    cancel: async (url) => {
      const answer = await ask({ method: 'POST', url }, [404, 409, 410]);
      return isSuccess(answer) ? 'cancelled' : 'too-late';
    },
    deleteDocuments: async (url) => {
      await ask({ method: 'DELETE', url }, [404, 410]);
    },
    noticePlan,
    // The API has no such call: Posten sends its notices by a plan of its own (docs/rules.md, 32).
    remindsOnDemand: () => false,
    remind: () => Promise.reject(new ServiceRefusal('not-supported', 'the service reminds by itself', 0)),
    sealPolicy: () =>
      sealPolicyOf(resolveEnvironment(config.environment, config.trustFolder, config.furtherAnchors)),
    testConnection: async () => await testConnection(await opened(), config),
    close: async () => {
      const result = await opening;
      if (result?.ok) result.value.close();
    },
  };
}

async function create(session: PostenSession, config: PostenConfig, order: SigningOrder): Promise<Accepted> {
  const decided = decideManifest(order, config.organisation, config);
  if (!decided.ok)
    throw new ServiceRefusal(decided.refusal.code, JSON.stringify(decided.refusal.facts ?? {}), 0);
  const boundary = randomUUID();
  const request = writeJobRequest({ reference: order.reference, queue: config.queue });
  const files = [
    { name: documentName, mime: 'application/pdf', bytes: order.pdf },
    { name: 'manifest.xml', mime: 'application/xml', bytes: Buffer.from(decided.value, 'utf8') },
  ];
  // Signed when the connection stands: the service takes a signing time only within five seconds of its own clock.
  const body = () => writeMultipart(boundary, request, buildBundle(files, session.credentials, config.now()));
  const url = `${session.root}/portal/signature-jobs`;
  const answer = await session
    .call({ method: 'POST', url, contentType: multipartType(boundary), body, alone: true })
    .catch((fault: unknown) => {
      throw unansweredFault(fault, false);
    });
  if (!isSuccess(answer)) throw answeredFault(answer, config.now(), false);
  try {
    return parseCreated(answer.body);
  } catch (fault) {
    throw new AnswerLost(`answer-unreadable: ${fault instanceof Error ? fault.message : fault}`, fault);
  }
}

async function poll(session: PostenSession, config: PostenConfig): Promise<Poll> {
  const later = (ms: number) => toInstant(config.now().getTime() + ms);
  const url = `${session.root}/portal/signature-jobs?polling_queue=${encodeURIComponent(config.queue)}`;
  let answer: HttpAnswer;
  try {
    answer = await session.call({ method: 'GET', url });
  } catch (fault) {
    if (fault instanceof RateLimited) return { kind: 'too-soon', nextAt: toInstant(fault.retryAt) };
    throw unansweredFault(fault, true);
  }
  const header = answer.headers[nextPollHeader];
  const named = parseInstant(Array.isArray(header) ? header[0] : header);
  if (answer.status === 429) return { kind: 'too-soon', nextAt: named ?? later(blockMs) };
  if (answer.status === 204) return { kind: 'nothing', nextAt: named ?? later(quietPollMs) };
  if (!isSuccess(answer)) throw answeredFault(answer, config.now(), true);
  try {
    return { kind: 'change', change: parseStatusChange(answer.body), nextAt: named ?? later(0) };
  } catch (fault) {
    if (!(fault instanceof UnreadableXml)) throw fault;
    throw new ServiceUnreachable('answer-unreadable', fault.message, named, fault);
  }
}
