import { type Id, toId } from '../../domain/basics.ts';
import type { Digest } from '../ports/clock.ts';

/** A UUID (version 8) that depends on nothing but the name, so that the archive is the same on every machine. */
export async function stableId<Kind extends string>(
  { sha256 }: Digest,
  kind: Kind,
  name: string,
): Promise<Id<Kind>> {
  const digest = await sha256(asciiBytes(`segl-opplaering/${kind}/${name}`));
  return toId(
    `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
  );
}

const asciiBytes = (text: string): Uint8Array =>
  Uint8Array.from(encodeURIComponent(text), (character) => character.charCodeAt(0));

/** The same small number for the same name; chooses among alternatives. */
export const steadyNumber = (name: string): number =>
  [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
