import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError } from '../domain/api-error.ts';
import type { Log } from '../http/log.ts';
import { hasLoopbackHost } from '../http/loopback-host.ts';
import { mediaTypeOf } from '../http/multipart.ts';
import { readBody } from '../http/read-body.ts';
import type { PortalContext } from '../jobs/portal-context.ts';
import { notePage, type Reply } from './page.ts';
import { cookieOf, findVisitor } from './session.ts';
import { route } from './signer-routes.ts';
import { textsOf, toLanguage } from './texts.ts';
import type { Visit } from './visit.ts';

const maxFormBytes = 64 * 1024;

const commonHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** The signer's web pages, over plain HTTP on loopback. */
export function createSignerServer(context: PortalContext, log: Log): Server {
  return createServer((request, response) => {
    serve(context, request, response).catch((fault: unknown) => {
      log(`fault in ${request.method} ${request.url}: ${fault instanceof Error ? fault.stack : fault}`);
      response.destroy();
    });
  });
}

async function serve(
  context: PortalContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!hasLoopbackHost(request)) return send(request, response, plain(421, 'wrong host'));
  const { method } = request;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
    return send(request, response, plain(405, 'method not allowed'));
  }
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const language = toLanguage(cookieOf(request, 'segl_sprak'));
  const visit: Visit = {
    context,
    visitor: findVisitor(context, request),
    language,
    texts: textsOf(language),
    address: `${url.pathname}${url.search}`,
    query: url.searchParams,
    form: method === 'POST' ? await readForm(request) : new URLSearchParams(),
  };
  const trusted = method !== 'POST' || isOwnForm(request, visit);
  const reply = trusted
    ? await route(visit, method === 'POST' ? 'POST' : 'GET', url.pathname)
    : notePage(visit, visit.texts.forbiddenTitle, visit.texts.forbiddenText, 403);
  return send(request, response, reply);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (mediaTypeOf(request.headers['content-type']) !== 'application/x-www-form-urlencoded') {
    return new URLSearchParams();
  }
  try {
    return new URLSearchParams((await readBody(request, maxFormBytes)).toString('utf8'));
  } catch (fault) {
    if (fault instanceof ApiError) return new URLSearchParams();
    throw fault;
  }
}

/** Was the form sent from a page of this site, and by the session it was written for? */
function isOwnForm(request: IncomingMessage, visit: Visit): boolean {
  if (request.headers.origin !== `http://${request.headers.host}`) return false;
  const starts = request.url === '/logg-inn' || request.url?.startsWith('/lenke/');
  return starts || !visit.visitor || visit.form.get('nokkel') === visit.visitor.formKey;
}

const plain = (status: number, text: string): Reply => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: text,
});

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const body = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.status, {
    ...commonHeaders,
    ...reply.headers,
    'Content-Length': String(body.length),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
