import { expect, type Page } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { InputOf, MethodName, OutputOf, Reply } from '../../../preload/contract/contract.ts';
import { becomeUser, ingrid, olav } from './clerk.ts';
import type { UploadedFile } from './documents.ts';

/** Words that stand nowhere else in a training archive, and are hidden from all but those cleared and the owner. */
export const secret = {
  title: 'Bekymringsmelding',
  party: 'Hemmelgard',
  document: 'Gudbrandsen',
  file: 'undersokelsen',
  number: ingrid.number,
} as const;
export const secrets: readonly string[] = Object.values(secret);
export const shown = { title: 'Vedtak om tiltak', party: olav.name } as const;

/** A PDF that says it on its only page. */
export async function letter(name: string, text: string): Promise<UploadedFile> {
  const document = await PDFDocument.create();
  document.setTitle(text);
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595.28, 841.89]).drawText(text, { x: 60, y: 760, size: 13, font });
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}

/** Asks as the window does, with its seat. */
export async function askIn<M extends MethodName>(
  page: Page,
  name: M,
  input: InputOf<M>,
): Promise<OutputOf<M>> {
  const reply = await page.evaluate(
    async ({ method, body }) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/ask/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as unknown;
    },
    { method: name, body: input },
  );
  // The application holds its answers to the contract.
  const { ok, ...rest } = reply as Reply<OutputOf<M>>;
  expect({ name, ok, ...(ok ? {} : rest) }).toEqual({ name, ok: true });
  return (rest as { readonly value: OutputOf<M> }).value;
}

export type ScreenedEntry = {
  readonly caseId: string;
  readonly entryId: string;
  readonly recordNumber: string;
  readonly objects: readonly string[];
};

/** A clerk of health registers it: the words, one party and one document of two are screened. */
export async function registerScreened(page: Page, owner = 'Hanne Bråten Lie'): Promise<ScreenedEntry> {
  await becomeUser(page, owner);
  const { user } = await askIn(page, 'session.open', {});
  const { classes } = await askIn(page, 'cases.classes', {});
  const { caseId } = await askIn(page, 'cases.create', {
    title: 'Oppfølging av familie',
    classId: classes.find(({ selectable }) => selectable)?.id ?? '',
    ownerId: user.id,
    adminUnit: user.adminUnit,
  });
  const { entryId } = await askIn(page, 'entries.create', {
    caseId,
    type: 'U',
    title: `${shown.title} ${secret.title}`,
    publicTitle: `${shown.title} *****`,
    parties: [
      { kind: 'EM', isFirm: false, name: `Nils ${secret.party}`, identityNumber: secret.number },
      { kind: 'EM', isFirm: false, name: shown.party },
    ],
    screening: {
      accessCode: 'UO',
      legalBasis: await basisOf(page, 'UO'),
      hidesTitle: true,
      hidesParties: false,
      hidesDocuments: false,
    },
  });
  for (const file of [
    await letter(`${secret.file}.pdf`, `Undersøkelse av ${secret.document}`),
    await letter('orientering.pdf', 'Orientering til alle'),
  ]) {
    const stagedId = await page.evaluate(
      async (bytes) => {
        const headers = { 'content-type': 'application/octet-stream' };
        const reply = await fetch('/stage', { method: 'PUT', headers, body: new Uint8Array(bytes) });
        return ((await reply.json()) as { value: { stagedId: string } }).value.stagedId;
      },
      [...file.buffer],
    );
    await askIn(page, 'documents.add', { entryId, stagedId, fileName: file.name });
  }
  const made = await askIn(page, 'entries.open', { entryId });
  const [first] = made.parties;
  const [main] = made.documents;
  await askIn(page, 'entries.screenParty', { entryId, partyId: first?.id ?? '', isScreened: true });
  await askIn(page, 'documents.screen', { entryId, documentId: main?.id ?? '', isScreened: true });
  return {
    caseId,
    entryId,
    recordNumber: made.recordNumber,
    objects: (main?.objects ?? []).map(({ url }) => url),
  };
}

async function basisOf(page: Page, code: string): Promise<string> {
  const { access } = await askIn(page, 'session.open', {});
  const [basis] = access.codes.find(({ id }) => id === code)?.bases ?? [];
  return access.bases.find(({ id }) => id === basis)?.text ?? '';
}

/** Moves to an address as a link would. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
