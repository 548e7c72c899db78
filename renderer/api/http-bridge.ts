import type { ArchiveEvent } from '../../domain/events.ts';
import type { Bridge, OnEvent, Reply } from '../../preload/contract/contract.ts';
import { noteConnection } from './connection.ts';

const unanswered: Reply<never> = { ok: false, refusal: { code: 'connection-lost' } };

async function post<T>(path: string, request: RequestInit): Promise<Reply<T>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...request });
    // The dispatcher has held the answer to the contract's schema before it was sent.
    const reply = (await response.json()) as Reply<T>;
    noteConnection(true);
    return reply;
  } catch {
    noteConnection(false);
    return unanswered;
  }
}

const RETRY_MS = 2_000;

/** One stream for the whole window. A browser gives up on some faults, so it is opened anew by us. */
const onEvent: OnEvent = (listener) => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let interrupted = false;
  const open = () => {
    source = new EventSource('/events');
    source.onopen = () => {
      noteConnection(true);
      // Events sent while the stream was down are lost, so anything may have changed.
      if (interrupted) listener({ kind: 'archive.changed', caseIds: [], entryIds: [] });
      interrupted = false;
    };
    // As above: the contract's promise.
    source.onmessage = (event) => listener(JSON.parse(String(event.data)) as ArchiveEvent);
    source.onerror = () => {
      interrupted = true;
      noteConnection(false);
      source?.close();
      timer = setTimeout(open, RETRY_MS);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
};

/** The bridge over the local server of the Node host. */
export const httpBridge: Bridge = {
  ask: (name, input) =>
    post(`/ask/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }),
  stage: (bytes) =>
    post('/stage', { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: bytes }),
  onEvent,
  onGo: () => () => undefined,
};
