import type { startingTexts } from '../../texts/starting.ts';
import { WrongArchiveKind } from '../ports/archive/archive-identity.ts';
import { StoreFault } from '../ports/archive/store-fault.ts';
import type { ArchiveHolder } from '../ports/archive-holder.ts';
import { PolicyUnreadable } from '../ports/machine-policy.ts';
import { VaultLocked } from '../ports/vault.ts';
import { ArchiveInUse } from './archive-in-use.ts';
import { EarlierEditionOpen, TwoPlaces } from './carry-over.ts';
import { FolderForbidden } from './choose-archive.ts';
import { DriveMissing } from './make-archive-folder.ts';
import { NetworkFolder } from './refuse-network.ts';
import { ProgramIncomplete } from './renderer-files.ts';

type Texts = (typeof startingTexts)['nb'];

/** Who has the archive open, as far as that is known. */
export const inUseSentence = (holder: ArchiveHolder | undefined, texts: Texts): string =>
  holder ? texts.inUseBy(holder.user, holder.machine, holder.process) : texts.inUse;

/** What kept Segl from starting, in a sentence that says what to do where that is known. */
export function explainStartFault(fault: unknown, texts: Texts): string {
  if (fault instanceof ArchiveInUse) return inUseSentence(fault.holder, texts);
  if (fault instanceof VaultLocked) return texts.keyRing;
  if (fault instanceof TwoPlaces) return texts.twoPlaces(fault.before, fault.now);
  if (fault instanceof EarlierEditionOpen) return texts.earlierEdition(fault.archive);
  if (fault instanceof DriveMissing) return texts.driveMissing(fault.folder);
  if (fault instanceof NetworkFolder) return texts.networkFolder(fault.folder, fault.behind);
  if (fault instanceof FolderForbidden) return texts.folderForbidden(fault.folder, fault.set);
  if (fault instanceof PolicyUnreadable) return texts.policyUnreadable(fault.place, fault.setting);
  if (fault instanceof ProgramIncomplete || isHalfProgram(fault)) return texts.incomplete;
  if (fault instanceof WrongArchiveKind) return texts.wrongKind[fault.kind];
  if (fault instanceof StoreFault) return texts.store[fault.kind];
  const { code, path } = readSystemFault(fault);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EEXIST':
    case 'ENOTDIR':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return texts.noAccess(path ?? code);
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return texts.diskFull;
    case 'EMFILE':
    case 'ENFILE':
      return texts.tooManyFiles;
    case 'ERR_MODULE_NOT_FOUND':
    case 'MODULE_NOT_FOUND':
    case 'ERR_DLOPEN_FAILED':
      return texts.incomplete;
    default:
      return texts.unexpected(fault instanceof Error ? fault.message : String(fault));
  }
}

/** A file of the program that is cut short, or that asks another for what that one has in another edition. */
const isHalfProgram = (fault: unknown): boolean =>
  fault instanceof SyntaxError &&
  /^ +at .*/m.exec(fault.stack ?? '')?.[0].includes('node:internal/modules/') === true;

/** Node's and SQLite's own codes; of SQLite's extended ones the first two words. */
function readSystemFault(fault: unknown): { readonly code: string; readonly path: string | undefined } {
  if (!(fault instanceof Error)) return { code: '', path: undefined };
  const code = 'code' in fault ? String(fault.code) : '';
  const path = 'path' in fault && typeof fault.path === 'string' ? fault.path : undefined;
  return { code: /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code, path };
}
