import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Context, compileFunction, createContext } from 'node:vm';
import { createContextBridge } from './context-bridge.ts';
import { cloned, refuse } from './standing.ts';

const builtIn = createRequire(import.meta.url);
const allowed = ['events', 'timers', 'url'];

/** The renderer's end of the wire: `deliver` is what the main process sends. */
export type Wire = {
  readonly invoke: (channel: string, given: unknown[]) => Promise<unknown>;
  readonly send: (channel: string, given: unknown[]) => void;
  readonly preloadFailed: (fault: unknown) => void;
};

/** Evaluates a sandboxed preload: one CommonJS file, in a world of its own beside that of the page. */
export function runPreload(path: string, page: Context, wire: Wire) {
  const world = createContext({ console, setTimeout, clearTimeout, structuredClone, URL, location: {} });
  const ipcRenderer = Object.assign(new EventEmitter(), {
    invoke: async (channel: string, ...given: unknown[]) => wire.invoke(channel, cloned(given)),
    send: (channel: string, ...given: unknown[]) => wire.send(channel, cloned(given)),
  });
  const electron = {
    contextBridge: createContextBridge(page, world),
    ipcRenderer,
    webFrame: { setZoomFactor: () => undefined, getZoomFactor: () => 1 },
    webUtils: { getPathForFile: () => '' },
  };
  const require = (name: string): unknown => {
    const plain = name.replace(/^node:/, '');
    if (plain === 'electron') return electron;
    return allowed.includes(plain) ? builtIn(plain) : refuse('preload-requires', name);
  };
  const source = readFileSync(path, 'utf8');
  const module = { exports: {} };
  const process = { type: 'renderer', sandboxed: true, platform: globalThis.process.platform, versions: {} };
  compile(source, path, world)(
    module.exports,
    require,
    module,
    process,
    Buffer,
    setImmediate,
    clearImmediate,
  );
  return {
    deliver: (channel: string, given: unknown[]) => void ipcRenderer.emit(channel, {}, ...given),
  };
}

function compile(source: string, filename: string, parsingContext: Context) {
  const names = ['exports', 'require', 'module', 'process', 'Buffer', 'setImmediate', 'clearImmediate'];
  try {
    return compileFunction(source, names, { filename, parsingContext });
  } catch (fault) {
    if (/import statement|import.meta|Unexpected token 'export'/.test(String(fault)))
      refuse('preload-commonjs', filename);
    throw fault;
  }
}
