/** Length as the archive and the signing service count it: code points after NFC, without blanks at the ends. */
export const countTitle = (text: string): number =>
  [...text.normalize('NFC').replace(/\s+/gu, ' ').trim()].length;

/** As {@link countTitle}, but every blank and line break counts. */
export const countMessage = (text: string): number => [...text.normalize('NFC')].length;
