import type { Id, Instant, Sha256 } from '../../domain/basics.ts';

/** The time, passed in so that tests can set it. */
export interface Clock {
  now(): Instant;
}

/** Makes ids that are unique. */
export interface Ids {
  /** Of the kind that is asked for: `const id: CaseId = ids.newId()`. */
  newId<Kind extends string>(): Id<Kind>;
}

/** Digests of bytes. */
export interface Digest {
  sha256(bytes: Uint8Array): Promise<Sha256>;
}
