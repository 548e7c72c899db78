import { z } from 'zod';
import { id, method, nothing, sha256 } from './method.ts';

const target = { entryId: id<'entry'>(), documentId: id<'document'>() };

/** To how many pixels to the inch images are sampled down: 200 is sharp in print, 150 on the screen. */
const sharpness = z.union([z.literal(200), z.literal(150)]);

const shrunk = z.object({
  sha256,
  /** Where the smaller file is read until it is saved. */
  url: z.string(),
  bytes: z.number(),
  before: z.number(),
  pages: z.number(),
  /** How many images got smaller, and how many that have too many pixels were left as they are. */
  images: z.number(),
  left: z.number(),
});

/** Smaller images: make them, look at them beside the original, save that very result. */
export const shrinkingMethods = {
  'shrinking.make': method(z.object({ ...target, dotsPerInch: sharpness }), shrunk),
  /** How far the work has come; absent when none is going on. */
  'shrinking.progress': method(
    z.object({ documentId: id<'document'>() }),
    z.object({ progress: z.object({ done: z.number(), pages: z.number() }).optional() }),
  ),
  'shrinking.cancel': method(z.object({ documentId: id<'document'>() }), nothing),
  /** `seen` is the digest of what was shown. */
  'shrinking.accept': method(z.object({ ...target, seen: sha256 }), nothing),
} as const;
