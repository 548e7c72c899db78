import type { Instant } from '../../../domain/basics.ts';
import { type accessFields, type accessListNames, shown } from '../../../domain/change-log.ts';
import type { LogWriter } from '../../ports/archive/change-log.ts';

type Item = {
  readonly list: (typeof accessListNames)[number];
  readonly id: string;
  /** What it was called when this happened. */
  readonly name: string;
  readonly isNew: boolean;
};
type Fields = Partial<
  Readonly<
    Record<(typeof accessFields)[number], readonly [before: string | undefined, after: string | undefined]>
  >
>;

/** One row for what is new, and one for each field that differs of what was there. */
export async function logAccessItem(
  tx: LogWriter,
  { list, id, name, isNew }: Item,
  fields: Fields,
  who: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const row = { subject: 'policy', subjectId: id, ...who } as const;
  if (isNew) return tx.log({ ...row, code: 'access-item-added', facts: { list, name } });
  for (const field of ['name', 'parent', 'bases', 'members', 'until', 'merged', 'screening'] as const) {
    const [before, after] = (fields[field] ?? []).map(shown);
    if (before === undefined || after === undefined || before === after) continue;
    await tx.log({ ...row, code: 'access-item-changed', facts: { list, name, field, before, after } });
  }
}
