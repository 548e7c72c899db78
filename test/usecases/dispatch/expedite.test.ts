import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDispatchMemory } from '../../../main/usecases/dispatch/gather-dispatch.ts';
import { keepDraft, prepareDispatch } from '../../../main/usecases/dispatch/prepare-dispatch.ts';
import { resolveOrder } from '../../../main/usecases/dispatch/resolve-order.ts';
import { addDocument } from '../../../main/usecases/documents/add-document.ts';
import { changeEntry } from '../../../main/usecases/entries/change-entry.ts';
import { makePdf, readPages } from '../../adapters/pdf/make-pdf.ts';
import { type Desk, ingrid, kari, must, odd, olav, openDesk, stopsOf } from '../../support/desk.ts';
import { openMemoryRoom } from '../../support/memory-signing.ts';
import type { SigningRoom } from '../../support/signing-room.ts';
import { check, untouched } from './ordered.ts';

let room: SigningRoom;
beforeAll(async () => {
  room = await openMemoryRoom();
});
afterAll(() => room.close());
const allBytes = (desk: Desk): string =>
  ['', '-wal']
    .map((suffix) => {
      try {
        return readFileSync(`${desk.kept.path}${suffix}`, 'latin1');
      } catch {
        return '';
      }
    })
    .join('');

describe('between the dialog and «Ekspeder»', () => {
  test('the case is closed: stopped, and said so', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const { merged, findings } = await check(desk, entryId);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
    const { caseId } = await desk.entry(entryId);
    await desk.archive.change((tx) =>
      tx.changeCase(caseId, { status: 'A', closedAt: desk.needs.clock.now(), closedBy: odd.name }),
    );
    expect(stopsOf(await desk.expedite(entryId, desk.order(), kari, merged?.sha256))).toEqual([
      'case-closed',
    ]);
    await untouched(desk, entryId);
  });

  test('the documents are changed: what the clerk saw is not what would go, so nothing goes', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const seen = (await check(desk, entryId)).merged?.sha256;
    must(await desk.toStatus(entryId, 'R'));
    await desk.addPdf(entryId, 'Et vedlegg til');
    must(await desk.toStatus(entryId, 'F'));
    expect(await desk.expedite(entryId, desk.order(), kari, seen)).toMatchObject({
      refusal: { code: 'documents-changed' },
    });
    await untouched(desk, entryId);
    const now = (await check(desk, entryId)).merged?.sha256;
    expect(stopsOf(await desk.expedite(entryId, desk.order(), kari, now))).toEqual([]);
  });

  test('the documents are changed while they are merged: nothing goes either', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({
      draft: true,
      parts: [{ title: 'Arbeidsavtale' }, { title: 'Vedlegg' }],
    });
    must(await desk.toStatus(entryId, 'F'));
    const racing = {
      ...desk.needs,
      memory: newDispatchMemory(),
      pdf: {
        ...room.pdf,
        merge: async (...call: Parameters<typeof room.pdf.merge>) => {
          const [, second] = await desk.read.documentsOf(entryId);
          await desk.archive.change((tx) =>
            tx.changeDocument(second?.id ?? must({ ok: false, refusal: {} }), { title: 'Omdøpt' }),
          );
          return room.pdf.merge(...call);
        },
      },
    };
    const { expedite } = await import('../../../main/usecases/dispatch/expedite.ts');
    expect(await expedite(racing)(kari, entryId, desk.order(), undefined)).toMatchObject({
      refusal: { code: 'documents-changed' },
    });
    await untouched(desk, entryId);
  });

  test('two windows press at once: one job, and the other window is told', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const outcomes = await Promise.all([
      desk.expedite(entryId),
      desk.expedite(entryId),
      desk.expedite(entryId),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.flatMap(stopsOf)).toEqual(['dispatch-running', 'dispatch-running']);
    expect(await desk.read.jobsOf(entryId)).toHaveLength(1);
    await Promise.all([desk.send(), desk.send()]);
    const [job] = await desk.read.jobsOf(entryId);
    expect((await room.jobs()).filter(({ reference }) => reference === job?.reference)).toHaveLength(1);
  });
});

describe('what is recorded', () => {
  test('the merged file has every page of every part in order, and is the same each time', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready({
      parts: [
        { title: 'Arbeidsavtale', pages: 2 },
        { title: 'Vedlegg 1', pages: 3 },
        { title: 'Vedlegg 1', pages: 1 },
      ],
    });
    const first = await check(desk, entryId);
    desk.needs.memory.merged.clear();
    const second = await check(desk, entryId);
    expect(second.merged?.sha256).toBe(first.merged?.sha256);
    expect(second.merged?.parts.map(({ pages }) => pages)).toEqual([2, 3, 1]);
    const jobId = must(await desk.expedite(entryId, desk.order(), kari, first.merged?.sha256));
    const job = await desk.job(jobId);
    expect(job.merged).toMatchObject({ sha256: first.merged?.sha256, pages: 6 });
    const stored = await desk.read.readFile(job.merged.sha256);
    expect(await readPages(stored ?? new Uint8Array())).toEqual([
      'Arbeidsavtale side 1',
      'Arbeidsavtale side 2',
      'Vedlegg 1 side 1',
      'Vedlegg 1 side 2',
      'Vedlegg 1 side 3',
      'Vedlegg 1 side 1',
    ]);
  });

  test('freezes the entry while the job runs', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    must(await desk.expedite(entryId));
    const { revision } = await desk.entry(entryId);
    expect(await changeEntry(desk.needs)(kari, entryId, revision, { title: 'Noe annet' })).toMatchObject({
      refusal: { code: 'locked-by-dispatch' },
    });
    expect(await desk.toStatus(entryId, 'R')).toMatchObject({ refusal: { code: 'locked-by-dispatch' } });
    expect(
      await addDocument(desk.needs)(kari, entryId, { bytes: await makePdf(['x']), fileName: 'x.pdf' }),
    ).toMatchObject({ refusal: { code: 'locked-by-dispatch' } });
  });

  test('keeps the message on the job and no identity number readable anywhere', async () => {
    const desk = await openDesk(room);
    const entryId = await desk.ready();
    const order = desk.order([ingrid, { ...olav, identityNumber: ' 029171 12145 ' }]);
    await keepDraft(desk.needs)(kari, entryId, order);
    const { order: shown } = must(await prepareDispatch(desk.needs)(kari, entryId));
    // An id may by chance hold as many figures in a row.
    const withoutIds = JSON.stringify(shown).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '');
    expect(withoutIds).not.toMatch(/\d{6} ?\d{5}/);
    expect(await resolveOrder(desk.needs)(kari, entryId, shown)).toEqual(order);
    const readable = () => {
      const bytes = allBytes(desk);
      return ['14838511091', '02917112145', '029171 12145'].filter((number) => bytes.includes(number));
    };
    expect(readable()).toEqual([]);
    const job = await desk.sent(entryId, order);
    expect(job.message).toBe('Les og signer, takk.');
    expect(await desk.read.findDraftOrder(entryId)).toBeUndefined();
    await desk.act(job.id, ingrid, 'sign');
    // What comes back is evidence and names its signers; what is ours stays sealed.
    expect(readable()).toEqual([]);
    await desk.act(job.id, olav, 'sign');
    await desk.receive();
    expect(JSON.stringify([...(await desk.log(entryId)), desk.lines, desk.news])).not.toMatch(/\b\d{11}\b/);
    expect(JSON.stringify(await desk.log(entryId))).not.toContain('Les og signer');
  });
});
