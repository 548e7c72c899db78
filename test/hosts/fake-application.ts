import { vi } from 'vitest';
import type { Application } from '../../main/application/application-shape.ts';
import type { News } from '../../preload/contract/contract.ts';

/** Answers with what it was asked; holds one file; `tell` sends news. */
export function fakeApplication() {
  const listeners = new Set<(news: News) => void>();
  const app = {
    ask: vi.fn(async (name: string, input: unknown) => ({ ok: true, value: { name, input } }) as const),
    stage: vi.fn(
      async (bytes: Uint8Array) => ({ ok: true, value: { stagedId: String(bytes.byteLength) } }) as const,
    ),
    onTell: (listener: (news: News) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    serveFile: vi.fn(async (path: string) =>
      path === '/files/object/1'
        ? {
            bytes: Uint8Array.of(1, 2, 3),
            mime: 'application/pdf',
            fileName: 'Leieavtale «ø».pdf',
            etag: 'abc',
          }
        : path === '/files/object/2'
          ? { bytes: Uint8Array.of(60), mime: 'text/html', fileName: 'side.html', etag: 'def' }
          : undefined,
    ),
    close: vi.fn(async () => undefined),
  } satisfies Application;
  const tell = (news: News) => {
    for (const listener of listeners) listener(news);
  };
  return { app, tell, listeners };
}
