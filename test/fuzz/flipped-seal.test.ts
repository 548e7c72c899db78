import { beforeAll, expect, test } from 'vitest';
import { isVerified } from '../../domain/verdict.ts';
import { verifySigned } from '../../main/adapters/pdf/verify-signed.ts';
import { type Forge, openForge } from '../support/forge/forge.ts';

// Set for a long run, which flips a bit of every byte; else as many as fit into the time, spread over all of it.
const isLong = process.env.SEGL_FUZZ !== undefined;
const shortRunMs = 8_000;
const fillingTried = 64;

let forge: Forge;
let cms: Buffer;
let hole: number;
beforeAll(async () => {
  forge = await openForge();
  const file = Buffer.from(forge.sealed);
  hole = file.lastIndexOf('/Contents <') + '/Contents <'.length;
  const filled = Buffer.from(file.toString('latin1', hole, file.indexOf('>', hole)), 'hex');
  // Its outer SEQUENCE has two bytes for its length; after it comes a little of the filling.
  cms = filled.subarray(0, 4 + filled.readUInt16BE(2) + fillingTried);
}, 60_000);

test('no byte of the seal can be changed without the verdict changing', async () => {
  expect(isVerified(await verifySigned(forge.sealed, forge.order))).toBe(true);
  const started = performance.now();
  const accepted: string[] = [];
  let flipped = 0;
  // A step without a factor in common with most lengths visits all of it evenly, wherever it must stop.
  for (let round = 0; round < cms.length; round += 1) {
    if (!isLong && performance.now() - started > shortRunMs) break;
    const at = (round * 7919) % cms.length;
    const bytes = Buffer.from(cms);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    const file = Buffer.from(forge.sealed);
    file.write(bytes.toString('hex'), hole, 'latin1');
    if (isVerified(await verifySigned(file, forge.order))) accepted.push(`${at} of ${cms.length}`);
    flipped += 1;
  }
  expect(accepted).toEqual([]);
  expect(flipped).toBeGreaterThan(isLong ? cms.length - 1 : 20);
}, 3_600_000);
