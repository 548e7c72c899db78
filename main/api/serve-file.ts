import type { DocumentObjectId, JobId } from '../../domain/basics.ts';
import type { ServedFile } from '../application/application-shape.ts';
import type { Desk } from './desk.ts';

/** Answers the `url`s that views carry: a document's file, a job's merged PDF, or a preview not yet sent. */
export const serveFile =
  (desk: Desk) =>
  async (path: string): Promise<ServedFile | undefined> => {
    const [, root, kind, id] = path.split('/');
    if (root !== 'files' || !id) return undefined;
    if (kind === 'object') return objectFile(desk, id);
    if (kind === 'job') return jobFile(desk, id);
    if (kind !== 'merged') return undefined;
    const merged = [...desk.memory.merged.values()].find((candidate) => candidate.sha256 === id);
    return merged && pdfFile(merged.bytes, merged.sha256, 'forhandsvisning.pdf');
  };

const pdfFile = (bytes: Uint8Array, sha256: string, fileName: string): ServedFile => ({
  bytes,
  mime: 'application/pdf',
  fileName,
  etag: sha256,
});

async function objectFile(desk: Desk, id: string): Promise<ServedFile | undefined> {
  const found = await desk.archive.read.findDocumentObject(id as DocumentObjectId);
  const bytes = found && (await desk.archive.read.readFile(found.object.sha256));
  return (
    found &&
    bytes && { bytes, mime: found.object.mime, fileName: found.object.fileName, etag: found.object.sha256 }
  );
}

async function jobFile(desk: Desk, id: string): Promise<ServedFile | undefined> {
  const job = await desk.archive.read.findJob(id as JobId);
  const bytes = job && (await desk.archive.read.readFile(job.merged.sha256));
  return job && bytes && pdfFile(bytes, job.merged.sha256, 'til-signering.pdf');
}
