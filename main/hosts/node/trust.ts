import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type Trust = {
  /** A key that may be exchanged once. */
  issueKey(): string;
  /** The `Set-Cookie` value for a key that has not been used; the key is then spent. */
  exchange(key: string): string | undefined;
  /** Why a request is not let in; `undefined` lets it in. */
  objection(request: {
    readonly method: string;
    readonly headers: IncomingHttpHeaders;
  }): Objection | undefined;
  /** Which of the browsers that were let in asks; `undefined` for one that was not. */
  seatOf(headers: IncomingHttpHeaders): string | undefined;
};
export type Objection = 'foreign-host' | 'foreign-origin' | 'foreign-site';

/**
 * Loopback is shared with every program and every web page on the machine, so: the exact `Host` (against DNS
 * rebinding), the exact `Origin` on all but GET and HEAD, no foreign `Sec-Fetch-Site`, and a cookie that only a
 * one-time key gives.
 */
export function createTrust(port: number): Trust {
  const host = `127.0.0.1:${port}`;
  // Cookies do not know ports; the name keeps two running archives apart.
  const cookieName = `segl-${port}`;
  // Digests: looking one up tells nothing of how near a guess was.
  const keys = new Set<string>();
  const sessions = new Set<string>();
  return {
    issueKey: () => {
      const key = secret();
      keys.add(digest(key));
      return key;
    },
    exchange: (key) => {
      if (!keys.delete(digest(key))) return undefined;
      const session = secret();
      sessions.add(digest(session));
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    objection: ({ method, headers }) => {
      if (headers.host !== host) return 'foreign-host';
      const reads = method === 'GET' || method === 'HEAD';
      const originFits = headers.origin === `http://${host}`;
      if (reads ? headers.origin !== undefined && !originFits : !originFits) return 'foreign-origin';
      const site = headers['sec-fetch-site'];
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign-site';
      return undefined;
    },
    seatOf: (headers) =>
      (headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim().split('=', 2))
        .flatMap(([name, value]) => (name === cookieName && value !== undefined ? [digest(value)] : []))
        .find((session) => sessions.has(session)),
  };
}

const secret = () => randomBytes(32).toString('base64url');
const digest = (text: string) => createHash('sha256').update(text).digest('base64');
