import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { ApiError, badRequest, notFound } from '../domain/api-error.ts';
import type { Log } from '../http/log.ts';
import { hasLoopbackHost } from '../http/loopback-host.ts';
import { mediaTypeOf } from '../http/multipart.ts';
import { readBody } from '../http/read-body.ts';
import type { PortalContext } from '../jobs/portal-context.ts';
import { commands } from './commands.ts';

/**
 * The test hooks: POST a JSON object to `/control/<command>`, or GET `/control` for the state. JSON is demanded so
 * that no web page can send one without asking first.
 */
export function createControlServer(context: PortalContext, log: Log): Server {
  return createServer((request, response) => {
    run(context, request).then(
      (result) => answer(response, 200, result ?? {}),
      (fault) => {
        if (fault instanceof ApiError) return answer(response, fault.status, { error: fault.message });
        if (fault instanceof z.ZodError) return answer(response, 400, { error: z.prettifyError(fault) });
        log(`fault in control ${request.url}: ${fault instanceof Error ? fault.stack : fault}`);
        answer(response, 500, { error: 'fault' });
      },
    );
  });
}

async function run(context: PortalContext, request: IncomingMessage): Promise<unknown> {
  if (!hasLoopbackHost(request)) throw new ApiError(403, 'FORBIDDEN', 'the host is not loopback');
  const name = /^\/control(?:\/([a-z-]+))?$/.exec(request.url ?? '')?.[1];
  if (request.method === 'GET' && (request.url === '/control' || name === 'state'))
    return commands.state(context, {});
  const command = name === undefined ? undefined : new Map(Object.entries(commands)).get(name);
  if (request.method !== 'POST' || !command) throw notFound('there is no such command');
  if (mediaTypeOf(request.headers['content-type']) !== 'application/json')
    throw badRequest('send application/json');
  const body = await readBody(request, 64 * 1024);
  let input: unknown;
  try {
    input = JSON.parse(body.length === 0 ? '{}' : body.toString('utf8'));
  } catch {
    throw badRequest('the body is not JSON');
  }
  return command(context, input);
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}
