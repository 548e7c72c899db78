import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type ContextMenuParams,
  Menu,
  Notification,
  type Session,
  shell,
  type WebContents,
} from 'electron';
import type { Language } from '../../../domain/preferences.ts';
import { noticeTexts } from '../../../texts/notices.ts';
import type { HostedArchive } from '../host-archive.ts';
import { answerNotice } from './answer-notice.ts';
import { checkSpelling } from './choose-dictionaries.ts';
import { deskShortcuts, toArgument } from './desk-shortcuts.ts';
import type { Show } from './main-window.ts';
import { OWN_PAGES } from './own-pages.ts';
import { textMenu } from './text-menu.ts';

/** Notifies of an event that the user waits for while no window has focus. Returns a function that stops it. */
export function giveNotice(hosted: HostedArchive, language: () => Language, show: Show): () => void {
  return hosted.app.onEvent((event) => {
    const notice = answerNotice(event, language());
    if (!notice || BrowserWindow.getFocusedWindow()) return;
    say(notice, () => show(notice.address));
    for (const window of BrowserWindow.getAllWindows()) window.flashFrame(true);
  });
}

/** Shows a notification when a file has been saved from the archive; a click opens its folder. */
export function tellSaved(session: Session, language: () => Language, show: () => void): void {
  session.on('will-download', (_event, item) => {
    item.once('done', (_done, state) => {
      const t = noticeTexts[language()];
      // The file's name is not shown: it is made of a title, which may be screened.
      if (state === 'completed')
        say({ title: t.saved, body: t.showInFolder }, () => shell.showItemInFolder(item.getSavePath()));
      else if (state === 'interrupted') say({ title: t.notSaved, body: t.notSavedText }, show);
    });
  });
}

/** Referenced until they are closed: a notification that is garbage collected no longer answers a click. */
const shown = new Set<Notification>();
function say(words: { readonly title: string; readonly body: string }, clicked: () => void): void {
  if (!Notification.isSupported()) return;
  const notice = new Notification({ title: words.title, body: words.body });
  const forget = () => void shown.delete(notice);
  shown.add(notice);
  notice.on('click', () => {
    forget();
    clicked();
  });
  notice.on('close', forget);
  notice.show();
}

/** The task bar's and the dock's own menu; on Linux it comes with the installed program. */
export function offerShortcuts(language: Language, args: readonly string[], show: Show): void {
  const shortcuts = deskShortcuts(language);
  if (process.platform === 'win32')
    app.setUserTasks(
      shortcuts.map(({ title, address }) => ({
        program: process.execPath,
        arguments: [...args, toArgument(address)].map((one) => `"${one.replaceAll('"', '')}"`).join(' '),
        title,
        description: title,
        iconPath: process.execPath,
        iconIndex: 0,
      })),
    );
  app.dock?.setMenu(
    Menu.buildFromTemplate(
      shortcuts.map(({ title, address }) => ({ label: title, click: () => show(address) })),
    ),
  );
}

/** Spelling by the platform's dictionaries, with suggestions where a word is clicked. */
export function helpWriting(session: Session, contents: WebContents, language: () => Language): void {
  checkSpelling(session, language(), `${OWN_PAGES}dictionaries/`);
  contents.on('context-menu', (_event, place: ContextMenuParams) => {
    const items = textMenu(place, language(), (word) => contents.replaceMisspelling(word));
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}

/** The folder of the archive, for whoever makes backups. */
export const showArchiveFolder = (archive: string): void =>
  shell.showItemInFolder(join(archive, 'archive.db'));
