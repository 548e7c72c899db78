import { parentPort } from 'node:worker_threads';
import { findPdfObjection } from './find-pdf-objection.ts';
import { makeSignedDocument } from './make-signed-document.ts';
import type { PdfRequest, PdfResponse } from './pdf-task.ts';

parentPort?.on('message', (request: PdfRequest) => {
  run(request).then(
    (response) => parentPort?.postMessage(response),
    (fault: unknown) => {
      const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      parentPort?.postMessage({ id: request.id, fault: text } satisfies PdfResponse);
    },
  );
});

async function run({ id, task }: PdfRequest): Promise<PdfResponse> {
  if (task.kind === 'check') return { id, objection: await findPdfObjection(task.bytes) };
  return { id, bytes: await makeSignedDocument(task.order) };
}
