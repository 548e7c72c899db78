import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the folder of the window's pages, once they are built. */
    readonly pagesBuilder: string;
  }
}

/**
 * Builds the window's pages once for a whole run, when the first test asks for them: test files run in processes of
 * their own, so they ask over loopback. A run that needs no pages builds none.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'segl-pages-'));
  let built: Promise<unknown> | undefined;
  const server = createServer(async (_request, response) => {
    try {
      built ??= build({
        configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
        logLevel: 'error',
        build: { outDir: folder, emptyOutDir: true },
      });
      await built;
      response.end(folder);
    } catch (fault) {
      response.writeHead(500).end(String(fault));
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  // A listening TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  project.provide('pagesBuilder', `http://127.0.0.1:${port}/`);
  // Watching: the next run sees what has changed.
  project.onTestsRerun(() => {
    built = undefined;
  });
  return async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await rm(folder, { recursive: true, force: true });
  };
}
