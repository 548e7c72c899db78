import { readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inspectFile } from '../../../main/adapters/pdf/inspect-file.ts';
import { convertOffice, findLibreOffice } from '../../../main/adapters/pdf/libre-office.ts';
import { readPages } from './make-pdf.ts';

const text = (content: string) => new TextEncoder().encode(content);
const docx = zipSync({
  '[Content_Types].xml': text(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': text(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/document.xml': text(
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Blåbærsyltetøy</w:t></w:r></w:p></w:body></w:document>',
  ),
});
const installed = await findLibreOffice();
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('segl-office-'));

test.skipIf(!installed)(
  'a Word document becomes PDF/A, and nothing is left behind',
  async () => {
    const before = leftovers();
    const { bytes, tool } = await convertOffice(installed ?? '', docx, 'docx', 120_000);
    expect(tool).toBe('LibreOffice');
    expect(await inspectFile(bytes, 'a.pdf', [])).toMatchObject({
      kind: 'pdf',
      pages: 1,
      pdfa: expect.stringMatching(/^2[ab]$/),
    });
    expect((await readPages(bytes))[0]).toContain('Blåbærsyltetøy');
    expect(leftovers()).toEqual(before);
  },
  180_000,
);
if (!installed) console.warn('skipped: LibreOffice is not installed');

test.skipIf(process.platform === 'win32')(
  'a converter that hangs or makes nothing fails the conversion, and leaves nothing',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'segl-prove-'));
    const before = leftovers();
    for (const [name, line, limit] of [
      ['heng', 'sleep 600', 300],
      ['ingenting', 'true', 60_000],
      ['feil', 'exit 4', 60_000],
    ] as const) {
      const program = join(folder, name);
      await writeFile(program, `#!/bin/sh\n${line}\n`);
      await chmod(program, 0o700);
      expect(await findLibreOffice(program)).toBe(program);
      await expect(convertOffice(program, docx, 'docx', limit)).rejects.toMatchObject({
        fault: 'conversion-failed',
      });
    }
    expect(leftovers()).toEqual(before);
    await rm(folder, { recursive: true });
  },
);

test('a program that is not there is not found', async () => {
  expect(await findLibreOffice('/finnes/ikke/soffice')).toBeUndefined();
});
