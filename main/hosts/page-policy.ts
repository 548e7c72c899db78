import type { FileWithheld } from '../ports/file-withheld.ts';

/** The status of an answer that withholds a file. */
export const withheldStatus: Readonly<Record<FileWithheld['reason'], number>> = {
  'not-allowed': 403,
  screened: 403,
  'key-missing': 423,
};

/**
 * What a page of ours may do: its own files only, and nothing may hold it in a frame. WebAssembly is let in because the
 * PDF viewer decodes scanned pages (JBIG2, JPEG 2000) with it.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Headers on everything a host answers with. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const shownInPlace = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** How a file from the archive leaves: shown only when it is of a kind that cannot act, otherwise saved. */
export function fileHeaders(file: {
  readonly mime: string;
  readonly fileName: string;
  readonly etag: string;
}): Readonly<Record<string, string>> {
  const shown = shownInPlace.has(file.mime);
  // Half of a surrogate pair cannot be encoded.
  const name = file.fileName.replace(/[\ud800-\udfff]/gu, '\ufffd');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, toHex);
  return {
    'content-type': shown ? file.mime : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded}`,
    etag: `"${file.etag.replaceAll('"', '')}"`,
    'cache-control': 'no-store',
  };
}
const toHex = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
