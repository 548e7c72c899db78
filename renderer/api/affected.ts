import type { Query, QueryClient } from '@tanstack/react-query';
import type { ArchiveEvent } from '../../domain/events.ts';
import type { MethodName } from '../../preload/contract/contract.ts';

/** What changed in the archive, by id; where nothing is named, anything may have. */
export type Changed = { readonly caseIds: readonly string[]; readonly entryIds: readonly string[] };
export const everything: Changed = { caseIds: [], entryIds: [] };

/**
 * What a question reads: one `case`, one `entry` (with its case and the entries it is linked to), or `lists` over all of
 * them. A question that is not here reads settings, which a change in the archive leaves as they are.
 */
const reads: { readonly [Method in MethodName]?: 'case' | 'entry' | 'lists' } = {
  'cases.open': 'case',
  'cases.entries': 'case',
  'cases.log': 'case',
  'entries.open': 'entry',
  'entries.log': 'entry',
  'dispatch.prepare': 'entry',
  'dispatch.weigh': 'entry',
  'cases.search': 'lists',
  'desk.baskets': 'lists',
  'desk.basket': 'lists',
  'signing.list': 'lists',
  'desk.notices': 'lists',
  'access.read': 'lists',
  'bin.list': 'lists',
  'ownership.planned': 'lists',
  'looking.list': 'lists',
  'parties.mismatches': 'lists',
  'restoration.read': 'lists',
  'screenings.counts': 'lists',
  'screenings.list': 'lists',
  'service.read': 'lists',
  'signatures.lists': 'lists',
  'signatures.controls': 'entry',
};
const isRead = (name: unknown): name is keyof typeof reads => typeof name === 'string' && name in reads;

/** What an event of the application says has changed. */
export const changedBy = (event: ArchiveEvent): Changed => {
  if (event.kind === 'archive.changed') return event;
  return { caseIds: [], entryIds: event.kind === 'jobs.progress' ? [] : [event.entryId] };
};

/** What a command changes: the entry or case that its input names, else anything. */
export function namedIn(client: QueryClient, input: unknown): Changed {
  const entryId = textIn(input, 'entryId');
  const caseId = textIn(input, 'caseId') ?? (entryId && caseOf(client, entryId));
  return caseId === undefined ? everything : { caseIds: [caseId], entryIds: entryId ? [entryId] : [] };
}

/** Reads again what is on the screen and reads what changed; what is not shown is forgotten, for it may be screened now. */
export function refresh(client: QueryClient, changed: Changed): Promise<void> {
  const affected = client
    .getQueryCache()
    .findAll({ predicate: (query) => isAffected(client, query, changed) });
  for (const query of affected) if (!query.isActive()) client.getQueryCache().remove(query);
  return client.invalidateQueries({ predicate: (query) => affected.includes(query) });
}

/** Forgets what was answered to questions that nothing on the screen asks, and what commands answered. */
export function forgetUnshown(client: QueryClient): void {
  client.removeQueries({ type: 'inactive' });
  client.getMutationCache().clear();
}

function isAffected(client: QueryClient, { queryKey, state }: Query, changed: Changed): boolean {
  if (changed.caseIds.length + changed.entryIds.length === 0) return true;
  const [name, input] = queryKey;
  if (!isRead(name)) return false;
  switch (reads[name]) {
    case 'lists':
      return true;
    case 'case':
      return changed.caseIds.includes(textIn(input, 'caseId') ?? '');
    case 'entry': {
      const entryId = textIn(input, 'entryId') ?? '';
      return (
        changed.entryIds.includes(entryId) ||
        changed.caseIds.includes(caseOf(client, entryId) ?? '') ||
        linkedTo(state.data).some((other) => changed.entryIds.includes(other))
      );
    }
    case undefined:
      return false;
  }
}

const textIn = (value: unknown, name: string): string | undefined => {
  const found = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const text: unknown = found.find(([field]) => field === name)?.[1];
  return typeof text === 'string' ? text : undefined;
};

/** The case of an entry that has been read. */
const caseOf = (client: QueryClient, entryId: string): string | undefined =>
  textIn(client.getQueryData(['entries.open', { entryId }]), 'caseId');

function linkedTo(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('links' in data) || !Array.isArray(data.links))
    return [];
  return data.links.flatMap((link: unknown) => textIn(link, 'entryId') ?? []);
}
