/** What stood in a field before anybody typed in it. */
const stood = new Map<HTMLInputElement | HTMLTextAreaElement, string>();
const forms = 'dialog[open], main form';
/** Eleven digits, however they are set apart. */
const identityNumber = /\d(?:[\s.-]?\d){10}/g;

const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'email'));

/** Only what is typed raises this, never what the program itself puts into a field. */
document.addEventListener(
  'beforeinput',
  ({ target }) => {
    for (const field of stood.keys()) if (!field.isConnected) stood.delete(field);
    if (isField(target) && !stood.has(target) && target.closest(forms)) stood.set(target, target.value);
  },
  true,
);

/**
 * What has been typed in open forms, a line for each field, and forgets it. Words that stood in the field before are left
 * out, since they may be screened now; identity numbers too.
 */
export function takeTyped(): { readonly typed: string; readonly leftOut: boolean } {
  const lines: string[] = [];
  let leftOut = false;
  for (const [field, before] of stood) {
    const all = field.isConnected ? newWords(before, field.value) : '';
    const words = all.replace(identityNumber, '').trim();
    leftOut ||= words !== all;
    if (words !== '') lines.push(`${labelOf(field)}${words}`);
  }
  stood.clear();
  return { typed: lines.join('\n'), leftOut };
}

/** The words of a text that did not stand in the one before, in their order. */
export function newWords(before: string, after: string): string {
  if (before.trim() === '') return after.trim();
  const old = before.split(/\s+/);
  const left = after.split(/\s+/).filter((word) => {
    const at = old.indexOf(word);
    if (at < 0) return true;
    old.splice(at, 1);
    return false;
  });
  return left
    .filter((word) => !old.some((was) => was !== '' && overlaps(was, word)))
    .join(' ')
    .trim();
}
/** A word that somebody has begun to change still gives the old one away. */
const overlaps = (was: string, word: string): boolean => was.includes(word) || word.includes(was);

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  const [label] = field.labels ?? [];
  const text = label?.firstChild?.textContent?.trim() ?? '';
  return text === '' ? '' : `${text}: `;
}
