import { Field, Label, Select } from '@digdir/designsystemet-react';
import { languages } from '../../../domain/preferences.ts';
import { shell } from '../../../texts/shell.ts';
import { useLanguage, useTexts } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';

/** Before there is a desk with a menu. */
export function LanguageChoice({ label }: { readonly label: string }) {
  const names = useTexts(shell).languageNames;
  const chosen = useLanguage();
  const choose = useCommand('session.setLanguage');
  return (
    <Field className="set-up-language">
      <Label>{label}</Label>
      <Select
        value={chosen}
        onChange={(event) => {
          const language = languages.find((code) => code === event.target.value);
          if (language) void choose.mutateAsync({ language });
        }}
      >
        {languages.map((code) => (
          <Select.Option key={code} value={code}>
            {names[code]}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
