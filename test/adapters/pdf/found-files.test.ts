import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '../../../main/adapters/pdf/inspect-file.ts';
import { mergeParts } from '../../../main/adapters/pdf/merge-parts.ts';
import { PartUnusable } from '../../../main/ports/pdf-workshop.ts';
import { makePdf } from './make-pdf.ts';
import { canRender, renderPages } from './render-pages.ts';

const root = join(import.meta.dirname, '../../../../shared/fixtures');
const files = ['pdf', 'verapdf']
  .map((folder) => join(root, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.pdf'));
const rendering = canRender();
if (files.length === 0) console.warn('skipped: ../shared/fixtures with PDFs from elsewhere is missing');
if (!rendering) console.warn('skipped: pixels are not compared, pdftoppm is not installed');

describe.skipIf(files.length === 0)('PDFs from elsewhere', () => {
  test.each(files.map((path) => [basename(path), path]))(
    '%s is merged page for page, or refused with a reason',
    async (name, path) => {
      const bytes = new Uint8Array(readFileSync(path));
      const { pages, fault } = await inspectFile(bytes, name, []);
      const plain = await makePdf(['før', 'etter']);
      const parts = [plain, bytes].map((part) => ({ title: name, bytes: part }));
      const merged = await mergeParts(parts, { title: name, language: 'nb' }).catch(
        (error: unknown) => error,
      );
      if (fault || merged instanceof PartUnusable) {
        expect(merged).toMatchObject({ index: 1 });
        return;
      }
      expect(merged).toMatchObject({ partPages: [2, pages] });
      if (!rendering) return;
      const { bytes: together } = merged as { bytes: Uint8Array };
      const wanted = [...(renderPages(plain) ?? []), ...(renderPages(bytes) ?? [])];
      const same = (renderPages(together) ?? []).map((page, at) => wanted[at]?.equals(page));
      expect(same).toEqual(wanted.map(() => true));
    },
  );

  test.skipIf(!rendering)(
    'all documents of the signing service merged into one look as they did',
    async () => {
      const parts = files
        .filter((path) => path.includes('testdokument'))
        .map((path) => ({ title: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
      const merged = await mergeParts(parts, { title: 'Alle', language: 'nb' });
      const wanted = parts.flatMap(({ bytes }) => renderPages(bytes) ?? []);
      const found = renderPages(merged.bytes) ?? [];
      expect(found.map((page, at) => wanted[at]?.equals(page))).toEqual(wanted.map(() => true));
    },
  );
});
