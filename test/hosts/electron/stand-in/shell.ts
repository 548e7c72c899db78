import { report } from './standing.ts';

export const shell = {
  openExternal: async (url: string): Promise<void> => report('opened-outside', { url }),
  openPath: async (path: string): Promise<string> => {
    report('opened-path', { path });
    return '';
  },
  showItemInFolder: (path: string): void => report('shown-in-folder', { path }),
  writeShortcutLink: () => true,
};
