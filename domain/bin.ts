import type { Instant } from './basics.ts';
import { plusSeconds } from './calendar.ts';

/** How long a deleted draft can be fetched back. */
const binDays = 30;

/** From then on a draft that was deleted at `binnedAt` is gone for good. */
export const goneAt = (binnedAt: Instant): Instant => plusSeconds(binnedAt, binDays * 86_400);
