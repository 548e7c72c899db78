import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { toId } from '../../domain/basics.ts';
import { isCalendarDate } from '../../domain/calendar.ts';
import {
  caseStatuses,
  clearanceWays,
  documentTypes,
  entryStatuses,
  entryTypes,
} from '../../domain/code-lists.ts';
import { codesOf } from '../../domain/codes.ts';
import { isIdentityNumber } from '../../domain/identity-number.ts';
import { findBrokenReferences } from './find-broken-references.ts';
import type { Ingredients } from './ingredients.ts';

const codes = <List extends Readonly<Record<string, string>>>(list: List) => z.enum(codesOf(list));
const date = z.iso.date().refine(isCalendarDate);
const minute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'not a minute like 2026-11-12T09:15');
const line = z.string().trim().min(1);
const address = { address: line, postalCode: z.string().regex(/^\d{4}$/), postalPlace: line };
const organisationNumber = z.string().regex(/^\d{9}$/);

const disposal = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('B'), legalBasis: line.optional() }),
  z.strictObject({
    decision: z.enum(['K', 'G']),
    legalBasis: line.optional(),
    retentionYears: z.int().min(1).max(999),
  }),
]);

const municipalityFile = z.strictObject({
  municipality: z.strictObject({ name: line, organisationNumber, ...address }),
  users: z.array(
    z.strictObject({
      initials: z.string().regex(/^[A-ZÆØÅ]{2,4}$/),
      name: line,
      title: line,
      adminUnit: line,
      roles: z.array(z.enum(['caseworker', 'leader', 'documentCentre', 'reader', 'systemOwner'])).min(1),
    }),
  ),
  classes: z.array(
    z.strictObject({ code: line, title: line, parent: line.optional(), disposal: disposal.optional() }),
  ),
  persons: z.record(
    line,
    z.strictObject({
      name: line,
      number: z.string().refine(isIdentityNumber),
      ...address,
      email: z.email().optional(),
    }),
  ),
  firms: z.record(
    line,
    z.strictObject({
      name: line,
      organisationNumber,
      ...address,
      email: z.email().optional(),
      signedBy: line.optional(),
    }),
  ),
  screenings: z.record(
    line,
    z
      .strictObject({
        accessCode: line.transform(toId<'access-code'>),
        legalBasis: line,
        hidesTitle: z.boolean(),
        hidesParties: z.boolean(),
        hidesDocuments: z.boolean(),
        endsOn: date.optional(),
      })
      .transform(({ endsOn, ...rest }) => (endsOn === undefined ? rest : { ...rest, endsOn })),
  ),
});

const formsFile = z.record(
  line,
  z.strictObject({
    language: z.enum(['nb', 'nn']),
    type: codes(documentTypes),
    body: z.array(z.union([line, z.array(z.string()).min(2)])).min(1),
    signatures: z.array(line),
  }),
);

const document = z.strictObject({
  form: line,
  title: line.optional(),
  text: z.array(line).default([]),
  facts: z.record(z.string(), line).default({}),
  unfinished: z.boolean().default(false),
});
const job = z.strictObject({
  at: minute,
  message: z.string().max(220),
  deadlineDays: z.int().min(1).max(90).default(30),
  signers: z
    .array(z.strictObject({ party: line, group: z.int().min(0).max(9).default(0) }))
    .min(1)
    .max(10),
  became: z.union([
    z.strictObject({ live: z.enum(['leave-waiting', 'sign-all', 'sign-first', 'reject-first']) }),
    z.strictObject({
      failure: z.enum([
        'rejected',
        'expired',
        'cancelled',
        'reserved',
        'contactMissing',
        'blocked',
        'nameMissing',
      ]),
      at: minute,
      decidedBy: z.int().min(0).default(0),
      waits: z.boolean().default(false),
      handled: date.optional(),
    }),
    z.strictObject({ fault: line, detail: line, at: minute }),
  ]),
});
const entry = z.strictObject({
  key: line,
  type: codes(entryTypes),
  status: codes(entryStatuses),
  title: line,
  nonSensitiveTitle: line.optional(),
  date,
  days: z.int().min(0).max(30).default(1),
  dueOn: date.optional(),
  caseworker: line.optional(),
  parties: z.array(line).default([]),
  screening: line.optional(),
  answers: z.array(line).default([]),
  cleared: z.strictObject({ way: codes(clearanceWays), on: date }).optional(),
  documents: z.array(document).min(1),
  job: job.optional(),
});
const casesFile = z.array(
  z.strictObject({
    key: line,
    title: line,
    status: codes(caseStatuses),
    date,
    closed: date.optional(),
    owner: line,
    classCode: line,
    language: z.enum(['nb', 'nn']).default('nb'),
    screening: line.optional(),
    facts: z.record(z.string(), line).default({}),
    entries: z.array(entry).min(1),
  }),
);

/** An ingredient is missing or wrong; the message names the file and every fault in it. */
export class IngredientsUnusable extends Error {
  override readonly name = 'IngredientsUnusable';
}

/**
 * Reads `municipality.json`, `forms/*.json` and `cases/*.json` in the folder `resources/training`.
 * Throws {@link IngredientsUnusable}.
 */
export async function readIngredients(folder: string): Promise<Ingredients> {
  const home = await readJson(folder, 'municipality.json', municipalityFile);
  const forms = await readAll(folder, 'forms', formsFile);
  const cases = await readAll(folder, 'cases', casesFile);
  const ingredients: Ingredients = { ...home, forms: Object.assign({}, ...forms), cases: cases.flat() };
  const broken = findBrokenReferences(ingredients);
  if (broken.length > 0) throw new IngredientsUnusable(broken.join('\n'));
  return ingredients;
}

async function readAll<Shape>(
  folder: string,
  part: string,
  shape: z.ZodType<Shape>,
): Promise<readonly Shape[]> {
  const names = (await readdir(join(folder, part))).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => readJson(folder, join(part, name), shape)));
}

async function readJson<Shape>(folder: string, name: string, shape: z.ZodType<Shape>): Promise<Shape> {
  const text = await readFile(join(folder, name), 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    throw new IngredientsUnusable(`${name}: ${String(fault)}`);
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw new IngredientsUnusable(`${name}:\n${z.prettifyError(read.error)}`);
}
