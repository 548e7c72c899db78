import { blockMs, maxCallsPerSecond } from '../domain/limits.ts';

/** Counts calls per organisation. */
export type RateLimit = { readonly allows: (organisation: string, now: number) => boolean };

/** More than ten calls within a second block the organisation for 30 seconds, on every call. */
export function createRateLimit(): RateLimit {
  const calls = new Map<string, number[]>();
  const blockedUntil = new Map<string, number>();
  return {
    allows: (organisation, now) => {
      if ((blockedUntil.get(organisation) ?? 0) > now) return false;
      const recent = (calls.get(organisation) ?? []).filter((at) => at > now - 1000 && at <= now);
      recent.push(now);
      calls.set(organisation, recent);
      if (recent.length <= maxCallsPerSecond) return true;
      blockedUntil.set(organisation, now + blockMs);
      calls.delete(organisation);
      return false;
    },
  };
}
