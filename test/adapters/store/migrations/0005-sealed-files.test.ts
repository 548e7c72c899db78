import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openArchiveStore } from '../../../../main/adapters/store/open-archive-store.ts';
import { openFileSeal } from '../../../../main/adapters/vault/open-file-seal.ts';
import { VaultLocked } from '../../../../main/ports/vault.ts';
import { findNumbers } from '../../../support/find-numbers.ts';
import { at, bytesOf, caseWithEntry, newAnswer, newJob, openSample, sha256 } from '../support/sample.ts';

const number = '12829499914';
// Longer than a page of the file, so that parts of it lie in pages of their own.
const xades = bytesOf(`<Signer><Id>${number}</Id></Signer>${'x'.repeat(20_000)}${number}`);
const signed = bytesOf(`%PDF-1.7 ${number} ${'y'.repeat(9_000)}`);
const letter = bytesOf('a letter that shows nobody');
const fileSeal = openFileSeal(new Uint8Array(randomBytes(32)));

/** An archive with an answer whose files are readable, as every archive was before this migration, and its copy. */
async function archiveFromBefore(): Promise<string> {
  const store = await openSample();
  const { entry } = await caseWithEntry(store);
  await store.change(async (archive) => {
    for (const bytes of [xades, signed, letter]) await archive.putFile(sha256(bytes), bytes, at);
    const job = await newJob(archive, entry, { state: 'completed' });
    await archive.addJob(job);
    const signatures = [{ signerName: 'Ola Dahl', sha256: sha256(xades) }];
    await archive.addAnswer(newAnswer(job.id, { signedPdf: sha256(signed), signatures }));
  });
  await store.close();
  copyFileSync(store.path, `${store.path}.before-0005`);
  return store.path;
}

test('what the service gave back before is sealed, and can be read nowhere without the key', async () => {
  const path = await archiveFromBefore();
  expect(findNumbers([path], [number])).not.toEqual([]);
  const store = await openArchiveStore(path, { fileSeal });
  onTestFinished(() => store.close());
  const places = [path, `${path}-wal`, `${path}.before-0005`];
  expect(findNumbers(places, [number])).toEqual([]);
  expect(existsSync(`${path}.before-0005`)).toBe(false);
  expect(await store.read.readFile(sha256(xades))).toEqual(new Uint8Array(xades));
  expect(await store.read.readFile(sha256(signed))).toEqual(new Uint8Array(signed));
  expect(await Promise.all([xades, letter].map((file) => store.read.isFileSealed(sha256(file))))).toEqual([
    true,
    false,
  ]);
  expect((await store.read.policy()).identityNumberBasis).toBe('Offl. § 26 femte ledd');
});

test('without the key the archive opens, its other files too, and the sealed ones say that they are locked', async () => {
  const path = await archiveFromBefore();
  await (await openArchiveStore(path, { fileSeal })).close();
  for (const options of [{}, { fileSeal: openFileSeal(new Uint8Array(32)) }]) {
    const store = await openArchiveStore(path, options);
    expect(await store.read.readFile(sha256(letter))).toEqual(Buffer.from(letter));
    await expect(store.read.readFile(sha256(xades))).rejects.toThrow(VaultLocked);
    await store.close();
  }
});

test('a file is sealed once, and never written in clear again', async () => {
  const store = await openSample(undefined, fileSeal);
  const put = (keep?: 'sealed') => store.change((archive) => archive.putFile(sha256(xades), xades, at, keep));
  await put();
  expect(await store.read.isFileSealed(sha256(xades))).toBe(false);
  await put('sealed');
  await put();
  await put('sealed');
  expect(await store.read.isFileSealed(sha256(xades))).toBe(true);
  expect(await store.read.readFile(sha256(xades))).toEqual(new Uint8Array(xades));
  await store.close();
  const raw = new Database(store.path);
  onTestFinished(() => void raw.close());
  expect(() => raw.prepare("UPDATE file SET bytes = x'00', seal = NULL").run()).toThrow(/never change/);
  expect(findNumbers([store.path], [number])).toEqual([]);
});
