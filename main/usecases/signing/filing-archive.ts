import type { AccessReader } from '../../ports/archive/access.ts';
import type { AnswerReader, AnswerWriter } from '../../ports/archive/answers.ts';
import type { CaseReader } from '../../ports/archive/cases.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';
import type { DocumentReader, DocumentWriter } from '../../ports/archive/documents.ts';
import type { EntryReader, EntryWriter } from '../../ports/archive/entries.ts';
import type { EntryLinkWriter } from '../../ports/archive/entry-links.ts';
import type { FileReader, FileWriter } from '../../ports/archive/files.ts';
import type { JobReader, JobWriter } from '../../ports/archive/jobs.ts';
import type { PartyReader, PartyWriter } from '../../ports/archive/parties.ts';
import type { PolicyReader } from '../../ports/archive/policy.ts';
import type { TakeOverReader } from '../../ports/archive/take-overs.ts';
import type { UserReader } from '../../ports/archive/users.ts';

/** What of the archive filing an answer reads and writes; whoever files one asks for these besides its own. */
export type FilingReads = AccessReader &
  AnswerReader &
  CaseReader &
  DocumentReader &
  EntryReader &
  PartyReader &
  FileReader &
  JobReader &
  PolicyReader &
  TakeOverReader &
  UserReader;
export type FilingWrites = AnswerWriter &
  DocumentWriter &
  EntryLinkWriter &
  EntryWriter &
  FileWriter &
  JobWriter &
  LogWriter &
  PartyWriter;
