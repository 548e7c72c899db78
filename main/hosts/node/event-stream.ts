import type { ServerResponse } from 'node:http';
import type { Application } from '../../application/application.ts';
import { guardHeaders } from '../page-policy.ts';

const HEARTBEAT_MS = 20_000;

/** ArchiveEvent as server-sent events until the window goes away. The heartbeat is how a dead line is noticed. */
export function streamEvents(
  app: Pick<Application, 'onEvent'>,
  seat: string,
  response: ServerResponse,
): void {
  response.writeHead(200, {
    ...guardHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write(': open\n\n');
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
  const stop = app.onEvent((event) => void response.write(`data: ${JSON.stringify(event)}\n\n`), seat);
  response.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
