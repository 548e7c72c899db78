import { Worker } from 'node:worker_threads';
import type { SignedDocumentOrder } from './make-signed-document.ts';
import type { PdfRequest, PdfResponse, PdfTask } from './pdf-task.ts';

/** PDF work in a thread of its own, so that no document can hold the portal up. */
export type PdfWorkshop = {
  /** Why a document cannot be taken, or undefined. */
  readonly findObjection: (bytes: Uint8Array) => Promise<string | undefined>;
  readonly make: (order: SignedDocumentOrder) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

type Running = {
  readonly resolve: (response: PdfResponse) => void;
  readonly reject: (fault: Error) => void;
};

const plainLimits = { check: 10_000, make: 60_000 };

/** The document was too much for the thread, in time or memory. */
class PdfTooHard extends Error {
  override readonly name = 'PdfTooHard';
}

/**
 * Starts its thread when first needed, and a new one after a document that was too much for it. One task at a time, so
 * that such a document takes no other with it.
 */
export function openPdfWorkshop(limitsMs = plainLimits): PdfWorkshop {
  let worker: Worker | undefined;
  let running: Running | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let lastId = 0;

  const giveUp = async (message: string) => {
    const ended = worker;
    worker = undefined;
    running?.reject(new PdfTooHard(message));
    await ended?.terminate();
  };

  const ready = (): Worker => {
    if (worker) return worker;
    const file = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js';
    const started = new Worker(new URL(file, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    started.on('message', (response: PdfResponse) => running?.resolve(response));
    started.on('error', (fault: Error) => {
      if (started === worker) void giveUp(fault.message);
    });
    started.unref();
    worker = started;
    return started;
  };

  const runNow = (task: PdfTask) => {
    let timer: NodeJS.Timeout | undefined;
    const outcome = new Promise<PdfResponse>((resolve, reject) => {
      running = { resolve, reject };
      lastId += 1;
      timer = setTimeout(() => void giveUp('the PDF took too long'), limitsMs[task.kind]);
      ready().postMessage({ id: lastId, task } satisfies PdfRequest);
    });
    return outcome.finally(() => {
      clearTimeout(timer);
      running = undefined;
    });
  };

  const run = (task: PdfTask): Promise<PdfResponse> => {
    const mine = turn.then(() => runNow(task));
    turn = mine.catch(() => {});
    return mine;
  };

  return {
    findObjection: async (bytes) => {
      const response = await run({ kind: 'check', bytes }).catch((fault: unknown) => {
        if (fault instanceof PdfTooHard) return { id: 0, fault: fault.message };
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
    close: () => giveUp('the portal is closing'),
  };
}
