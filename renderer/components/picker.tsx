import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import './picker.css';

export type PickerChoice = { readonly id: string; readonly label: string; readonly hint: string };
type Props = {
  readonly label: string;
  readonly description: string;
  readonly choices: readonly PickerChoice[];
  readonly value: string;
  /** What the chosen one is called while the choices are on their way. */
  readonly current: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (id: string) => void;
  /** Read aloud as one types. */
  readonly countText: (count: number) => string;
};

/**
 * A field one types in to find one of many (the combobox pattern of the ARIA practices): arrows move, Enter takes,
 * Escape closes the list. Leaving the field puts back what is chosen.
 */
export function Picker({ label, description, choices, value, current, error, onChange, countText }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const open = typed !== undefined;
  const chosen = choices.find((choice) => choice.id === value)?.label ?? current ?? '';
  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const hits = choices.filter((choice) => {
    const text = `${choice.label} ${choice.hint}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });

  useEffect(() => {
    if (open) list.current?.showPopover();
    else list.current?.hidePopover();
  }, [open]);
  useEffect(() => {
    if (open) list.current?.querySelectorAll('[role="option"]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const show = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const take = (choice: PickerChoice | undefined) => {
    if (choice) onChange(choice.id);
    setTyped(undefined);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (open) setActive((active + step + hits.length) % Math.max(1, hits.length));
      else show('');
    } else if (open && event.key === 'Enter') {
      event.preventDefault();
      take(hits[active]);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setTyped(undefined);
    }
  };
  return (
    <Field className="picker">
      <Label>{label}</Label>
      <Field.Description>{description}</Field.Description>
      <Input
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={id}
        aria-activedescendant={open && hits[active] ? `${id}-${hits[active].id}` : undefined}
        aria-invalid={error ? true : undefined}
        value={typed ?? chosen}
        onChange={(event) => show(event.target.value)}
        onClick={() => show(typed ?? '')}
        onBlur={() => setTyped(undefined)}
        onKeyDown={pressed}
      />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        popover="manual"
        className="picker-list"
      >
        {open
          ? hits.map((choice, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
              <div
                key={choice.id}
                id={`${id}-${choice.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                // Before the field loses the focus, which would close the list.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(choice)}
              >
                {choice.label}
                {choice.hint ? <span className="picker-hint">{choice.hint}</span> : null}
              </div>
            ))
          : null}
      </div>
      <span role="status" className={open && hits.length === 0 ? 'picker-none' : 'ds-sr-only'}>
        {open ? countText(hits.length) : ''}
      </span>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Field>
  );
}
