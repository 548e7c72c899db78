import type { IncomingMessage } from 'node:http';

/** Is the request addressed to this machine by its own name, so that no foreign name points here (DNS rebinding)? */
export function hasLoopbackHost(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  return ['127.0.0.1', 'localhost'].some((host) => request.headers.host === `${host}:${port}`);
}
