import { expect, test } from 'vitest';
import { readSource, sourceFiles } from './read-imports.ts';

/** Roles as what is written down, given or drawn, and never as a right of who asks. */
const aboutRoles = [
  'domain/roles.ts',
  // Which role a user is given or loses.
  'domain/acts/user-change.ts',
  'main/usecases/administration/change-users.ts',
  'main/adapters/store/users.ts',
  'renderer/screens/settings/users-list.tsx',
  // Whom invented cases are given to, and who a newcomer is in training.
  'main/training/cast.ts',
  'main/training/plan-facts.ts',
  'main/training/store-archive.ts',
  'main/api/session.ts',
  'main/hosts/demo/expedite-and-answer.ts',
];
const program = sourceFiles.filter(
  (file) => /^(domain|main|preload|renderer|portal)\//.test(file) && !file.startsWith('domain/access/'),
);
const holding = (files: readonly string[], words: RegExp) =>
  files.filter((file) => words.test(readSource(file)));
const byRole =
  /\.roles\.(includes|some|every|find)\(|\brolesWith\b|\brole === '(caseworker|leader|documentCentre|reader|systemOwner)'/;

test('only domain/access says that something may be shown', () => {
  expect(holding(program, /\basShown\b/)).toEqual([]);
});

test('nothing outside domain/access reads what roles are held where', () => {
  expect(holding(program, /\bgrantsWith\b|\.grants\b|\{ grants \}/)).toEqual([]);
});

test('nothing outside domain/access decides by role, and what is let off here is about roles', () => {
  const found = holding(program, byRole);
  expect(found.filter((file) => !aboutRoles.includes(file))).toEqual([]);
  expect(aboutRoles.filter((file) => !found.includes(file))).toEqual([]);
});

test('there is no coarse check of an ability left', () => {
  expect(holding(program, /\bhasAbility\b|\bmayInArchive\b/)).toEqual([]);
});
