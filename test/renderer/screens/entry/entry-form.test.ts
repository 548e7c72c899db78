import { describe, expect, test } from 'vitest';
import { toId } from '../../../../domain/basics.ts';
import { moveItem } from '../../../../renderer/components/move-item.ts';
import { scaleToFit, stepZoom } from '../../../../renderer/components/pdf/zoom.ts';
import {
  changedFields,
  mergeNewer,
  toChange,
  toForm,
} from '../../../../renderer/screens/entry/entry-form.ts';
import { faultKind, groupPlaces, waitsFor } from '../../../../renderer/screens/entry/job-words.ts';
import { mainAction, mayTake, otherSteps } from '../../../../renderer/screens/entry/next-step.ts';
import { isOrganisationNumberShape, tellDigits } from '../../../../renderer/screens/entry/party-form.ts';
import { aJob, anEntry } from '../../../support/fake-entries.ts';

const opened = toForm(anEntry({ title: 'Avtale', nonSensitiveTitle: 'Brev' }));

describe('editing an entry', () => {
  test('sends only what was changed', () => {
    const form = { ...opened, dueOn: '2026-12-01' };
    expect(toChange('e1', 4, opened, form)).toEqual({ entryId: 'e1', revision: 4, dueOn: '2026-12-01' });
  });

  test('takes a screening away with null, and leftovers of it are no change', () => {
    const screened = {
      ...opened,
      screening: {
        accessCode: toId<'access-code'>('UO'),
        legalBasis: 'Offl. § 13',
        hidesTitle: true,
        hidesParties: false,
        hidesDocuments: true,
        endsOn: '',
      },
    };
    const open = { ...screened, screening: { ...screened.screening, accessCode: '' } };
    expect(toChange('e1', 1, screened, open)).toEqual({ entryId: 'e1', revision: 1, screening: null });
    expect(changedFields(opened, open)).toEqual([]);
  });

  test('keeps what I typed when someone else saved first, and names what both changed', () => {
    const mine = { ...opened, title: 'Min tittel', dueOn: '2026-12-01' };
    const newer = { ...opened, title: 'Deres tittel', nonSensitiveTitle: 'Nytt brev' };
    const { form, clashes } = mergeNewer(opened, mine, newer);
    expect(form).toMatchObject({ title: 'Min tittel', dueOn: '2026-12-01', nonSensitiveTitle: 'Nytt brev' });
    expect(clashes).toEqual(['title']);
  });

  test('has no clash when both wrote the same', () => {
    const same = { ...opened, title: 'Samme' };
    expect(mergeNewer(opened, same, same).clashes).toEqual([]);
  });
});

describe('the next step', () => {
  const step = (to: 'F' | 'J' | 'U' | 'R' | 'G') => ({ to, decision: { may: true } as const });
  test('is to finish a draft, to dispatch a finished outgoing entry, to journal what is dispatched', () => {
    expect(mainAction(anEntry({ status: 'R', steps: [step('F'), step('U')] }))).toMatchObject({
      step: { to: 'F' },
    });
    expect(mainAction(anEntry({ status: 'F', steps: [step('R'), step('G')] }))).toMatchObject({
      kind: 'dispatch',
    });
    expect(mainAction(anEntry({ status: 'E', steps: [step('U'), step('J')] }))).toMatchObject({
      step: { to: 'J' },
    });
    expect(mainAction(anEntry({ status: 'A', steps: [] }))).toBeUndefined();
  });

  test('leaves the other steps to the menu', () => {
    const entry = anEntry({ status: 'R', steps: [step('F'), step('U')] });
    expect(otherSteps(entry, mainAction(entry)).map(({ to }) => to)).toEqual(['U']);
  });

  test('lets one expunge although the reason is still to be asked for', () => {
    expect(mayTake({ to: 'U', decision: { may: false, code: 'reason-missing' } })).toBe(true);
    expect(mayTake({ to: 'U', decision: { may: false, code: 'not-allowed' } })).toBe(false);
  });
});

describe('a signing job in words', () => {
  test('says which group a signer waits for, counted as a clerk counts', () => {
    const job = aJob();
    expect(job.signers.map((signer) => waitsFor(job, signer))).toEqual([undefined, undefined, 2]);
    expect([...groupPlaces([{ group: 7 }, { group: 3 }])]).toEqual([
      [3, 1],
      [7, 2],
    ]);
  });

  test.each([
    ['ECONNREFUSED', 'network'],
    ['answer-lost', 'lost'],
    ['http-503', 'network'],
    ['interrupted', 'interrupted'],
    ['certificate-expired', 'setup'],
    ['SIGNER_INVALID', 'refused'],
    ['receiving', 'other'],
  ] as const)('has a sentence of its own for the fault %s', (code, kind) => {
    expect(faultKind(code)).toBe(kind);
  });
});

describe('what is typed', () => {
  test.each([
    ['', 'nothing'],
    ['128294', 'short'],
    ['128294 99914', 'whole'],
    ['１２８２９４９９９１４', 'whole'],
    ['12829499914 1', 'long'],
    ['12829499914x', 'not-digits'],
  ])('as an identity number, %o, is told to be %s', (typed, told) => {
    expect(tellDigits(typed).told).toBe(told);
  });

  test('as an organisation number has nine digits or nothing', () => {
    expect(['974 760 673', '', '97476067', 'abc'].map(isOrganisationNumberShape)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test('an item moves one place at a time and never out of its list', () => {
  const list = ['a', 'b', 'c'];
  expect(moveItem(list, 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moveItem(list, 0, -1)).toBe(list);
  expect(moveItem(list, 2, 3)).toBe(list);
});

test('zoom goes from step to step from wherever it is, and stays within its bounds', () => {
  expect([stepZoom(0.68, 1), stepZoom(0.68, -1), stepZoom(4, 1), stepZoom(0.25, -1)]).toEqual([
    0.75, 0.67, 4, 0.25,
  ]);
  expect(scaleToFit(595 * (96 / 72), 595)).toBeCloseTo(1);
  expect(scaleToFit(-24, 595)).toBe(0.25);
});
