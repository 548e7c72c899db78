import { ApiError, badJob } from '../domain/api-error.ts';
import { isIdentityNumber } from '../domain/identity-number.ts';
import { maxAvailableSeconds } from '../domain/limits.ts';
import type { Manifest, ManifestSigner } from './manifest.ts';

/** Public senders go through Digdir; private ones (vendor's test convention: number starting with 0) do not. */
export type Sector = 'public' | 'private';
export const sectorOf = (organisation: string): Sector =>
  organisation.startsWith('0') ? 'private' : 'public';

/**
 * The rules of the service that the schema does not hold: addressing, identity numbers, doubles, signature type,
 * level, identifier and availability. Throws the first one broken.
 */
export function checkManifest(manifest: Manifest, sender: string, now: number): void {
  if (manifest.organisation !== sender) {
    throw badJob(
      `the manifest's sender ${manifest.organisation} is not the organisation of the address, ${sender}`,
    );
  }
  const sector = sectorOf(sender);
  for (const [index, signer] of manifest.signers.entries())
    checkSigner(signer, `signer ${index + 1}`, sector, now);
  checkDoubles(manifest.signers);
  checkIdentifier(manifest, sector);
  checkAvailability(manifest);
  if (sector === 'private' && manifest.level === 3) {
    throw new ApiError(400, 'FEATURE_NOT_AVAILABLE', 'private senders can require security level 4 only');
  }
  const advanced = manifest.signers.some(
    (signer) => signer.signatureType === 'ADVANCED_ELECTRONIC_SIGNATURE',
  );
  if (sector === 'public' && advanced && manifest.documents.length > 1) {
    throw badJob('public senders can have one document only in a job with advanced signatures');
  }
}

function checkSigner(signer: ManifestSigner, who: string, sector: Sector, now: number): void {
  if (signer.number !== undefined && !isIdentityNumber(signer.number, now)) {
    throw badJob(`${who}: the personal identification number is not valid`);
  }
  if (signer.usesLookup) {
    if (signer.number === undefined) throw badJob(`${who}: lookup needs a personal identification number`);
    if (sector === 'private') {
      throw new ApiError(400, 'FEATURE_NOT_AVAILABLE', `${who}: lookup is for public senders only`);
    }
    if (signer.onBehalfOf === 'OTHER') {
      throw badJob(`${who}: someone who signs on behalf of another cannot be notified by lookup`);
    }
    return;
  }
  if (sector === 'public' && signer.number !== undefined && signer.onBehalfOf === 'SELF') {
    throw badJob(`${who}: someone who signs on behalf of themselves must be notified by lookup`);
  }
  checkContact(signer, who);
  if (sector === 'private' && signer.signatureType === 'AUTHENTICATED_ELECTRONIC_SIGNATURE') {
    throw new ApiError(400, 'FEATURE_NOT_AVAILABLE', `${who}: private senders have advanced signatures only`);
  }
}

function checkContact(signer: ManifestSigner, who: string): void {
  if (signer.email === undefined && signer.mobile === undefined) {
    throw badJob(`${who}: an e-mail address or a mobile number is needed`);
  }
  if (signer.email !== undefined && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(signer.email)) {
    throw badJob(`${who}: the e-mail address is not valid`);
  }
  if (signer.mobile !== undefined && !/^(\+|00)?\d[\d ]{6,18}$/.test(signer.mobile)) {
    throw badJob(`${who}: the mobile number is not valid`);
  }
}

function checkDoubles(signers: readonly ManifestSigner[]): void {
  const seen = new Set<string>();
  for (const signer of signers) {
    const key = signer.number ?? `${signer.email ?? ''} ${signer.mobile ?? ''}`;
    if (seen.has(key)) throw badJob('the same signer is listed more than once');
    seen.add(key);
  }
}

function checkIdentifier(manifest: Manifest, sector: Sector): void {
  const byContact = manifest.signers.some((signer) => signer.number === undefined);
  if (manifest.identifier === 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME' && byContact) {
    throw badJob(
      'signers identified by contact information cannot be shown with personal identification number',
    );
  }
  const advanced = manifest.signers.some(
    (signer) => signer.signatureType === 'ADVANCED_ELECTRONIC_SIGNATURE',
  );
  if (sector === 'private' && manifest.identifier === 'NAME') {
    throw new ApiError(400, 'FEATURE_NOT_AVAILABLE', 'private senders cannot show signers by name only');
  }
  if (
    sector === 'public' &&
    advanced &&
    manifest.identifier &&
    manifest.identifier !== 'PERSONAL_IDENTIFICATION_NUMBER_AND_NAME'
  ) {
    throw badJob(`${manifest.identifier} is not available with advanced signatures`);
  }
}

function checkAvailability(manifest: Manifest): void {
  if (manifest.availableSeconds !== undefined && manifest.availableSeconds > maxAvailableSeconds) {
    throw badJob(`available-seconds is above the maximum of ${maxAvailableSeconds}`);
  }
  if (manifest.activationAt !== undefined && !Number.isFinite(manifest.activationAt)) {
    throw badJob('activation-time is not a time');
  }
}
