import { describe, expect, test } from 'vitest';
import { inheritedDisposal } from '../../domain/disposal.ts';
import { readIdentityNumber } from '../../domain/identity-number.ts';
import { planArchive } from '../../main/training/plan-archive.ts';
import { readIngredients } from '../../main/training/read-ingredients.ts';
import { persons as portalPersons } from '../../portal/training/register.ts';
import { ingredientsFolder, sha256 } from './open-training.ts';

const ingredients = await readIngredients(ingredientsFolder);
const plan = await planArchive(ingredients, { sha256 });
const documents = plan.entries.flatMap(({ documents: papers }) => papers);
const letters = documents.flatMap(({ page }) => ('letter' in page ? [page.letter] : []));

test('every person is synthetic, with a number whose control digits are right', () => {
  for (const { number, name } of Object.values(ingredients.persons))
    expect(readIdentityNumber(number), name).toMatchObject({ synthetic: true, control2032: false });
});

test('the persons of the local portal go by the same name here', () => {
  const ours = Object.values(ingredients.persons).map(({ name, number }) => ({ name, number }));
  for (const { name, number } of portalPersons) expect(ours).toContainEqual({ name, number });
});

test('whoever a live job asks to sign can be reached in the portal', () => {
  const reachable = portalPersons.filter(({ outcome }) => outcome === 'reachable');
  const asked = plan.entries.flatMap(({ job }) => (job?.live ? job.signers : []));
  for (const { name, identityNumber } of asked)
    expect(reachable).toContainEqual({ name, number: identityNumber, outcome: 'reachable' });
});

test('every organisation number has its right control digit', () => {
  const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
  const numbers = [
    ingredients.municipality.organisationNumber,
    ...Object.values(ingredients.firms).map(({ organisationNumber }) => organisationNumber),
  ];
  for (const number of numbers)
    expect(
      [...number].reduce((sum, digit, place) => sum + Number(digit) * (weights[place] ?? 0), 0) % 11,
    ).toBe(0);
});

test('no two letters have the same text', () => {
  const bodies = letters.map(({ body }) => body.join('\n'));
  expect(new Set(bodies).size).toBe(bodies.length);
});

test('what is written for one entry stands in no other', () => {
  const written = ingredients.cases.flatMap(({ entries }) =>
    entries.flatMap(({ documents: papers }) => papers.flatMap(({ text }) => text)),
  );
  const own = written.filter((paragraph) => paragraph.length > 60);
  expect(own.filter((paragraph, position) => own.indexOf(paragraph) !== position)).toEqual([]);
});

test('no letter is left with an empty place or a mark of the screening', () => {
  const faulty = letters.filter(({ body, title, meta }) =>
    /[{}]|\[\[|\]\]|undefined/.test([title, ...body, ...meta.map(({ value }) => value)].join('\n')),
  );
  expect(faulty.map(({ title }) => title)).toEqual([]);
});

test('a title that hides something has a public one with stars', () => {
  const hidden = plan.cases.filter(({ file }) => file.publicTitle !== undefined);
  expect(hidden.length).toBeGreaterThan(4);
  for (const { file } of hidden) expect(file.publicTitle).toContain('*****');
});

describe('two cases are in nynorsk', () => {
  const nynorsk = ingredients.cases.filter(({ language }) => language === 'nn');
  test('with every letter in them', () => {
    expect(nynorsk.length).toBe(2);
    for (const { entries } of nynorsk)
      for (const { form } of entries.flatMap(({ documents: papers }) => papers))
        expect(ingredients.forms[form]?.language, form).toBe('nn');
  });
});

test('every class says what becomes of its cases, and most are kept', () => {
  const decisions = plan.classes.map(({ id }) => inheritedDisposal(plan.classes, id)?.decision);
  expect(decisions).not.toContain(undefined);
  expect(decisions.filter((decision) => decision === 'B').length).toBeGreaterThan(plan.classes.length / 2);
});

test('there are closed cases to keep, to discard and to assess', () => {
  const closed = plan.cases.filter(({ end }) => end?.closedAt !== undefined);
  const met = new Set(closed.map(({ file }) => inheritedDisposal(plan.classes, file.classId)?.decision));
  expect([...met].sort()).toEqual(['B', 'G', 'K']);
});
