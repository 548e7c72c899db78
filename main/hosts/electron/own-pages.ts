/** Segl's pages in Electron have a scheme of their own: an origin that no web page can have. */
export const SCHEME = 'archive';
export const OWN_PAGES = `${SCHEME}://app/` as const;

/** By prefix: `URL.origin` of a scheme of one's own is the string "null". */
export const isOwnPage = (url: string | undefined): boolean => url?.startsWith(OWN_PAGES) === true;
