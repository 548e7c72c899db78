import { useState } from 'react';
import type { ListedPerson } from '../../../domain/recipient-list.ts';
import { decodeList } from './decode-list.ts';
import { parseList } from './parse-list.ts';

export type PeopleDraft = {
  readonly people: readonly ListedPerson[];
  readonly emptyLines: readonly number[];
  /** What could not be read: nobody was in it, or the file of this name is no text. */
  readonly fault?: { readonly file?: string };
  /** What is typed or pasted and not read yet. */
  readonly pasted: string;
};

/** The list while it is made; lines that are added later are numbered on. */
export function usePeople() {
  const [draft, setDraft] = useState<PeopleDraft>({ people: [], emptyLines: [], pasted: '' });
  const take = (text: string) => {
    const parsed = parseList(text);
    setDraft((before) => {
      if (parsed.people.length === 0) return { ...before, fault: {} };
      const from = Math.max(0, ...before.people.map(({ line }) => line), ...before.emptyLines);
      return {
        people: [
          ...before.people,
          ...parsed.people.map((person) => ({ ...person, line: person.line + from })),
        ],
        emptyLines: [...before.emptyLines, ...parsed.emptyLines.map((line) => line + from)],
        pasted: '',
      };
    });
  };
  return {
    draft,
    paste: (pasted: string) => setDraft((before) => ({ ...before, pasted })),
    take,
    takeFile: async (file: File) => {
      const text = decodeList(new Uint8Array(await file.arrayBuffer()));
      if (text === undefined) setDraft((before) => ({ ...before, fault: { file: file.name } }));
      else take(text);
    },
    change: (line: number, part: Partial<ListedPerson>) =>
      setDraft((before) => ({
        ...before,
        people: before.people.map((person) => (person.line === line ? { ...person, ...part } : person)),
      })),
    remove: (line: number) =>
      setDraft((before) => ({ ...before, people: before.people.filter((person) => person.line !== line) })),
    clear: () => setDraft({ people: [], emptyLines: [], pasted: '' }),
  };
}
export type People = ReturnType<typeof usePeople>;
