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
  accelerator?: string;
  click?: () => void;
  submenu?: MenuItem[];
};

/** What the menu's own items do; one that is left out is not offered. */
export type MenuActions = {
  readonly newCase?: () => void;
  readonly print?: () => void;
  readonly showFolder?: () => void;
  /** Only where there is a local portal. */
  readonly openSignerPortal?: (() => void) | undefined;
  /** Goes from this archive to the one of the other kind. */
  readonly other?: { readonly kind: 'training' | 'production'; readonly open: () => void } | undefined;
};

/** The application menu. */
export function buildMenu(language: Language, version: string, actions: MenuActions): MenuItem[] {
  const { openSignerPortal, other } = actions;
  const t = menuTexts[language];
  const separator: MenuItem = { type: 'separator' };
  const portal: MenuItem[] = openSignerPortal
    ? [{ label: t.signerPortal, click: openSignerPortal }, separator]
    : [];
  const archive: MenuItem[] = other
    ? [{ label: t.openArchive[other.kind], click: other.open }, separator]
    : [];
  const item = (label: string, click: (() => void) | undefined, accelerator?: string): MenuItem[] =>
    click ? [{ label, click, ...(accelerator && { accelerator }) }, separator] : [];
  const own = [
    ...item(t.newCase, actions.newCase, 'CmdOrCtrl+N'),
    ...item(t.print, actions.print, 'CmdOrCtrl+P'),
    ...item(t.showFolder, actions.showFolder),
  ];
  return [
    { label: t.file, submenu: [...own, ...portal, ...archive, { label: t.quit, role: 'quit' }] },
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
