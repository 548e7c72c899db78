import { expect, test } from 'vitest';
import { showEvent } from '../../../domain/access/show-event.ts';
import { showEntry } from '../../../domain/access/shown.ts';
import { toId } from '../../../domain/basics.ts';
import { actorIn } from '../../support/actor.ts';
import { unit } from '../../support/units.ts';

test('news of an answer tells its title to those only who may see the entry', () => {
  const event = {
    kind: 'answer.received',
    entryId: toId<'entry'>('e1'),
    caseNumber: '2026/1',
    outcome: 'signed',
    title: 'hemmelig',
  } as const;
  const entry = {
    title: 'hemmelig',
    adminUnit: unit('Personal'),
    caseworker: toId<'user'>('u1'),
    screening: {
      accessCode: toId<'access-code'>('P'),
      legalBasis: 'Offl. § 25',
      hidesTitle: true,
      hidesParties: true,
      hidesDocuments: true,
    },
  };
  const file = { caseOwner: toId<'user'>('u1') };
  const cleared = actorIn('Personal', ['caseworker'], {
    clearances: [{ accessCode: toId('P'), units: [unit('Personal')] }],
  });
  const stranger = actorIn('Personal', ['reader']);
  expect(showEvent(event, showEntry(cleared, entry, file))).toMatchObject({ title: 'hemmelig' });
  expect(showEvent(event, showEntry(stranger, entry, file))).toMatchObject({ title: '*****' });
  expect(showEvent(event, undefined)).toMatchObject({ title: '*****', caseNumber: '2026/1' });
});
