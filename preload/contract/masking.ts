import { z } from 'zod';
import { type MaskArea, maskingLimits, type PageWord, proposalReasons } from '../../domain/masking.ts';
import { id, list, method, sha256 } from './method.ts';
import * as views from './views.ts';

/** In points from the top left corner of the page as it is shown. */
const place = { left: z.number(), top: z.number(), right: z.number(), bottom: z.number() };
const word = z.object({ text: z.string(), ...place }) satisfies z.ZodType<PageWord>;
const area = z.object({ page: z.int().min(0), ...place }) satisfies z.ZodType<MaskArea>;
const target = { entryId: id<'entry'>(), documentId: id<'document'>() };

const maskable = z.object({
  /** The file that the words are of, and that a public variant is made of. */
  object: views.documentObject,
  signed: z.boolean(),
  pages: list(z.object({ width: z.number(), height: z.number(), words: list(word), pictures: z.boolean() })),
  /** What ought to be hidden: identity numbers, and what the entry's screening hides. */
  proposals: list(z.object({ phrase: z.string(), reason: z.enum(proposalReasons) })),
});

const drawn = z.object({
  sha256,
  /** Where the variant is read until it is saved. */
  url: z.string(),
  fileName: z.string(),
  pages: z.number(),
  size: z.number(),
});

/** Public variants: read the words, mark some, look at the result, save that very result. */
export const maskingMethods = {
  'masking.read': method(z.object(target), maskable),
  /** How far reading or drawing has come; absent when neither is going on. */
  'masking.progress': method(
    z.object(target),
    z.object({ progress: z.object({ done: z.number(), pages: z.number() }).optional() }),
  ),
  'masking.draw': method(
    z.object({
      ...target,
      objectId: id<'document-object'>(),
      areas: list(area, maskingLimits.areas),
      gone: list(z.string().min(1).max(maskingLimits.goneLength), maskingLimits.gone),
    }),
    drawn,
  ),
  /** `seen` is the digest of what was shown. */
  'masking.save': method(
    z.object({ ...target, seen: sha256 }),
    z.object({ objectId: id<'document-object'>() }),
  ),
} as const;
