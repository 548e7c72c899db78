import type { MachinePolicy } from '../../../domain/machine-policy.ts';
import { type FindProxy, ProxyUnusable } from '../../ports/proxy.ts';

type Sources = {
  readonly policy: MachinePolicy;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What the operating system says, in the words of a proxy script: `PROXY host:port; DIRECT`. */
  readonly system?: (url: string) => Promise<string>;
};

/**
 * The machine's policy goes first, then the environment, then the operating system. What runs on this machine is never asked
 * for through a proxy.
 */
export const findProxyBy =
  ({ policy, env, system }: Sources): FindProxy =>
  async (url) => {
    const { hostname } = new URL(url);
    if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return undefined;
    const bySystem = async () => system && readDirective(await system(url));
    if (policy.proxy === 'none') return undefined;
    if (policy.proxy === 'system') return bySystem();
    if (policy.proxy !== undefined) return policy.proxy;
    const named = env.HTTPS_PROXY || env.https_proxy;
    if (named)
      return isExcepted(hostname, env.NO_PROXY || env.no_proxy || '') ? undefined : requireHttp(named);
    return bySystem();
  };

/** The first that is offered; the ones after it are for when it does not answer, which we say instead. */
function readDirective(answer: string): string | undefined {
  const [kind = 'DIRECT', address = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/);
  if (kind === 'DIRECT' || kind === '') return undefined;
  if (kind === 'PROXY') return requireHttp(`http://${address}`);
  throw new ProxyUnusable(`${kind} ${address}`);
}

function requireHttp(address: string): string {
  if (URL.parse(address)?.protocol !== 'http:') throw new ProxyUnusable(address.replace(/\/\/.*@/, '//'));
  return address;
}

/** `*`, a name, or the end of one, each with or without a dot before it. */
const isExcepted = (host: string, list: string): boolean =>
  list
    .split(/[\s,]+/)
    .map((name) => name.toLowerCase().replace(/^\*?\./, ''))
    .some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))));
