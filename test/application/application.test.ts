import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LogRow } from '../../domain/change-log.ts';
import { applicationForTests, lookUp, order } from '../support/application-door.ts';
import { ingrid, olav } from '../support/desk.ts';

const door = applicationForTests();
const { ask, refused, news, be, newCase, ready } = door;

describe('the door', () => {
  test('refuses what is not in the contract, and input that does not fit it', async () => {
    for (const name of ['constructor', '__proto__', 'cases.burn', ''])
      expect(await door.app().ask(name, {})).toEqual({ ok: false, refusal: { code: 'unknown-method' } });
    expect(await door.app().ask('cases.open', { caseId: 7 })).toEqual({
      ok: false,
      refusal: { code: 'invalid-input', facts: { field: 'caseId' } },
    });
    expect(await door.app().ask('cases.open', undefined)).toMatchObject({
      refusal: { code: 'invalid-input' },
    });
    expect(await refused('documents.add', { entryId: 'x', stagedId: 'x', fileName: '' })).toBe(
      'invalid-input',
    );
    expect(await refused('policy.change', { policy: {} })).toBe('invalid-input');
  });

  test('says that it is closing to whoever asks meanwhile, and logs no fault', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'segl-lukker-'));
    const app = await door.open(folder);
    const before = door.lines.length;
    const closed = app.close();
    expect(await app.ask('session.open', {})).toEqual({ ok: false, refusal: { code: 'closing' } });
    expect(await app.serveFile('/files/object/x')).toBeUndefined();
    await closed;
    expect(await app.ask('cases.classes', {})).toMatchObject({ refusal: { code: 'closing' } });
    expect(door.lines.slice(before).filter((line) => line.startsWith('fault'))).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('lets no reader see identity numbers, keep drafts or change anything', async () => {
    await be('caseworker');
    const caseId = await newCase();
    const entryId = await ready(caseId);
    const [party] = (await ask('entries.open', { entryId })).parties;
    await be('reader');
    const view = await ask('entries.open', { entryId });
    expect(JSON.stringify(view)).not.toContain(ingrid.identityNumber);
    expect([view.dispatch.may, view.remove.may, view.steps]).toEqual([false, false, []]);
    for (const [name, input] of [
      ['dispatch.prepare', { entryId }],
      ['dispatch.keepDraft', { entryId, order: order() }],
      ['entries.revealIdentity', { entryId, partyId: party?.id, reason: lookUp }],
      ['entries.change', { entryId, revision: view.revision, title: 'Annen' }],
      ['entries.create', { caseId, type: 'U', title: 'x', parties: [] }],
      ['entries.delete', { entryId }],
      ['cases.close', { caseId }],
    ] as const)
      expect(await refused(name, input), name).toBe('not-allowed');
    expect(
      await door.app().ask('dispatch.expedite', { entryId, order: order(), seenMerged: 'a'.repeat(64) }),
    ).toMatchObject({
      refusal: {
        code: 'findings',
        findings: expect.arrayContaining([expect.objectContaining({ code: 'not-allowed' })]),
      },
    });
  });

  test('opens the dispatch dialog without telling identity numbers, and shows one at a time, logged', async () => {
    await be('caseworker');
    const entryId = await ready(await newCase());
    const opened = await door.app().ask('dispatch.prepare', { entryId });
    expect(JSON.stringify(opened)).not.toContain(ingrid.identityNumber);

    const { order: prepared } = await ask('dispatch.prepare', { entryId });
    const [recipient] = prepared.recipients;
    expect(recipient).toMatchObject({ identityNumber: '', keptIdentity: { from: 'party' } });
    expect(recipient?.keptIdentity?.masked).toBe(`${ingrid.identityNumber.slice(0, 6)} ●●●●●`);
    const check = await ask('dispatch.check', { entryId, order: prepared });
    expect(check.identities).toEqual([{ valid: true, kind: 'birth-number', synthetic: true }]);
    expect(JSON.stringify(check)).not.toContain(ingrid.identityNumber);

    // Typed numbers too are told one by one once the draft is kept.
    const typed = { ...prepared, recipients: [...prepared.recipients, { ...olav, group: 0 }] };
    await ask('dispatch.keepDraft', { entryId, order: typed });
    const again = await ask('dispatch.prepare', { entryId });
    expect(JSON.stringify(again)).not.toMatch(/\b\d{11}\b/);
    const [, second] = again.order.recipients;
    expect(second).toMatchObject({ name: olav.name, identityNumber: '', keptIdentity: { from: 'draft' } });

    const revealed = (row: LogRow) => row.code === 'identity-shown';
    const shown = (await ask('entries.log', { entryId, offset: 0, limit: 50 })).rows;
    expect(shown.filter(revealed)).toEqual([]);
    for (const [kept, person] of [
      [recipient?.keptIdentity, ingrid],
      [second?.keptIdentity, olav],
    ] as const) {
      if (!kept) throw new Error('the number is not kept');
      expect(
        await ask('dispatch.revealIdentity', {
          entryId,
          from: kept.from,
          id: kept.id,
          reason: lookUp,
        }),
      ).toEqual({
        identityNumber: person.identityNumber,
      });
      const { rows } = await ask('entries.log', { entryId, offset: 0, limit: 50 });
      const { user } = await ask('session.open', {});
      expect(rows.find(revealed)).toMatchObject({
        facts: { whose: person.name, ground: 'register' },
        by: user.name,
      });
      expect(JSON.stringify(rows)).not.toMatch(/\b\d{11}\b/);
    }
    await be('reader');
    expect(
      await refused('dispatch.revealIdentity', {
        entryId,
        from: 'draft',
        id: 'x',
        reason: lookUp,
      }),
    ).toBe('not-allowed');
    await be('caseworker');
    expect(
      await refused('dispatch.revealIdentity', {
        entryId,
        from: 'draft',
        id: 'x',
        reason: lookUp,
      }),
    ).toBe('not-found');

    // What the clerk never saw is what is sent.
    const sent = news('dispatch.sent');
    const { merged } = await ask('dispatch.check', { entryId, order: again.order });
    await ask('dispatch.expedite', {
      entryId,
      order: { ...again.order, agreedWithLeader: true },
      seenMerged: merged?.sha256 ?? '',
    });
    await sent;
    const [job] = (await ask('entries.open', { entryId })).jobs;
    await door.room().act(job?.serviceJobId ?? '', olav.identityNumber, 'sign');
    await door.room().act(job?.serviceJobId ?? '', ingrid.identityNumber, 'sign');
  });

  test('takes files up to its limit', async () => {
    expect(await door.app().stage(new Uint8Array(52_428_801))).toMatchObject({
      refusal: { code: 'file-too-large', facts: { max: 52_428_800 } },
    });
  });

  test.each([
    '',
    '/',
    '/files',
    '/files/object',
    '/files/object/',
    '/files/object/none',
    '/files/job/none',
    '/files/merged/none',
    '/files/secret/x',
    '/../archive.db',
    'files/object/x',
    '/files/object/../../archive.db',
  ])('serves nothing at %j', async (path) => expect(await door.app().serveFile(path)).toBeUndefined());

  test('says that the service is away, in its own words', async () => {
    await door.room().stop();
    // A new archive has never been told to wait before it asks.
    const elsewhere = mkdtempSync(join(tmpdir(), 'segl-dor-'));
    const away = await door.open(elsewhere);
    try {
      expect(await away.ask('signing.fetchNow', {})).toMatchObject({
        refusal: { code: 'service-unreachable', facts: { code: 'ECONNREFUSED' } },
      });
      expect(await ask('service.test', {})).toMatchObject({ outcome: 'no-network' });
    } finally {
      await away.close();
      await door.room().start();
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  test('is there after a restart, and what cannot be sent waits for it', async () => {
    await be('caseworker');
    const caseId = await newCase();
    await door.restart();
    expect((await ask('cases.open', { caseId })).title).toBe('Ansettelse');
  });
});

test('the journal names those it was sent to, and who was not sent to is settled first', async () => {
  await be('caseworker');
  const entryId = await ready(await newCase());
  const other = order(olav);
  const unsent = async () =>
    (await ask('dispatch.check', { entryId, order: other })).findings.flatMap(({ code, facts }) =>
      code === 'party-not-sent-to' ? [facts] : [],
    );
  const [finding] = await unsent();
  expect(finding).toMatchObject({ name: ingrid.name });
  const merged = (await ask('dispatch.check', { entryId, order: other })).merged?.sha256 ?? '';
  expect(await refused('dispatch.expedite', { entryId, order: other, seenMerged: merged })).toBe('findings');
  await ask('dispatch.settleParty', { entryId, partyId: finding?.party ?? '', as: 'copy' });
  expect(await unsent()).toEqual([]);
  await ask('dispatch.expedite', { entryId, order: other, seenMerged: merged });
  expect((await ask('entries.open', { entryId })).parties.map(({ kind, name }) => [kind, name])).toEqual([
    ['EM', olav.name],
    ['EK', ingrid.name],
  ]);
});
