import { expect, test } from 'vitest';
import { languages } from '../../domain/preferences.ts';
import { ArchiveInUse } from '../../main/hosts/archive-in-use.ts';
import { EarlierEditionOpen, TwoPlaces } from '../../main/hosts/carry-over.ts';
import { FolderForbidden } from '../../main/hosts/choose-archive.ts';
import { explainStartFault } from '../../main/hosts/explain-start-fault.ts';
import { DriveMissing } from '../../main/hosts/make-archive-folder.ts';
import { NetworkFolder } from '../../main/hosts/refuse-network.ts';
import { StoreFault } from '../../main/ports/archive/store-fault.ts';
import { PolicyUnreadable } from '../../main/ports/machine-policy.ts';
import { VaultLocked } from '../../main/ports/vault.ts';
import { startingTexts } from '../../texts/starting.ts';

const holder = { user: 'KOMMUNE\\kari', machine: 'RDS-04', process: 4711, since: '2026-11-21T10:00:00.000Z' };
const system = (code: string, path?: string) => Object.assign(new Error(`${code}: no`), { code, path });

const faults: readonly (readonly [fault: unknown, names: readonly string[]])[] = [
  [new ArchiveInUse('/a', '/r', holder), ['KOMMUNE\\kari', 'RDS-04', '4711']],
  [new ArchiveInUse('/a', '/r', undefined), []],
  [new TwoPlaces('/roaming', '/local'), ['/roaming', '/local']],
  [new EarlierEditionOpen('/roaming/drift'), ['/roaming/drift']],
  [new NetworkFolder('Z:\\arkiv', '\\\\server\\arkiv'), ['Z:\\arkiv', '\\\\server\\arkiv']],
  [new DriveMissing('Z:\\arkiv'), ['Z:\\arkiv']],
  [new FolderForbidden('/her', '/der'), ['/her', '/der']],
  [new PolicyUnreadable('/etc/segl/policy.json', 'proxy'), ['/etc/segl/policy.json', 'proxy']],
  [new PolicyUnreadable('/etc/segl/policy.json', undefined), ['/etc/segl/policy.json']],
  [new VaultLocked('no'), []],
  [new StoreFault('unsafe-place'), []],
  [new StoreFault('disk-full'), []],
  [system('EACCES', '/var/arkiv'), ['/var/arkiv']],
  [system('ENOSPC'), []],
  [system('SQLITE_READONLY_DBMOVED'), []],
  [system('ERR_MODULE_NOT_FOUND'), []],
];
test.each(faults)('%o is a sentence with what one must know, in each language', (fault, names) => {
  const sentences = languages.map((language) => explainStartFault(fault, startingTexts[language]));
  expect(new Set(sentences).size).toBe(languages.length);
  for (const sentence of sentences) {
    for (const name of names) expect(sentence).toContain(name);
    expect(sentence).toMatch(/^[A-ZÆØÅ].*[.:\d]$/);
    expect(sentence).not.toContain('undefined');
  }
});

test('a program file that is cut short is told from a settings file that is', async () => {
  const source = 'data:text/javascript,export const one = (';
  const half: unknown = await import(source).catch((fault: unknown) => fault);
  expect(explainStartFault(half, startingTexts.nb)).toBe(startingTexts.nb.incomplete);
  expect(explainStartFault(parseFault(), startingTexts.nb)).toContain('Noe uventet skjedde');
});
function parseFault(): unknown {
  try {
    return JSON.parse('{');
  } catch (fault) {
    return fault;
  }
}
