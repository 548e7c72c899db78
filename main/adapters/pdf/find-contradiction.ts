import { findIdentityNumbers } from '../../../domain/identity-number.ts';

/** How the text of a page that a service adds contradicts what is known of the job. */
export type Contradiction = 'title' | 'signer' | 'stranger';

export type KnownOfJob = {
  /** Absent where the service does not put it on its page. */
  readonly title?: string;
  /** Everyone who has signed. An empty name is one that is not known. */
  readonly signers: readonly { readonly name: string; readonly identityNumber?: string }[];
  /** Identity numbers of everyone who was asked; absent where not all are known. */
  readonly asked?: readonly string[];
};

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether the text of an added page can be about this job: it has the title, names everyone who has signed, by number or
 * by surname, and nobody's number but of those who were asked. People are written in the service's own spelling, which often has more
 * first names or fewer, so a surname is enough.
 */
export function findContradiction(
  text: string,
  { title = '', signers, asked }: KnownOfJob,
): Contradiction | undefined {
  const [letters, words] = [bare(text), new Set(wordsOf(text))];
  if (!letters.includes(bare(title))) return 'title';
  const numbers: readonly string[] = findIdentityNumbers(text);
  for (const { name, identityNumber } of signers) {
    const surname = wordsOf(name).at(-1);
    const byNumber = identityNumber !== undefined && numbers.includes(identityNumber);
    const byName = surname === undefined || words.has(surname) || letters.includes(bare(name));
    if (!byNumber && !byName) return 'signer';
  }
  const isStranger = (number: string) => asked?.includes(number) === false && !title.includes(number);
  return numbers.some(isStranger) ? 'stranger' : undefined;
}
