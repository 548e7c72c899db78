/** What Segl takes in, told apart by what the bytes are, never by what the name says. */
export const fileKinds = ['pdf', 'png', 'jpeg', 'docx', 'odt', 'unknown'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Levels of PDF/A that a file declares in its metadata; the PRONOM key is derived from it. */
export const pdfaLevels = ['1a', '1b', '2a', '2b', '2u', '3a', '3b', '3u'] as const;
export type PdfaLevel = (typeof pdfaLevels)[number];

/**
 * Why a file cannot be used at all. `name-mismatch` means that the content is a kind Segl takes, but not the one
 * the file name promises; `kind-unknown` that it is none Segl takes; `too-heavy` that reading it takes more time or memory
 * than one file may.
 */
export const fileFaults = [
  'empty',
  'kind-unknown',
  'name-mismatch',
  'encrypted',
  'damaged',
  'no-pages',
  'too-heavy',
  'converter-missing',
  'conversion-failed',
] as const;
export type FileFault = (typeof fileFaults)[number];

/**
 * What is worth telling about a usable PDF. `signed` is a stop for merging: a merge breaks the signature. `restricted`: it
 * opens without a password, but whoever made it has set limits on its use.
 */
export const fileWarnings = [
  'signed',
  'form-fields',
  'xfa',
  'embedded-files',
  'javascript',
  'odd-page-size',
  'restricted',
] as const;
export type FileWarning = (typeof fileWarnings)[number];
