import { onlyAfterReady, onlyBeforeReady, refuse, report } from './standing.ts';

type Privileges = {
  readonly standard?: boolean;
  readonly secure?: boolean;
  readonly supportFetchAPI?: boolean;
};
type Handler = (request: Request) => Response | Promise<Response>;

const privileges = new Map<string, Privileges>();
const handlers = new Map<string, Handler>();
let registered = false;

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string; privileges: Privileges }[]): void {
    onlyBeforeReady('schemes-before-ready');
    if (registered) refuse('schemes-once');
    registered = true;
    for (const one of schemes) privileges.set(one.scheme, one.privileges);
    report('schemes', { schemes: [...privileges.keys()] });
  },
  handle(scheme: string, handler: Handler): void {
    onlyAfterReady('protocol-after-ready');
    if (handlers.has(scheme)) refuse('scheme-handled-once', scheme);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
};

export const privilegesOf = (scheme: string): Privileges => privileges.get(scheme) ?? {};

/** What the network of a page answers for a scheme of the program's own. Rejects with Chromium's name of the fault. */
export async function requestByScheme(url: string, init: RequestInit = {}): Promise<Response> {
  const handler = handlers.get(new URL(url).protocol.replace(':', ''));
  if (!handler) throw new Error('ERR_UNKNOWN_URL_SCHEME');
  let answer: unknown;
  try {
    answer = await handler(new Request(url, init));
  } catch (fault) {
    report('protocol-fault', { url, message: String(fault) });
    throw new Error('ERR_UNEXPECTED');
  }
  if (!(answer instanceof Response)) throw new Error('ERR_UNEXPECTED');
  return answer;
}
