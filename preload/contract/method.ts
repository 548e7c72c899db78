import { z } from 'zod';

export const method = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });
export const nothing = z.object({});
export const id = z.string().min(1).max(64);
/** A window of a long list. */
export const window = { offset: z.int().min(0), limit: z.int().min(1).max(500) };
/** Long enough for anything a clerk may paste; the rules say what is too long, and nothing typed is cut. */
export const text = z.string().max(4000);
