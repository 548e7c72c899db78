import { parseArgs } from 'node:util';
import { type BasketId, basketIds } from '../../../domain/baskets.ts';
import type { Language } from '../../../domain/preferences.ts';
import { codes } from '../../../texts/codes.ts';
import { menuTexts } from '../../../texts/menu.ts';

export type Shortcut = { readonly title: string; readonly address: string };

/** The baskets that somebody opens many times a day; a jump list is short. */
const offered: readonly BasketId[] = [
  'my-drafts',
  'to-approve',
  'out-for-signing',
  'signed',
  'failed-dispatch',
];

/** What the task bar's or dock's own menu leads to; `address` is one of the window's. */
export const deskShortcuts = (language: Language): readonly Shortcut[] => [
  { title: menuTexts[language].newCase, address: '#/ny-sak' },
  ...offered.map((id) => ({ title: codes[language].basket[id], address: `#/kurv/${id}` })),
];

const known = new Set(['#/ny-sak', ...basketIds.map((id) => `#/kurv/${id}`)]);

/** The command-line argument that names the address to open at. */
export const toArgument = (address: string): string => `--go=${address.replace('#/', '')}`;

/** The address that the command line asks for; undefined unless it is a known one, since any program can start Segl. */
export function askedAddress(args: readonly string[]): string | undefined {
  const { values } = parseArgs({ args: [...args], strict: false, options: { go: { type: 'string' } } });
  const address = `#/${String(values.go ?? '')}`;
  return known.has(address) ? address : undefined;
}
