import { toId } from '../../domain/basics.ts';
import type { FiledControl, SignatureControl } from '../../domain/signature-control.ts';
import { FileWithheld } from '../ports/file-withheld.ts';
import { openSigned } from '../usecases/signatures/open-signed.ts';
import type { RequestContext } from './request-context.ts';
import type { ServedFile } from './served-file.ts';

/**
 * The report of a control, for people or for machines: of a filed document to those who may read it, of a file from outside
 * to the one who asked.
 */
export async function controlReport(
  context: RequestContext,
  id: string,
  kind: 'pdf' | 'json',
): Promise<ServedFile | undefined> {
  const user = await context.session.user();
  const remembered = context.controls.get(toId(id));
  if (remembered) {
    if (remembered.askedBy !== user.id) throw new FileWithheld('not-allowed');
    return draw(context, remembered.control, false, kind);
  }
  const control = await context.archive.read.findControl(toId(id));
  const fileName = control && (await shownName(context, control));
  return control && fileName !== undefined ? draw(context, { ...control, fileName }, true, kind) : undefined;
}

/** The name of the file as this person may see it; nothing where they may not read it. */
async function shownName(
  { archive: { read }, session }: RequestContext,
  control: FiledControl,
): Promise<string | undefined> {
  const user = await session.user();
  const place = await read.findDocumentObject(control.objectId);
  for (const entryId of place?.entryIds ?? []) {
    const opened = await openSigned(read, user, entryId, control.documentId);
    if (opened.ok) return opened.value.object.fileName;
  }
  return undefined;
}

async function draw(
  context: RequestContext,
  control: SignatureControl,
  isFiled: boolean,
  kind: 'pdf' | 'json',
): Promise<ServedFile> {
  const name = `${control.fileName.replace(/\.[^.]*$/u, '')}-signaturkontroll`;
  if (kind === 'json')
    return {
      bytes: new Uint8Array(Buffer.from(`${JSON.stringify(recordOf(control, isFiled), undefined, 2)}\n`)),
      mime: 'application/json',
      fileName: `${name}.json`,
      etag: `${control.id}-json`,
    };
  const { recordCreator } = await context.archive.read.identity();
  const letter = context.writeControlLetter(control, {
    isFiled,
    recordCreator: recordCreator.name,
    language: context.session.preferences().language,
  });
  return {
    bytes: await context.pdf.drawLetter(letter),
    mime: 'application/pdf',
    fileName: `${name}.pdf`,
    etag: `${control.id}-${letter.language}`,
  };
}

/** The same for machines: codes as Segl has them, times in UTC. `comparedWithSent` is absent where nothing was compared. */
const recordOf = ({ report, verdict, ...control }: SignatureControl, isFiled: boolean) => ({
  kind: 'segl-signature-control',
  format: 1,
  file: { name: control.fileName, size: control.size, sha256: control.sha256 },
  controlledAt: control.at,
  program: `Segl ${control.seglVersion}`,
  isFiled,
  report,
  ...(verdict && { comparedWithSent: verdict }),
});
