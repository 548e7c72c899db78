import { ok, type Result, refuse } from './basics.ts';
import { tidyTitle } from './title.ts';

export type ClassLine = { readonly code: string; readonly title: string; readonly parent?: string };

const form = /^(\S{1,12})[\s;]+(.+)$/;

/**
 * Reads a classification system from a list: one class per line, code and title with blank, tab or semicolon between.
 * A class lies below the one with the longest code that its own begins with. Shorter codes come first in the answer.
 */
export function parseClasses(
  list: string,
): Result<readonly ClassLine[], 'class-unreadable' | 'class-twice' | 'classes-missing'> {
  const titles = new Map<string, string>();
  for (const [at, line] of list.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, code, title] = form.exec(line.trim().replace(/^(\S+?);/, '$1 ')) ?? [];
    if (code === undefined || title === undefined) return refuse('class-unreadable', { line: at + 1 });
    if (titles.has(code)) return refuse('class-twice', { code });
    titles.set(code, tidyTitle(title));
  }
  if (titles.size === 0) return refuse('classes-missing');
  const codes = [...titles.keys()].sort((a, b) => a.length - b.length);
  return ok(
    codes.map((code) => {
      const parent = codes.findLast((other) => other.length < code.length && code.startsWith(other));
      return { code, title: titles.get(code) ?? '', ...(parent === undefined ? {} : { parent }) };
    }),
  );
}
