import type { ArchiveReader } from '../../ports/archive-store.ts';
import { administrationQueries } from './administration.ts';
import { answerQueries } from './answers.ts';
import { basketQueries } from './baskets.ts';
import { caseQueries } from './case-queries.ts';
import { balanceQueries, logQueries } from './change-log.ts';
import type { Archive } from './connection.ts';
import { documentQueries } from './document-queries.ts';
import { entryQueries } from './entry-queries.ts';
import { fileQueries } from './files.ts';
import { jobQueries } from './job-queries.ts';

export const createReader = (db: Archive): ArchiveReader => ({
  ...administrationQueries(db),
  ...caseQueries(db),
  ...entryQueries(db),
  ...documentQueries(db),
  ...fileQueries(db),
  ...jobQueries(db),
  ...answerQueries(db),
  ...basketQueries(db),
  ...logQueries(db),
  ...balanceQueries(db),
});
