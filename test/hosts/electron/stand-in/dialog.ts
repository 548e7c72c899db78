import { isReady, onlyAfterReady, report, setting } from './standing.ts';

const optionsOf = (given: unknown[]) => structuredClone(given.at(-1));
export const dialog = {
  showErrorBox(title: string, content: string): void {
    // Before ready Linux has no box, only standard error.
    if (!isReady() && process.platform === 'linux') process.stderr.write(`${title}\n${content}\n`);
    report('error-box', { title, content, asBox: isReady() || process.platform !== 'linux' });
  },
  async showMessageBox(...given: unknown[]) {
    onlyAfterReady('dialog-after-ready');
    report('message-box', { options: optionsOf(given) });
    return { response: setting.button ?? 0, checkboxChecked: false };
  },
  showMessageBoxSync(...given: unknown[]): number {
    onlyAfterReady('dialog-after-ready');
    report('message-box', { options: optionsOf(given) });
    return setting.button ?? 0;
  },
  async showSaveDialog(...given: unknown[]) {
    onlyAfterReady('dialog-after-ready');
    report('save-dialog', { options: optionsOf(given) });
    return { canceled: true, filePath: '' };
  },
};
