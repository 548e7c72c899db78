import { z } from 'zod';
import { sightReasons } from '../../domain/access/explain-sight.ts';
import type { Deputyship } from '../../domain/access/rights.ts';
import * as codes from './codes.ts';
import { logRow } from './log-row.ts';
import { date, id, list, method, nothing, text, window } from './method.ts';
import * as views from './views.ts';

const unitId = id<'unit'>();
const userId = id<'user'>();
const codeId = id<'access-code'>();
const dated = { from: date, to: date.optional() };
const rights = {
  userId,
  roles: list(z.object({ role: codes.role, unit: unitId, ...dated }), 100),
  clearances: list(z.object({ accessCode: codeId, unit: unitId, ...dated }), 500),
  groups: list(id<'access-group'>(), 200),
};
const counts = { cases: z.number(), entries: z.number() };
const unitPlace = { name: text, parentId: unitId };
const codeFields = { id: codeId, name: text, bases: list(id<'legal-basis'>(), 200) };
const deputyship = {
  deputy: userId,
  deputyOf: userId,
  from: date,
  to: date,
  withClearances: z.boolean(),
};
const proposal = z.object({ userId, accessCode: codeId, unit: unitId });
const defaultScreening = z.object({
  of: z.union([z.object({ classId: id<'class'>() }), z.object({ documentType: codes.documentType })]),
  accessCode: codeId,
  legalBasis: z.string().min(1).max(200),
  hidesTitle: z.boolean(),
  hidesParties: z.boolean(),
  hidesDocuments: z.boolean(),
  years: z.int().min(1).max(110).optional(),
});

/** Who may see and do what: its lists, what users have been given, and why something opens or not. */
export const accessMethods = {
  /** The lists themselves are in the session; here is what they are borne by, and whether one may change them. */
  'access.read': method(
    nothing,
    z.object({
      change: views.decision,
      /** What is still open in a unit, and who has it as their own. */
      units: list(z.object({ id: unitId, ...counts, users: z.number() })),
      codes: list(z.object({ id: codeId, ...counts })),
      bases: list(z.object({ id: id<'legal-basis'>(), ...counts })),
    }),
  ),
  /** Of one user or one item of a list, else of all. */
  'access.log': method(
    z.object({ subjectId: z.string().max(64).optional(), ...window }),
    z.object({ rows: list(logRow) }),
  ),
  'access.addUnit': method(z.object(unitPlace), z.object({ unitId })),
  'access.changeUnit': method(z.object({ unitId, ...unitPlace }), nothing),
  /** Without a last day the unit is opened again. */
  'access.closeUnit': method(z.object({ unitId, lastDay: date.optional() }), nothing),
  'access.addCode': method(z.object(codeFields), nothing),
  'access.changeCode': method(z.object({ ...codeFields, withdrawnOn: date.optional() }), nothing),
  'access.addBasis': method(z.object({ text }), z.object({ basisId: id<'legal-basis'>() })),
  'access.repealBasis': method(
    z.object({ basisId: id<'legal-basis'>(), repealedOn: date.optional() }),
    nothing,
  ),
  /** Cases and entries that bear a code or a basis, for review; without their words. */
  'access.bearers': method(
    z.object({
      of: z.union([z.object({ accessCode: codeId }), z.object({ basisId: id<'legal-basis'>() })]),
      ...window,
    }),
    views.page(
      z.object({
        kind: z.enum(['case', 'entry']),
        caseId: id<'case'>(),
        entryId: id<'entry'>().optional(),
        number: z.string(),
        date,
        adminUnit: unitId,
        ownerName: z.string(),
      }),
    ),
  ),
  'access.putGroup': method(
    z.object({ groupId: id<'access-group'>().optional(), name: text, members: list(userId, 5000) }),
    z.object({ groupId: id<'access-group'>() }),
  ),
  'access.rights': method(
    nothing,
    z.object({
      users: list(z.object(rights)),
      /** The units in which this person gives and takes roles, and clearances. */
      rolesIn: list(unitId),
      clearancesIn: list(unitId),
      giveGroups: z.boolean(),
      /** The role of system owner. */
      giveOwnership: z.boolean(),
      /** Adding users, and changing name and unit of those who are there. */
      changeUsers: views.decision,
    }),
  ),
  'access.setRights': method(z.object(rights), nothing),
  'access.deputies': method(
    nothing,
    z.object({
      deputyships: list(z.object({ id: id<'deputyship'>(), ...deputyship })) satisfies z.ZodType<
        readonly Deputyship[]
      >,
      /** For whom one may set a deputy. */
      mayStandInFor: list(userId),
      /** For whom one may let the deputy use the clearances. */
      mayLendClearancesOf: list(userId),
    }),
  ),
  'access.setDeputy': method(z.object(deputyship), z.object({ deputyshipId: id<'deputyship'>() })),
  'access.endDeputy': method(z.object({ deputyshipId: id<'deputyship'>() }), nothing),
  /** «Hvem ser hva» of one case or entry, for everybody. */
  'access.explain': method(
    z.object({ number: text }),
    z.object({
      thing: z.object({
        kind: z.enum(['case', 'entry']),
        number: z.string(),
        unit: unitId,
        owners: list(userId),
        screening: views.screening.optional(),
      }),
      people: list(
        z.object({
          userId,
          sight: z.discriminatedUnion('sees', [
            z.object({ sees: z.literal(true), why: z.enum(sightReasons) }),
            z.object({
              sees: z.literal(false),
              missingGroup: id<'access-group'>().optional(),
              missingClearance: z.object({ accessCode: codeId, unit: unitId }).optional(),
            }),
          ]),
          acts: list(z.object({ act: codes.explainedAct, refusal: codes.accessRefusal.optional() })),
        }),
      ),
    }),
  ),
  'access.defaults': method(nothing, z.object({ all: list(defaultScreening), change: views.decision })),
  'access.setDefaults': method(z.object({ all: list(defaultScreening, 2000) }), nothing),
  /** What a migration made of free text, for somebody to look through. */
  'access.review': method(
    nothing,
    z.object({ due: z.boolean(), change: views.decision, proposals: list(proposal) }),
  ),
  'access.mergeUnits': method(z.object({ from: unitId, into: unitId }), nothing),
  'access.mergeBases': method(z.object({ from: id<'legal-basis'>(), into: id<'legal-basis'>() }), nothing),
  'access.renameBasis': method(z.object({ basisId: id<'legal-basis'>(), text }), nothing),
  'access.acceptClearances': method(z.object({ accepted: list(proposal, 5000) }), nothing),
  'access.finishReview': method(nothing, nothing),
} as const;
