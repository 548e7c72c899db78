import { Worker } from 'node:worker_threads';
import type { SignedDocumentOrder } from './make-signed-document.ts';
import type { PdfRequest, PdfResponse, PdfTask } from './pdf-task.ts';

/** PDF work in a thread of its own, so that no document can hold the portal up. */
export type PdfWorkshop = {
  /** What speaks against a document, or undefined. */
  readonly findObjection: (bytes: Uint8Array) => Promise<string | undefined>;
  readonly make: (order: SignedDocumentOrder) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly resolve: (response: PdfResponse) => void;
  readonly reject: (fault: Error) => void;
  readonly timer: NodeJS.Timeout;
};

const timeoutMs = 60_000;

export class PdfTooHard extends Error {}

/** Starts its thread when first needed, and a new one after a document that was too much for it. */
export function openPdfWorkshop(): PdfWorkshop {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const giveUp = (message: string) => {
    const ended = worker;
    worker = undefined;
    for (const one of waiting.values()) {
      clearTimeout(one.timer);
      one.reject(new PdfTooHard(message));
    }
    waiting.clear();
    return ended?.terminate();
  };

  const running = (): Worker => {
    if (worker) return worker;
    const file = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js';
    const started = new Worker(new URL(file, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    started.on('message', (response: PdfResponse) => {
      const one = waiting.get(response.id);
      waiting.delete(response.id);
      clearTimeout(one?.timer);
      one?.resolve(response);
    });
    started.on('error', (fault: Error) => {
      if (started === worker) void giveUp(fault.message);
    });
    started.unref();
    worker = started;
    return started;
  };

  const run = (task: PdfTask) =>
    new Promise<PdfResponse>((resolve, reject) => {
      lastId += 1;
      const timer = setTimeout(() => void giveUp('the PDF took too long'), timeoutMs);
      waiting.set(lastId, { resolve, reject, timer });
      running().postMessage({ id: lastId, task } satisfies PdfRequest);
    });

  return {
    findObjection: async (bytes) => {
      const response = await run({ kind: 'check', bytes }).catch((fault: unknown) => {
        if (fault instanceof PdfTooHard) return { id: 0, objection: 'cannot be read as a PDF' };
        throw fault;
      });
      if ('fault' in response) return 'cannot be read as a PDF';
      return 'objection' in response ? response.objection : undefined;
    },
    make: async (order) => {
      const response = await run({ kind: 'make', order });
      if ('bytes' in response) return response.bytes;
      throw new Error('fault' in response ? response.fault : 'the worker gave no document');
    },
    close: async () => {
      await giveUp('the portal is closing');
    },
  };
}
