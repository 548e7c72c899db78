import { isOwnPage } from './own-pages.ts';

/** The parts of `WebContents` and `Session` used here. */
export interface ContentsParts {
  setWindowOpenHandler(decide: (details: { url: string }) => { action: 'deny' }): unknown;
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (details: { readonly url: string; preventDefault(): void }) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
}
export interface SessionParts {
  setPermissionRequestHandler(
    decide: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(decide: (contents: unknown, permission: string) => boolean): void;
}

/**
 * Keeps a window to Segl's own pages. A link that asks for a new window opens in the user's browser if `mayOpen` knows
 * its address; every other is dropped.
 */
export function guardContents(
  contents: ContentsParts,
  mayOpen: (url: string) => boolean,
  openExternal: (url: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpen(url)) openExternal(url);
    return { action: 'deny' };
  });
  const stayHome = (details: { readonly url: string; preventDefault(): void }) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** The only permission that Segl's pages get: to write text to the clipboard. */
export function guardSession(session: SessionParts): void {
  const granted = (permission: string) => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted(permission));
}

/** Only the signers' pages that this archive's own portal serves. */
export function mayOpenOutside(signerAddress: string | undefined): (url: string) => boolean {
  const allowed = signerAddress === undefined ? undefined : new URL(signerAddress).origin;
  return (url) => {
    const address = URL.parse(url);
    return allowed !== undefined && address?.origin === allowed && /^https?:$/.test(address.protocol);
  };
}
