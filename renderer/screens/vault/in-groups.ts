/** `AGE-SECRET-KEY-1` and then groups of four, as they are read aloud. */
export function inGroups(recoveryKey: string): readonly string[] {
  const start = /^AGE-SECRET-KEY-1/.exec(recoveryKey)?.[0] ?? '';
  return [start, ...(recoveryKey.slice(start.length).match(/.{1,4}/g) ?? [])].filter((group) => group !== '');
}
