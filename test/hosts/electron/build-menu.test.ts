import { expect, test, vi } from 'vitest';
import { languages } from '../../../domain/preferences.ts';
import { buildMenu, type MenuItem } from '../../../main/hosts/electron/build-menu.ts';

const all = (items: readonly MenuItem[]): MenuItem[] =>
  items.flatMap((item) => [item, ...all(item.submenu ?? [])]);

test.each(languages)('every item has a text in %s', (language) => {
  const items = all(buildMenu(language, '1.2.3', {})).filter((item) => item.type !== 'separator');
  expect(items.filter((item) => !item.label)).toEqual([]);
});
test('the signer’s page is offered only where there is a portal', () => {
  const open = vi.fn();
  const clickable = (items: readonly MenuItem[]) => all(items).filter((item) => item.click);
  clickable(buildMenu('nb', '1', { openSignerPortal: open }))[0]?.click?.();
  expect(open).toHaveBeenCalledOnce();
  expect(clickable(buildMenu('nb', '1', {}))).toEqual([]);
});
test('the archive of the other kind is one choice away', () => {
  const open = vi.fn();
  const items = all(buildMenu('nb', '1', { other: { kind: 'production', open } }));
  items.find(({ label }) => label === 'Gå til driftsarkivet')?.click?.();
  expect(open).toHaveBeenCalledOnce();
});
