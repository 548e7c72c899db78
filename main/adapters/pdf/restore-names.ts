import type { PdfName } from '@libpdf/core';
import { exactName } from './exact-values.ts';
import { openPlainFile } from './plain/open-plain-file.ts';
import { NotPlain, PlainName, PlainStream, type PlainValue } from './plain/plain-values.ts';

/** Beyond ASCII, the library reads written bytes as Latin-1 and escaped ones as UTF-8, and writes both as UTF-8. */
const isForeign = (name: string): boolean => /[^\0-\x7f]/.test(name);

/**
 * Gives the names of a file back the bytes they have there, so that what a page calls a font by still finds it. `onMixedUp`
 * is called where two names have become one: something is lost then already.
 */
export function restoreNames(bytes: Uint8Array, onMixedUp: () => never): (name: PdfName) => PdfName {
  let written: ReadonlyMap<string, string> | undefined;
  return (name) => {
    if (!isForeign(name.value)) return name;
    written ??= collectNames(bytes, onMixedUp);
    const original = written.get(name.value);
    return original === undefined ? name : exactName(original);
  };
}

/** The original names by each form in which the library may have read them. */
function collectNames(bytes: Uint8Array, onMixedUp: () => never): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (name: string) => {
    if (!isForeign(name)) return;
    for (const reading of [name, new TextDecoder().decode(Buffer.from(name, 'latin1'))]) {
      const known = found.get(reading);
      if (known !== undefined && known !== name) onMixedUp();
      found.set(reading, name);
    }
  };
  const walk = (value: PlainValue): void => {
    if (value instanceof PlainName) note(value.name);
    else if (value instanceof PlainStream) walk(value.dict);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value instanceof Map)
      for (const [key, entry] of value) {
        note(key);
        walk(entry);
      }
  };
  try {
    for (const object of openPlainFile(bytes).objects()) walk(object);
  } catch (fault) {
    if (!(fault instanceof NotPlain)) throw fault;
    // A name that is not found stays as the library read it; if that is wrong, comparing the pages shows it.
  }
  return found;
}
