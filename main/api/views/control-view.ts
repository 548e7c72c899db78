import type { FiledControl, SignatureControl } from '../../../domain/signature-control.ts';
import type { ControlView, ListedSignature } from '../../../preload/contract/signatures.ts';
import type { ListedControl } from '../../usecases/signatures/list-renewals.ts';

/** For somebody who may read the file that was controlled. */
export const controlView = (control: SignatureControl | FiledControl): ControlView => ({
  id: control.id,
  fileName: control.fileName,
  sha256: control.sha256,
  size: control.size,
  at: control.at,
  by: control.by,
  seglVersion: control.seglVersion,
  report: control.report,
  verdict: control.verdict,
  isWorse: 'isWorse' in control && control.isWorse,
  isFiled: 'documentId' in control,
  pdfUrl: `/files/control-pdf/${control.id}`,
  jsonUrl: `/files/control-json/${control.id}`,
});

/** By its number and the title as this person may see it; nothing of who signed. */
export const listedView = ({ control, entry }: ListedControl): ListedSignature => ({
  entryId: entry.id,
  documentId: control.documentId,
  recordNumber: entry.recordNumber,
  title: entry.title,
  withheld: entry.withheld,
  controlId: control.id,
  word: control.report.word,
  at: control.at,
  renewal: control.report.renewal,
});
