import { caseNumber } from '../../../domain/case-file.ts';
import { caseStatuses } from '../../../domain/code-lists.ts';
import type { CaseChange, CaseWriter } from '../../ports/archive/cases.ts';
import { changedColumns, orNull } from './absent-values.ts';
import { loadCase } from './case-queries.ts';
import { toText } from './code-texts.ts';
import type { Archive } from './connection.ts';
import { titleKey } from './fold-text.ts';
import { nextNumber, yearOf } from './numbering.ts';
import { screeningColumns } from './screening-rows.ts';
import { indexCase } from './search-text.ts';

export const caseChanges = (db: Archive) =>
  ({
    addCase: async (file) => {
      const year = yearOf(file.caseDate);
      const sequence = await nextNumber(db, 'case', String(year));
      await db
        .insertInto('case_file')
        .values({
          id: file.id,
          year,
          sequence,
          case_number: caseNumber(year, sequence),
          title: file.title,
          title_key: titleKey(file.title),
          open_title_key: null,
          public_title: orNull(file.publicTitle),
          status: toText(caseStatuses, file.status),
          case_date: file.caseDate,
          admin_unit: file.adminUnit,
          case_owner: file.caseOwner,
          class_id: file.classId,
          ...screeningColumns(file.screening),
          created_at: file.createdAt,
          created_by: file.createdBy,
          closed_at: null,
          closed_by: null,
          changed_at: file.createdAt,
        })
        .execute();
      await indexCase(db, file.id);
      return loadCase(db, file.id);
    },
    changeCase: async (id, change) => {
      const columns = caseColumns(change);
      if (Object.keys(columns).length > 0)
        await db.updateTable('case_file').set(columns).where('id', '=', id).execute();
      const file = await loadCase(db, id);
      if ('title' in change || 'publicTitle' in change || 'screening' in change) await indexCase(db, id);
      return file;
    },
  }) satisfies CaseWriter;

const caseColumns = (change: CaseChange) => ({
  ...changedColumns(change, {
    title: 'title',
    publicTitle: 'public_title',
    adminUnit: 'admin_unit',
    caseOwner: 'case_owner',
    classId: 'class_id',
    closedAt: 'closed_at',
    closedBy: 'closed_by',
  }),
  ...(change.title === undefined ? {} : { title_key: titleKey(change.title) }),
  ...(change.status === undefined ? {} : { status: toText(caseStatuses, change.status) }),
  ...('screening' in change ? screeningColumns(change.screening) : {}),
});
