import { toId } from '../../domain/basics.ts';
import type { RequestContext } from './request-context.ts';

/** A file on its way to the window. `mime` is never guessed from content a clerk chose to call something. */
export type ServedFile = {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
  readonly etag: string;
};

/** Answers the `url`s that views carry: a document's file, a job's merged PDF, or a preview not yet sent. */
export const serveFile =
  (context: RequestContext) =>
  async (path: string): Promise<ServedFile | undefined> => {
    const [, root, kind, id] = path.split('/');
    if (root !== 'files' || !id) return undefined;
    if (kind === 'object') return objectFile(context, id);
    if (kind === 'job') return jobFile(context, id);
    if (kind !== 'merged') return undefined;
    const merged = [...context.memory.merged.values()].find((candidate) => candidate.sha256 === id);
    return merged && pdfFile(merged.bytes, merged.sha256, 'forhandsvisning.pdf');
  };

const pdfFile = (bytes: Uint8Array, sha256: string, fileName: string): ServedFile => ({
  bytes,
  mime: 'application/pdf',
  fileName,
  etag: sha256,
});

async function objectFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const found = await context.archive.read.findDocumentObject(toId(id));
  const bytes = found && (await context.archive.read.readFile(found.object.sha256));
  return (
    found &&
    bytes && { bytes, mime: found.object.mime, fileName: found.object.fileName, etag: found.object.sha256 }
  );
}

async function jobFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const job = await context.archive.read.findJob(toId(id));
  const bytes = job && (await context.archive.read.readFile(job.merged.sha256));
  return job && bytes && pdfFile(bytes, job.merged.sha256, 'til-signering.pdf');
}
