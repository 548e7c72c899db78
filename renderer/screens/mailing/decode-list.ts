/**
 * The text of a file: UTF-8 or UTF-16, told by its mark or its bytes, else Windows-1252 as older spreadsheets write it.
 * `undefined` for what is no text at all, as a workbook.
 */
export function decodeList(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these, and what is no text has
  return text === undefined || /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/u.test(text) ? undefined : text;
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const empty = (from: number) => bytes.filter((byte, place) => place % 2 === from && byte === 0).length;
  // Letters and digits of ours have an empty byte each in UTF-16, always on the same side.
  const most = bytes.length / 4;
  if (empty(1) > most) return decodeAs('utf-16le', bytes);
  if (empty(0) > most) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('windows-1252', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (fault) {
    if (fault instanceof TypeError) return undefined;
    throw fault;
  }
}
