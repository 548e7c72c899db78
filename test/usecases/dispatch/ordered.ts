import { expect } from 'vitest';
import type { EntryId } from '../../../domain/basics.ts';
import { checkEntryDispatch } from '../../../main/usecases/dispatch/check-entry-dispatch.ts';
import { type Desk, kari, must } from '../../support/desk.ts';

export const check = async (desk: Desk, entryId: EntryId, order = desk.order(), user = kari) =>
  must(await checkEntryDispatch(desk.needs)(user, entryId, order));

/** Nothing was recorded: no job, and the entry as it was. */
export const untouched = async (desk: Desk, entryId: EntryId) => {
  expect(await desk.read.jobsOf(entryId)).toEqual([]);
  expect((await desk.entry(entryId)).status).toBe('F');
};
