import { type Context, createContext, runInContext } from 'node:vm';
import { runPreload, type Wire } from './preload.ts';
import { privilegesOf, requestByScheme } from './protocol.ts';
import { report } from './standing.ts';

export type LoadedPage = {
  readonly url: string;
  /** Runs code in the page's world; gives what it comes to. */
  evaluate(code: string): Promise<unknown>;
  deliver(channel: string, given: unknown[]): void;
};

/** Loads a page with all that it names, as a browser would; throws with Chromium's name of the fault. */
export async function loadPage(url: string, preload: string | undefined, wire: Wire): Promise<LoadedPage> {
  const scheme = new URL(url).protocol.replace(':', '');
  const world = pageWorld(url);
  const text = scheme === 'data' ? decodeURIComponent(url.slice(url.indexOf(',') + 1)) : await read(url);
  const own = preload === undefined ? undefined : tryPreload(preload, world, wire);
  const parts = scheme === 'data' ? [] : await loadParts(text, url);
  report('loaded', { url, parts });
  return {
    url,
    // A script's value, whatever it is.
    evaluate: async (code) => (await runInContext(code, world)) as unknown,
    deliver: (channel, given) => own?.deliver(channel, given),
  };
}

/** A preload that fails is told, and the page is loaded without what it would have given. */
function tryPreload(path: string, world: Context, wire: Wire) {
  try {
    return runPreload(path, world, wire);
  } catch (fault) {
    wire.preloadFailed(fault);
    return undefined;
  }
}

function pageWorld(url: string): Context {
  const world = createContext({ console, setTimeout, clearTimeout, structuredClone, URL, TextDecoder });
  // A page fetches by its own scheme where that was given the privilege, and nothing else here.
  world.fetch = async (asked: string, init?: RequestInit) => {
    const address = new URL(asked, url);
    if (!privilegesOf(address.protocol.replace(':', '')).supportFetchAPI)
      throw new TypeError('Failed to fetch');
    return requestByScheme(address.href, init);
  };
  world.window = world;
  world.location = { href: url, hash: new URL(url).hash };
  world.document = { querySelector: () => null };
  return world;
}

async function read(url: string): Promise<string> {
  const answer = await requestByScheme(url);
  report('answered', { url, status: answer.status, headers: Object.fromEntries(answer.headers) });
  return answer.text();
}

/** The scripts, styles and images that the page names, and the modules that those scripts name. */
async function loadParts(html: string, page: string): Promise<readonly string[]> {
  const named = [...html.matchAll(/<(?:script|link|img)[^>]*?(?:src|href)="([^"]+)"/g)];
  const waiting = named.map(([, path]) => new URL(path ?? '', page).href);
  const loaded: string[] = [];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (loaded.includes(url)) continue;
    const answer = await requestByScheme(url);
    const type = answer.headers.get('content-type') ?? '';
    const script = /\.m?js$/.test(new URL(url).pathname);
    if (!answer.ok || (script && !type.startsWith('text/javascript')))
      throw new Error(`ERR_FAILED ${url}: ${answer.status} ${type}`);
    loaded.push(url);
    if (script)
      for (const [, path] of (await answer.text()).matchAll(
        /(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g,
      ))
        waiting.push(new URL(path ?? '', url).href);
  }
  return loaded;
}
