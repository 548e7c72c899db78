/**
 * For a `ref`: a press on a button inside leaves the focus where it is until the click is made. Leaving a field shows
 * what is wrong with it, which may move the button from under the pointer between press and release, and the click is
 * lost.
 */
export function holdFocus(node: HTMLElement | null): (() => void) | undefined {
  if (!node) return undefined;
  const hold = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
  };
  node.addEventListener('mousedown', hold);
  return () => node.removeEventListener('mousedown', hold);
}
