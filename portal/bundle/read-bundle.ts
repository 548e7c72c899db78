import { badBundle, badJob } from '../domain/api-error.ts';
import { maxDocumentBytes } from '../domain/limits.ts';
import { checkSignature } from './check-signature.ts';
import { findReferenced } from './file-reference.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { checkManifest } from './manifest-rules.ts';
import { openZip } from './open-zip.ts';

export type Bundle = {
  readonly manifest: Manifest;
  /** In manifest order. */
  readonly documents: readonly { readonly title: string; readonly href: string; readonly bytes: Buffer }[];
};

export type BundleContext = {
  readonly sender: string;
  readonly broker: string;
  readonly ca: string;
  readonly now: number;
  /** Why a document cannot be taken as a PDF; `undefined` when it can. */
  readonly findObjection: (bytes: Uint8Array) => Promise<string | undefined>;
};

/** Opens and judges an ASiC-E bundle: zip, signature, manifest, documents. */
export async function readBundle(bytes: Uint8Array, context: BundleContext): Promise<Bundle> {
  const entries = await openZip(bytes);
  const signatures = entries.get('META-INF/signatures.xml');
  if (!signatures) throw badBundle('META-INF/signatures.xml is missing');
  const extra = [...entries.keys()].find(
    (name) => name.startsWith('META-INF/') && name !== 'META-INF/signatures.xml',
  );
  if (extra) throw badBundle(`${extra} must not be in the bundle`);
  const files = new Map([...entries].filter(([name]) => !name.startsWith('META-INF/')));
  const manifestBytes = files.get('manifest.xml');
  if (!manifestBytes) throw badBundle('manifest.xml is missing');
  checkSignature({
    signatures,
    files,
    ca: context.ca,
    now: context.now,
    organisations: new Set([context.sender, context.broker]),
  });
  const manifest = readManifest(manifestBytes);
  checkManifest(manifest, context.sender, context.now);
  return { manifest, documents: await documentsOf(manifest, files, context) };
}

async function documentsOf(
  manifest: Manifest,
  files: ReadonlyMap<string, Buffer>,
  context: BundleContext,
): Promise<Bundle['documents']> {
  const names = new Set([...files.keys()].filter((name) => name !== 'manifest.xml'));
  const documents = manifest.documents.map((document) => {
    const name = findReferenced(names, document.href);
    const bytes = name === undefined ? undefined : files.get(name);
    if (name === undefined || !bytes) throw badBundle(`the document ${document.href} is not in the bundle`);
    names.delete(name);
    if (document.mime !== 'application/pdf')
      throw badJob(`${document.href}: ${document.mime} is not supported`);
    return { title: document.title, href: document.href, bytes };
  });
  const [unknown] = names;
  if (unknown !== undefined) throw badBundle(`${unknown} is not in the manifest`);
  const total = documents.reduce((sum, document) => sum + document.bytes.length, 0);
  if (total > maxDocumentBytes)
    throw badJob(`the documents are ${total} bytes; the maximum is ${maxDocumentBytes}`);
  for (const document of documents) {
    const objection = await context.findObjection(document.bytes);
    if (objection !== undefined) throw badJob(`${document.href} ${objection}`);
  }
  return documents;
}
