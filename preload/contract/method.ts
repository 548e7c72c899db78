import { z } from 'zod';
import { isSha256, toId } from '../../domain/basics.ts';
import { isCalendarDate, isInstant } from '../../domain/calendar.ts';

export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
export const nothing = z.object({});
/** `id<'case'>()` gives a `CaseId`. */
export const id = <Kind extends string>() =>
  z
    .string()
    .min(1)
    .max(64)
    .transform(toId<Kind>);
/** Of a file that was staged. */
export const stagedId = z.string().min(1).max(64);
export const instant = z.string().refine(isInstant);
export const date = z.iso.date().refine(isCalendarDate);
export const sha256 = z.string().refine(isSha256);
/** `most` bounds what the window may send. */
export const list = <Item extends z.ZodType>(item: Item, most = Number.MAX_SAFE_INTEGER) =>
  z.array(item).max(most).readonly();
/** A window of a long list. */
export const window = { offset: z.int().min(0), limit: z.int().min(1).max(500) };
/** A part of a long list, read on from where the last one ended: `after` is what that one gave as `next`. */
export const part = { after: z.string().max(200).optional(), limit: z.int().min(1).max(500) };
/** Long enough for anything a clerk may paste; the rules say what is too long, and nothing typed is cut. */
export const text = z.string().max(4000);
