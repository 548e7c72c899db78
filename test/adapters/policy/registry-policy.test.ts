import { describe, expect, test } from 'vitest';
import { readRegistryPolicy } from '../../../main/adapters/policy/registry-policy.ts';

const blocked = (answer: unknown) => (program: string) => {
  if (program === 'reg') throw new Error('Registry editing has been disabled by your administrator.');
  return answer === undefined ? '' : Buffer.from(JSON.stringify(answer), 'utf8').toString('base64');
};

describe('where the organisation has locked the registry tools', () => {
  test('PowerShell gives the same values, with switches and lists', () => {
    const answer = {
      values: { ArchiveFolder: '%LOCALAPPDATA%\\Arkiv Ærø', ProductionOnly: 1 },
      lists: { AllowedServices: ['posten-production'] },
    };
    expect(readRegistryPolicy(blocked(answer))).toEqual({
      archiveFolder: '%LOCALAPPDATA%\\Arkiv Ærø',
      productionOnly: true,
      allowedServices: ['posten-production'],
    });
  });

  test('a list of one is a list, and one of none is none', () => {
    expect(
      readRegistryPolicy(blocked({ values: {}, lists: { AllowedServices: 'posten-difitest' } })),
    ).toEqual({
      allowedServices: ['posten-difitest'],
    });
    expect(readRegistryPolicy(blocked({ values: {}, lists: { AllowedServices: [] } }))).toEqual({
      allowedServices: [],
    });
  });

  test('no key is no policy', () => {
    expect(readRegistryPolicy(blocked(undefined))).toBeUndefined();
  });

  test('when PowerShell is not let in either, nothing is taken for an empty policy', () => {
    const refuse = () => {
      throw new Error('not permitted');
    };
    expect(() => readRegistryPolicy(refuse)).toThrow('not permitted');
  });
});
