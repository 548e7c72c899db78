import { vi } from 'vitest';
import { asShown, type Shown } from '../../domain/access/shown.ts';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { Application } from '../../main/application/application.ts';
import { FileWithheld } from '../../main/ports/file-withheld.ts';

/** Answers with what it was asked; holds one file; `publish` sends an event. */
export function fakeApplication() {
  const listeners = new Set<(event: Shown<ArchiveEvent>) => void>();
  const app = {
    ask: vi.fn(async (name: string, input: unknown) => ({ ok: true, value: { name, input } }) as const),
    stage: vi.fn(
      async (bytes: Uint8Array) => ({ ok: true, value: { stagedId: String(bytes.byteLength) } }) as const,
    ),
    onEvent: (listener: (event: Shown<ArchiveEvent>) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    serveFile: vi.fn(async (path: string) => {
      if (path === '/files/object/locked') throw new FileWithheld('key-missing');
      return path === '/files/object/1'
        ? {
            bytes: Uint8Array.of(1, 2, 3),
            mime: 'application/pdf',
            fileName: 'Leieavtale «ø».pdf',
            etag: 'abc',
          }
        : path === '/files/object/2'
          ? { bytes: Uint8Array.of(60), mime: 'text/html', fileName: 'side.html', etag: 'def' }
          : undefined;
    }),
    close: vi.fn(async () => undefined),
  } satisfies Application;
  const publish = (event: ArchiveEvent) => {
    for (const listener of listeners) listener(asShown(event));
  };
  return { app, publish, listeners };
}
