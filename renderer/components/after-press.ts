let pressed = false;
const waiting: (() => void)[] = [];

/**
 * Does `act` at once, or, while a mouse button or finger is down, when the click is over. What moves other things – an
 * error that appears when a field is left, an answer that comes – must not take them from under the pointer between
 * press and release, or the click is lost.
 */
export function afterPress(act: () => void): void {
  if (pressed) waiting.push(act);
  else act();
}

function release(): void {
  // The click itself comes right after this event.
  setTimeout(() => {
    pressed = false;
    for (const act of waiting.splice(0)) act();
  });
}

document.addEventListener('pointerdown', () => (pressed = true), true);
document.addEventListener('pointerup', release, true);
document.addEventListener('pointercancel', release, true);
// A release outside the window raises no pointer event in it.
window.addEventListener('blur', release);
