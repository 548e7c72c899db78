import { useMemo } from 'react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { cases } from '../../../texts/cases.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Picker, type PickerChoice } from '../../components/picker.tsx';

type Props = {
  readonly value: string;
  /** What the chosen class is called before the list of classes is here. */
  readonly current: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (classId: string) => void;
};
type Class = OutputOf<'cases.classes'>['classes'][number];

/** The classes a case may stand in, each with the way down to it; found by code, name or any name above. */
export function ClassPicker(props: Props) {
  const t = useTexts(cases);
  const { data } = useAsk('cases.classes', {});
  const choices = useMemo(() => withPaths(data?.classes ?? []), [data]);
  return (
    <Picker
      {...props}
      label={t.classField}
      description={t.classHint}
      choices={choices}
      countText={(count) => (count === 0 ? t.noClass : t.classCount(count))}
    />
  );
}

/** The list is in tree order, so the ones above are those last seen at each smaller depth. */
function withPaths(classes: readonly Class[]): readonly PickerChoice[] {
  const above: Class[] = [];
  return classes.flatMap((one) => {
    above.length = one.depth;
    const hint = above.map((parent) => parent.title).join(' › ');
    above[one.depth] = one;
    return one.selectable ? [{ id: one.id, label: `${one.code} ${one.title}`, hint }] : [];
  });
}
