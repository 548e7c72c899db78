import fc from 'fast-check';

type Mutation = (bytes: Buffer) => Buffer;
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, share: number): number => Math.floor(share * bytes.length);
const mutationWith = (fragments: readonly Uint8Array[]): fc.Arbitrary<Mutation> =>
  fc.oneof(
    fc.tuple(place, fc.nat(255)).map(
      ([where, byte]): Mutation =>
        (bytes) => {
          const copy = Buffer.from(bytes);
          if (copy.length > 0) copy[Math.min(at(copy, where), copy.length - 1)] = byte;
          return copy;
        },
    ),
    fc.tuple(place, place).map(
      ([from, to]): Mutation =>
        (bytes) =>
          Buffer.concat([bytes.subarray(0, at(bytes, from)), bytes.subarray(at(bytes, Math.max(from, to)))]),
    ),
    place.map(
      (where): Mutation =>
        (bytes) =>
          bytes.subarray(0, at(bytes, where)),
    ),
    fc.tuple(place, fc.constantFrom(...fragments)).map(
      ([where, fragment]): Mutation =>
        (bytes) =>
          Buffer.concat([bytes.subarray(0, at(bytes, where)), fragment, bytes.subarray(at(bytes, where))]),
    ),
    fc.tuple(place, place, fc.integer({ min: 1, max: 30 })).map(
      ([from, length, times]): Mutation =>
        (bytes) => {
          const start = at(bytes, from);
          const piece = bytes.subarray(start, start + at(bytes, length));
          return Buffer.concat([
            bytes.subarray(0, start),
            ...Array.from({ length: times }, () => piece),
            bytes.subarray(start),
          ]);
        },
    ),
  );
/** One of `seeds` after one to six mutations: bytes changed, cut out, cut off, repeated, or a fragment put in. */
export const mutationsOf = (
  seeds: readonly Buffer[],
  fragments: readonly Uint8Array[],
): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.constantFrom(...seeds), fc.array(mutationWith(fragments), { minLength: 1, maxLength: 6 }))
    .map(([seed, mutations]) => mutations.reduce<Buffer>((bytes, mutate) => mutate(bytes), seed));
