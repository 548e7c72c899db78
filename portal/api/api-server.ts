import { X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { ApiError, badRequest, notFound } from '../domain/api-error.ts';
import { maxBodyBytes } from '../domain/limits.ts';
import type { Log } from '../http/log.ts';
import { readBody } from '../http/read-body.ts';
import { endJob, signJob } from '../jobs/answer-job.ts';
import { type PortalContext, settle } from '../jobs/portal-context.ts';
import type { Modes, RouteName } from '../training/modes.ts';
import { type ApiAnswer, empty, errorXml } from './answer.ts';
import { authenticate, authorise } from './authorise.ts';
import type { Call } from './call.ts';
import { ownJob } from './calls.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { findRoute, type Route } from './routes.ts';

/** The API over two-way TLS 1.2. Who has no certificate from the training CA does not get past the handshake. */
export function createApiServer(context: PortalContext, log: Log): Server {
  const { server, ca } = context.certificates;
  const limit = createRateLimit();
  return createServer(
    {
      key: server.key,
      cert: server.chain,
      ca,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.2',
    },
    (request, response) => {
      serve(context, limit, log, request, response).then(
        // Polls that found nothing would drown the rest.
        (line) => (/^GET .* 204$/.test(line) ? undefined : log(line)),
        (fault) => {
          log(`fault in ${request.method} ${request.url}: ${fault instanceof Error ? fault.stack : fault}`);
          response.destroy();
        },
      );
    },
  );
}

async function serve(
  context: PortalContext,
  limit: RateLimit,
  log: Log,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<string> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const handled = await handle(context, limit, request).catch((fault: unknown) =>
    refusal(context, fault, log),
  );
  const line = `${request.method} ${path} ${handled.answer.status}`;
  await drain(request);
  if (context.modes.delayMs > 0) await wait(context.modes.delayMs);
  if (handled.route === 'create' && handled.answer.status === 200 && context.modes.dropAfterCreate > 0) {
    context.modes = { ...context.modes, dropAfterCreate: context.modes.dropAfterCreate - 1 };
    response.destroy();
    return `${line} (answer dropped)`;
  }
  return send(context, handled.route, handled.answer, request, response) ? line : `${line} (answer cut off)`;
}

/**
 * Takes in what is left of a body that was refused before it was read: a client that is still writing when the
 * connection closes never gets to read why. What is longer than any request is cut off.
 */
async function drain(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  let left = maxBodyBytes;
  try {
    const chunks: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    for await (const chunk of chunks) {
      left -= chunk.length;
      if (left < 0) return;
    }
  } catch {
    // The client has gone; it gets no answer either way.
  }
}

type Handled = { readonly answer: ApiAnswer; readonly route: RouteName | undefined };

async function handle(context: PortalContext, limit: RateLimit, request: IncomingMessage): Promise<Handled> {
  const certificate = peerCertificate(request);
  const broker = authenticate(context, certificate);
  const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
  // Acting for a signer is a stand-in for a person at a web page, and no API call.
  const counted = context.modes.rateLimit && url.pathname.startsWith('/api/');
  if (counted && !limit.allows(broker, context.clock.now())) {
    return { answer: empty(429, { DoSFilter: 'delayed' }), route: undefined };
  }
  const found = routeOf(request.method ?? '', url);
  const failing = takeFailure(context, found.route.name);
  if (failing !== undefined) return { answer: empty(failing), route: found.route.name };
  if (found.sender !== undefined) authorise(context, broker, found.sender, certificate);
  const body = await readBody(request, maxBodyBytes);
  settle(context);
  const sender = found.sender ?? broker;
  const call: Call = {
    context,
    sender,
    broker,
    certificate,
    senderRoot: `${url.origin}/api/${sender}`,
    query: url.searchParams,
    contentType: request.headers['content-type'],
    body,
  };
  return { answer: await found.route.run(call), route: found.route.name };
}

function routeOf(method: string, url: URL): { readonly route: Route; readonly sender: string | undefined } {
  const auto = /^\/web\/portal\/signature-jobs\/(\d{1,15})\/devmode(sign|reject)$/.exec(url.pathname);
  if (auto && method === 'POST') {
    const run = (call: Call) => actFor(call, Number(auto[1]), auto[2] === 'sign' ? signJob : reject);
    return { route: { name: 'devmodesign', method, run }, sender: undefined };
  }
  const [, sender = '', rest = ''] = /^\/api\/(\d{9})(?:\/(.*))?$/.exec(url.pathname) ?? [];
  if (sender === '') throw notFound(`nothing is at ${url.pathname}`);
  const route = findRoute(method, rest);
  if (route === 'not-found') throw notFound(`nothing is at ${url.pathname}`);
  if (route === 'method-not-allowed') {
    throw new ApiError(405, 'METHOD_NOT_ALLOWED', `${method} is not allowed at ${url.pathname}`);
  }
  return { route, sender };
}

/** The vendor's own smoke tests sign this way outside production; rejecting the same way is ours. */
function actFor(call: Call, jobId: number, act: typeof signJob): ApiAnswer {
  const job = ownJob(call, jobId);
  const result = act(call.context, job.id, call.query.get('signer') ?? '');
  if (result.ok) return empty(204);
  if (result.refusal === 'not-open') throw new ApiError(409, 'NOT_SIGNABLE', 'the signer cannot sign now');
  throw badRequest('there is no such signer');
}

const reject: typeof signJob = (context, jobId, key) => endJob(context, jobId, key, 'REJECTED');

function peerCertificate(request: IncomingMessage): X509Certificate {
  const { socket } = request;
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  if (!certificate) throw new ApiError(403, 'NOT_AUTHORIZED', 'there is no client certificate');
  return new X509Certificate(certificate.raw);
}

function refusal(context: PortalContext, fault: unknown, log: Log): Handled {
  const { namespaceStyle, unknownErrorCode } = context.modes;
  if (!(fault instanceof ApiError)) {
    log(`fault: ${fault instanceof Error ? fault.stack : fault}`);
    const internal = errorXml(500, 'INTERNAL_ERROR', 'the portal failed; its log says why', namespaceStyle);
    return { answer: internal, route: undefined };
  }
  const answer = errorXml(fault.status, unknownErrorCode ?? fault.code, fault.message, namespaceStyle);
  return { answer, route: undefined };
}

const concerns = (mode: Modes['fail'] | Modes['cut'], route: RouteName | undefined) =>
  mode.count > 0 && (mode.route === undefined || mode.route === route);

function takeFailure(context: PortalContext, route: RouteName): number | undefined {
  const { fail } = context.modes;
  if (!concerns(fail, route)) return undefined;
  context.modes = { ...context.modes, fail: { ...fail, count: fail.count - 1 } };
  return fail.status;
}

/** Writes the answer; false when a mode made it cut the connection instead. */
function send(
  context: PortalContext,
  route: RouteName | undefined,
  answer: ApiAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { cut } = context.modes;
  const body = answer.body ?? new Uint8Array();
  const length = answer.status === 204 ? {} : { 'Content-Length': String(body.length) };
  // A body that was refused before it was read would otherwise be taken for the next request.
  const close = request.complete ? {} : { Connection: 'close' };
  response.writeHead(answer.status, { ...answer.headers, ...length, ...close });
  if (!concerns(cut, route)) {
    response.end(body);
    return true;
  }
  context.modes = { ...context.modes, cut: { ...cut, count: cut.count - 1 } };
  response.write(body.subarray(0, cut.afterBytes), () => response.destroy());
  return false;
}
