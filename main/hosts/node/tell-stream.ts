import type { ServerResponse } from 'node:http';
import type { Application } from '../../application/application-shape.ts';
import { guardHeaders } from '../page-policy.ts';

const HEARTBEAT_MS = 20_000;

/** News as server-sent events until the window goes away. The heartbeat is how a dead line is noticed. */
export function streamNews(app: Pick<Application, 'onTell'>, response: ServerResponse): void {
  response.writeHead(200, {
    ...guardHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.write(': open\n\n');
  const heartbeat = setInterval(() => response.write(': alive\n\n'), HEARTBEAT_MS);
  const stop = app.onTell((news) => void response.write(`data: ${JSON.stringify(news)}\n\n`));
  response.once('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}
