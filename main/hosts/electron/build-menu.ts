import type { Language } from '../../../domain/preferences.ts';
import { menuTexts } from '../../../texts/menu.ts';

type Role =
  | 'quit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'reload'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'togglefullscreen'
  | 'minimize'
  | 'close';
/** The part of Electron's menu template used here. */
export type MenuItem = {
  label?: string;
  role?: Role;
  type?: 'separator';
  enabled?: boolean;
  click?: () => void;
  submenu?: MenuItem[];
};

/**
 * The application menu; the signer's page is offered only where there is a local portal. `other` goes from this archive to
 * the one of the other kind.
 */
export function buildMenu(
  language: Language,
  version: string,
  openSignerPortal: (() => void) | undefined,
  other?: { readonly kind: 'training' | 'production'; readonly open: () => void },
): MenuItem[] {
  const t = menuTexts[language];
  const separator: MenuItem = { type: 'separator' };
  const portal: MenuItem[] = openSignerPortal
    ? [{ label: t.signerPortal, click: openSignerPortal }, separator]
    : [];
  const archive: MenuItem[] = other
    ? [{ label: t.openArchive[other.kind], click: other.open }, separator]
    : [];
  return [
    { label: t.file, submenu: [...portal, ...archive, { label: t.quit, role: 'quit' }] },
    {
      label: t.edit,
      submenu: [
        { label: t.undo, role: 'undo' },
        { label: t.redo, role: 'redo' },
        separator,
        { label: t.cut, role: 'cut' },
        { label: t.copy, role: 'copy' },
        { label: t.paste, role: 'paste' },
        { label: t.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: t.view,
      submenu: [
        { label: t.reload, role: 'reload' },
        separator,
        { label: t.actualSize, role: 'resetZoom' },
        { label: t.zoomIn, role: 'zoomIn' },
        { label: t.zoomOut, role: 'zoomOut' },
        separator,
        { label: t.fullScreen, role: 'togglefullscreen' },
      ],
    },
    {
      label: t.window,
      submenu: [
        { label: t.minimize, role: 'minimize' },
        { label: t.close, role: 'close' },
      ],
    },
    { label: t.help, submenu: [{ label: t.version(version), enabled: false }] },
  ];
}
