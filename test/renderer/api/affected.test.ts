import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { toId } from '../../../domain/basics.ts';
import { changedBy, everything, forgetUnshown, namedIn, refresh } from '../../../renderer/api/affected.ts';

const shown = [
  ['session.open', {}],
  ['policy.read', {}],
  ['cases.open', { caseId: 'c1' }],
  ['cases.open', { caseId: 'c2' }],
  ['cases.entries', { caseId: 'c1', text: '', offset: 0, limit: 200 }],
  ['entries.open', { entryId: 'e1' }],
  ['entries.open', { entryId: 'e2' }],
  ['entries.log', { entryId: 'e1', offset: 0, limit: 20 }],
  ['desk.baskets', {}],
] as const;

/** A client that has read all of that, with entry e1 in case c1 and e2 in c2. */
function reader(links: readonly { readonly entryId: string }[] = []) {
  const client = new QueryClient();
  for (const key of shown) client.setQueryData(key, {});
  client.setQueryData(['entries.open', { entryId: 'e1' }], { caseId: 'c1', links: [] });
  client.setQueryData(['entries.open', { entryId: 'e2' }], { caseId: 'c2', links });
  return client;
}
/** What would be read anew: nothing on the screen asks these, so what was answered is forgotten. */
const old = (client: QueryClient) =>
  shown
    .filter((key) => client.getQueryState(key) === undefined)
    .map(([name, input]) => [name, ...Object.values(input).slice(0, 1)].join(' '));

const event = (caseIds: readonly string[], entryIds: readonly string[]) =>
  changedBy({
    kind: 'archive.changed',
    caseIds: caseIds.map((id) => toId<'case'>(id)),
    entryIds: entryIds.map((id) => toId<'entry'>(id)),
  });

test('a change of one entry lets what is read of other cases and of the settings stand', async () => {
  const client = reader();
  await refresh(client, event(['c1'], ['e1']));
  expect(old(client)).toEqual([
    'cases.open c1',
    'cases.entries c1',
    'entries.open e1',
    'entries.log e1',
    'desk.baskets',
  ]);
});

test('an entry is read again when one that it is linked to changes, whatever its case', async () => {
  const client = reader([{ entryId: 'e1' }]);
  await refresh(client, event(['c1'], ['e1']));
  expect(old(client)).toContain('entries.open e2');
});

test('when nobody knows what changed, everything is read again', async () => {
  const client = reader();
  await refresh(client, everything);
  expect(old(client)).toHaveLength(shown.length);
});

test('a command changes the entry it names and its case, and may change anything when it names none', async () => {
  expect(namedIn(reader(), { entryId: 'e2', to: 'F' })).toEqual({ caseIds: ['c2'], entryIds: ['e2'] });
  expect(namedIn(reader(), { caseId: 'c1' })).toEqual({ caseIds: ['c1'], entryIds: [] });
  expect(namedIn(reader(), { entryId: 'e9' })).toEqual(everything);
  expect(namedIn(reader(), { language: 'nn' })).toEqual(everything);
});

test('what the screen shows is read again in place, and what it does not show is forgotten', async () => {
  const client = reader();
  const queryKey = ['entries.open', { entryId: 'e1' }];
  let answer = 'as it was';
  const queryFn = () => Promise.resolve({ caseId: 'c1', links: [], title: answer });
  const stop = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
  answer = '*****';
  await refresh(client, everything);
  expect(client.getQueryCache().getAll()).toHaveLength(1);
  expect(client.getQueryData(queryKey)).toMatchObject({ title: '*****' });
  stop();
  forgetUnshown(client);
  expect(client.getQueryCache().getAll()).toEqual([]);
});
