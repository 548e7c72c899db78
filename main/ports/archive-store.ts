import type { AccessReader, AccessWriter } from './archive/access.ts';
import type { AccessUseReader, AccessUseWriter } from './archive/access-use.ts';
import type { AnswerReader, AnswerWriter } from './archive/answers.ts';
import type { ArchiveIdentityReader } from './archive/archive-identity.ts';
import type { BasketReader } from './archive/baskets.ts';
import type { BinReader, BinWriter } from './archive/bin.ts';
import type { CaseReader, CaseWriter } from './archive/cases.ts';
import type { LogReader, LogWriter } from './archive/change-log.ts';
import type { ClassReader, ClassWriter } from './archive/classes.ts';
import type { DispatchDraftReader, DispatchDraftWriter } from './archive/dispatch-drafts.ts';
import type { DocumentReader, DocumentWriter } from './archive/documents.ts';
import type { EntryReader, EntryWriter } from './archive/entries.ts';
import type { EntryLinkReader, EntryLinkWriter } from './archive/entry-links.ts';
import type { FileReader, FileWriter } from './archive/files.ts';
import type { HoldingsReader } from './archive/holdings.ts';
import type { JobReader, JobWriter } from './archive/jobs.ts';
import type { LookingLogReader, LookingLogWriter } from './archive/looking-log.ts';
import type { MailingReader, MailingWriter } from './archive/mailings.ts';
import type { PartyReader, PartyWriter } from './archive/parties.ts';
import type { PartyMismatchReader, PartyMismatchWriter } from './archive/party-mismatches.ts';
import type { PolicyReader, PolicyWriter } from './archive/policy.ts';
import type { PollTimeReader, PollTimeWriter } from './archive/poll-times.ts';
import type { ReceivedAnswerReader, ReceivedAnswerWriter } from './archive/received-answers.ts';
import type { RestorationReader, RestorationWriter } from './archive/restorations.ts';
import type { ScreeningReader } from './archive/screenings.ts';
import type { SignatureControlReader, SignatureControlWriter } from './archive/signature-controls.ts';
import type { TakeOverReader, TakeOverWriter } from './archive/take-overs.ts';
import type { TimeStampSettingsReader, TimeStampSettingsWriter } from './archive/time-stamp-settings.ts';
import type { UserReader, UserWriter } from './archive/users.ts';
import type { VaultLockReader, VaultLockWriter } from './archive/vault-lock.ts';

/** All that can be read of the archive. Code that reads some of it asks for those readers. */
export type ArchiveReader = ArchiveIdentityReader &
  PolicyReader &
  UserReader &
  AccessReader &
  AccessUseReader &
  LookingLogReader &
  ClassReader &
  CaseReader &
  EntryReader &
  EntryLinkReader &
  MailingReader &
  PartyReader &
  PartyMismatchReader &
  DocumentReader &
  FileReader &
  DispatchDraftReader &
  JobReader &
  AnswerReader &
  ReceivedAnswerReader &
  PollTimeReader &
  VaultLockReader &
  BasketReader &
  BinReader &
  HoldingsReader &
  LogReader &
  RestorationReader &
  ScreeningReader &
  SignatureControlReader &
  TakeOverReader &
  TimeStampSettingsReader;

/** What a transaction may do besides reading. Nothing outside the archive is awaited inside it. */
export type ArchiveWriter = ArchiveReader &
  PolicyWriter &
  UserWriter &
  AccessWriter &
  AccessUseWriter &
  LookingLogWriter &
  ClassWriter &
  CaseWriter &
  EntryWriter &
  BinWriter &
  EntryLinkWriter &
  MailingWriter &
  PartyWriter &
  PartyMismatchWriter &
  DocumentWriter &
  FileWriter &
  DispatchDraftWriter &
  JobWriter &
  AnswerWriter &
  ReceivedAnswerWriter &
  PollTimeWriter &
  VaultLockWriter &
  LogWriter &
  RestorationWriter &
  SignatureControlWriter &
  TakeOverWriter &
  TimeStampSettingsWriter;

/** The archive. Reading sees committed state; a change is one transaction that is kept whole or not at all. */
export interface ArchiveStore {
  readonly read: ArchiveReader;
  change<T>(work: (archive: ArchiveWriter) => Promise<T>): Promise<T>;
  /** A consistent copy of the whole archive while it is in use. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The part of the archive that one use case touches: what it reads, and what else it does inside a change. The whole
 * {@link ArchiveStore} is one of these. `change` is a property, so that the compiler also compares what is written when
 * one use case hands its part to another.
 */
export type ArchivePart<Reads, Writes = unknown> = {
  readonly read: Reads;
  readonly change: <T>(work: (archive: Reads & Writes) => Promise<T>) => Promise<T>;
};
