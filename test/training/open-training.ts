import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sha256, toSha256 } from '../../domain/basics.ts';
import { startNodeChild } from '../../main/adapters/children/start-node-child.ts';
import { writeAnswerNote } from '../../main/adapters/notes/write-answer-note.ts';
import { openPdfWorkshop } from '../../main/adapters/pdf/open-pdf-workshop.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { openFileSeal } from '../../main/adapters/vault/open-file-seal.ts';
import type { ArchiveStore } from '../../main/ports/archive-store.ts';
import type { IdentityVault } from '../../main/ports/vault.ts';
import { type BuiltArchive, buildTrainingArchive } from '../../main/training/build-training-archive.ts';
import type { Ingredients } from '../../main/training/ingredients.ts';
import { readIngredients } from '../../main/training/read-ingredients.ts';

export const ingredientsFolder = new URL('../../resources/training', import.meta.url).pathname;

export const sha256 = async (bytes: Uint8Array): Promise<Sha256> =>
  toSha256(createHash('sha256').update(bytes).digest('hex'));

/** A vault with a key by chance: what it seals differs each time, as it does on each machine. */
export function openTestVault(): IdentityVault {
  const key = randomBytes(32);
  return {
    seal: async (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open: async (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
    fingerprint: async (digits) => createHmac('sha256', key).update(digits).digest('hex'),
  };
}

export type OpenTraining = {
  readonly archive: ArchiveStore;
  readonly built: BuiltArchive;
  readonly ingredients: Ingredients;
  readonly vault: IdentityVault;
  /** Each step that was reported while it was built. */
  readonly progress: readonly { readonly done: number; readonly total: number }[];
  /** Where its `archive.db` lies. */
  readonly folder: string;
  close(): Promise<void>;
};

/** The training archive built in a new folder. */
export async function openTraining(): Promise<OpenTraining> {
  const folder = await mkdtemp(join(tmpdir(), 'segl-opplaering-'));
  const ingredients = await readIngredients(ingredientsFolder);
  const archive = await openArchiveStore(join(folder, 'archive.db'), {
    create: {
      id: '00000000-0000-8000-a000-000000000001',
      kind: 'training',
      title: 'Opplæring',
      recordCreator: ingredients.municipality,
    },
    fileSeal: openFileSeal(new Uint8Array(randomBytes(32))),
  });
  const pdf = openPdfWorkshop({ startChild: startNodeChild });
  const vault = openTestVault();
  const progress: { readonly done: number; readonly total: number }[] = [];
  try {
    const built = await buildTrainingArchive(
      {
        archive,
        pdf,
        vault,
        writeNote: writeAnswerNote(() => 'nb'),
        digest: { sha256 },
        onProgress: (step) => progress.push(step),
      },
      ingredients,
    );
    const close = async () => {
      await archive.close();
      await rm(folder, { recursive: true });
    };
    return { archive, built, ingredients, vault, progress, folder, close };
  } finally {
    await pdf.close();
  }
}
