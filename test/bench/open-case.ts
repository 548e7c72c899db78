import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { CaseId, ClassId, EntryId, UserId } from '../../domain/basics.ts';
import { openArchiveStore } from '../../main/adapters/store/open-archive-store.ts';
import { createApplication } from '../../main/application/application.ts';
import { runNodeHost } from '../../main/hosts/node/run-node-host.ts';
import { findChromium } from '../../scripts/find-chromium.mjs';
import { addUnits, unit } from '../support/units.ts';
import { type BenchRow, median } from './row.ts';

const cases = 7;
const entries = 2000;

/** From the click on a case with 2 000 entries to its first rows on the screen, each case opened for the first time. */
export async function benchOpenCase(): Promise<readonly BenchRow[]> {
  const executablePath = findChromium();
  if (!executablePath || !existsSync('out/renderer/index.html')) {
    process.stderr.write('open case: skipped, no Chromium or no built window\n');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'segl-bench-'));
  const ids = await fillArchive(folder);
  const options = { archive: folder, port: 0, open: false, json: true, kind: 'training' } as const;
  const host = await runNodeHost({ createApplication, options, log: () => {} });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const times: number[] = [];
    for (const id of ids) {
      const ms = await page.evaluate(
        (address) =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            location.hash = address;
            const look = () => {
              const rows = document.querySelectorAll('main [role="row"], main tbody tr').length;
              if (rows > 5) resolve(performance.now() - start);
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        `#/sak/${id}`,
      );
      times.push(ms);
      await page.evaluate(() => {
        location.hash = '#/innstillinger';
      });
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    return [
      {
        name: `First rows of a case with ${entries} entries`,
        ours: median(times.slice(1)),
        target: 'under 100 ms',
      },
    ];
  } finally {
    await browser.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillArchive(folder: string): Promise<readonly CaseId[]> {
  const at = '2026-01-05T08:00:00.000Z';
  const uuid = (kind: number, number: number) =>
    `00000000-0000-4000-8000-${String(kind * 1_000_000 + number).padStart(12, '0')}`;
  const identity = {
    id: uuid(0, 0),
    kind: 'training',
    title: 'Måling',
    recordCreator: { name: 'Måling kommune', organisationNumber: '310000019' },
  } as const;
  const store = await openArchiveStore(join(folder, 'archive.db'), { create: identity });
  const user = {
    id: uuid(1, 1) as UserId,
    name: 'Kari Måler',
    initials: 'KM',
    adminUnit: unit('Måling'),
    roles: ['caseworker'],
  } as const;
  const classId = uuid(2, 1) as ClassId;
  const ids = Array.from({ length: cases }, (_, at) => uuid(3, at) as CaseId);
  await store.change(async (tx) => {
    await addUnits(tx, 'Måling');
    await tx.addUser(user);
    await tx.addClass({ id: classId, code: '000', title: 'Måling' });
    for (const [place, id] of ids.entries()) {
      await tx.addCase({
        id,
        title: `Sak ${place}`,
        status: 'B',
        caseDate: '2026-01-05',
        adminUnit: unit('Måling'),
        caseOwner: user.id,
        classId,
        createdAt: at,
        createdBy: user.name,
      });
      for (let number = 0; number < entries; number += 1) {
        const entryId = uuid(4 + place, number) as EntryId;
        const title = `Brev nummer ${number} i saken`;
        await tx.addEntry({
          id: entryId,
          caseId: id,
          type: 'X',
          status: 'J',
          title,
          journalDate: '2026-01-05',
          caseworker: user.id,
          adminUnit: unit('Måling'),
          createdAt: at,
          createdBy: user.name,
        });
      }
    }
  });
  await store.close();
  return ids;
}
