import { type Sha256, toId } from '../../domain/basics.ts';
import { hasAbility } from '../../domain/roles.ts';
import { FileWithheld } from '../ports/file-withheld.ts';
import { VaultLocked } from '../ports/vault.ts';
import type { RequestContext } from './request-context.ts';

/** A file on its way to the window. `mime` is never guessed from content a clerk chose to call something. */
export type ServedFile = {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly fileName: string;
  readonly etag: string;
};

/** Answers the `url`s that views carry: a document's file, a job's merged PDF, or a preview not yet sent or saved. */
export const serveFile =
  (context: RequestContext) =>
  async (path: string): Promise<ServedFile | undefined> => {
    const [, root, kind, id] = path.split('/');
    if (root !== 'files' || !id) return undefined;
    if (kind === 'object') return objectFile(context, id);
    if (kind === 'job') return jobFile(context, id);
    if (kind === 'received') return receivedFile(context, id);
    if (kind === 'variant') return drawnFile(context, id);
    if (kind !== 'merged') return undefined;
    const merged = [...context.memory.merged.values()].find((candidate) => candidate.sha256 === id);
    if (merged && !hasAbility(await context.session.user(), 'dispatch'))
      throw new FileWithheld('not-allowed');
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
  const bytes = found && (await readAllowed(context, found.object.sha256));
  return (
    found &&
    bytes && { bytes, mime: found.object.mime, fileName: found.object.fileName, etag: found.object.sha256 }
  );
}

async function jobFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const job = await context.archive.read.findJob(toId(id));
  const bytes = job && (await readAllowed(context, job.merged.sha256));
  return job && bytes && pdfFile(bytes, job.merged.sha256, 'til-signering.pdf');
}

/** A sealed file shows identity numbers, and is for those only who may see one. */
async function readAllowed(context: RequestContext, sha256: Sha256): Promise<Uint8Array | undefined> {
  const { read } = context.archive;
  if ((await read.isFileSealed(sha256)) && !hasAbility(await context.session.user(), 'register'))
    throw new FileWithheld('not-allowed');
  try {
    return await read.readFile(sha256);
  } catch (fault) {
    if (fault instanceof VaultLocked) throw new FileWithheld('key-missing');
    throw fault;
  }
}

/** A public variant that is not saved yet: for whoever may save it. */
async function drawnFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const variant = [...context.variants.drawn.values()].find(({ sha256 }) => sha256 === id);
  if (variant && !hasAbility(await context.session.user(), 'register')) throw new FileWithheld('not-allowed');
  return variant && pdfFile(variant.bytes, variant.sha256, variant.fileName);
}

/** What the service delivered last for a doubtful job. It is a PDF, or no address would lead here. */
async function receivedFile(context: RequestContext, id: string): Promise<ServedFile | undefined> {
  const last = (await context.archive.read.receivedOf(toId(id))).at(-1);
  if (!last?.document || last.doubts.includes('unreadable')) return undefined;
  const bytes = await readAllowed(context, last.document);
  return bytes && pdfFile(bytes, last.document, 'mottatt.pdf');
}
