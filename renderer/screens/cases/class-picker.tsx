import {
  Field,
  Label,
  EXPERIMENTAL_Suggestion as Suggestion,
  ValidationMessage,
} from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { cases } from '../../../texts/cases.ts';
import { common } from '../../../texts/common.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';

type Props = {
  readonly value: string;
  /** What the chosen class is called before the list of classes is here. */
  readonly current: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (classId: string) => void;
};
type Class = OutputOf<'cases.classes'>['classes'][number];

/** The classes a case may stand in, each with the way down to it; found by code, name or any name above. */
export function ClassPicker({ value, current, error, onChange }: Props) {
  const t = useTexts(cases);
  const words = useTexts(common);
  const { data } = useAsk('cases.classes', {});
  const choices = useMemo(() => withPaths(data?.classes ?? []), [data]);
  const chosen = choices.find((choice) => choice.id === value);
  const label = chosen?.label ?? current;
  return (
    <Field>
      <Label>{t.classField}</Label>
      <Field.Description>{t.classHint}</Field.Description>
      <Suggestion
        selected={value && label ? { value, label } : null}
        onSelectedChange={(item) => onChange(item?.value ?? '')}
        filter={({ text, input }) => text.toLowerCase().includes(input.value.trim().toLowerCase())}
      >
        <Suggestion.Input aria-invalid={error ? true : undefined} />
        <Suggestion.Clear aria-label={words.clearField} />
        <Suggestion.Toggle aria-label={t.classField} />
        <Suggestion.List singular={t.classCount(1)} plural={t.classCount(2).replace('2', '%d')}>
          <Suggestion.Empty>{t.noClass}</Suggestion.Empty>
          {choices.map((choice) => (
            <Suggestion.Option key={choice.id} value={choice.id} label={choice.label}>
              {choice.label}
              {choice.path ? <span className="class-path">{choice.path}</span> : null}
            </Suggestion.Option>
          ))}
        </Suggestion.List>
      </Suggestion>
      {error ? <ValidationMessage>{error}</ValidationMessage> : null}
    </Field>
  );
}

/** The list is in tree order, so the ones above are those last seen at each smaller depth. */
function withPaths(classes: readonly Class[]) {
  const above: Class[] = [];
  return classes.flatMap((one) => {
    above.length = one.depth;
    const path = above.map((parent) => parent.title).join(' › ');
    above[one.depth] = one;
    return one.selectable ? [{ id: one.id, label: `${one.code} ${one.title}`, path }] : [];
  });
}
