import { useEffect, useEffectEvent, useRef } from 'react';
import './action-menu.css';

export type MenuAction = {
  readonly text: string;
  readonly run: () => void;
  /** Why it cannot be done now; it is shown, not hidden. */
  readonly refused?: string;
};
type Props = {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** Where in the window it opens, in CSS pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
};

/** A menu of things to do: arrows move, Enter does, Escape or a press outside closes. Mount it to open it. */
export function ActionMenu({ label, actions, at, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const toggled = useEffectEvent((event: Event) => {
    if (event instanceof ToggleEvent && event.newState === 'closed') onClose();
  });
  useEffect(() => {
    const element = menu.current;
    if (!element) return;
    const back = document.activeElement;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(at.x, window.innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(at.y, window.innerHeight - height - 8))}px`;
    items(element)[0]?.focus();
    element.addEventListener('toggle', toggled);
    return () => {
      element.removeEventListener('toggle', toggled);
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
  }, [at]);
  const move = (event: React.KeyboardEvent) => {
    const all = items(event.currentTarget);
    const now = all.findIndex((item) => document.activeElement?.isSameNode(item));
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab' || event.key === 'Escape') onClose();
    if (to === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (to !== undefined) all[(to + all.length) % all.length]?.focus();
  };
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="auto"
      className="action-menu"
      onKeyDown={move}
    >
      {actions.map(({ text, run, refused }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={refused ? true : undefined}
          onClick={(event) => {
            event.stopPropagation();
            if (refused) return;
            onClose();
            run();
          }}
        >
          {text}
          {refused ? <span className="action-menu-why">{refused}</span> : null}
        </button>
      ))}
    </div>
  );
}

const items = (menu: Element): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role="menuitem"]'),
];
