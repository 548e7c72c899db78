import { createHash, randomUUID } from 'node:crypto';
import { toId, toSha256 } from '../../../domain/basics.ts';
import { toInstant } from '../../../domain/calendar.ts';
import type { Clock, Digest, Ids } from '../../ports/clock.ts';

/** The machine's own clock, chance and digests. */
export const systemClock: Clock = { now: () => toInstant(new Date()) };
export const randomIds: Ids = { newId: <Kind extends string>() => toId<Kind>(randomUUID()) };
export const nodeDigest: Digest = {
  sha256: async (bytes) => toSha256(createHash('sha256').update(bytes).digest('hex')),
};
