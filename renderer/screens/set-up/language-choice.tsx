import { Field, Label, Select } from '@digdir/designsystemet-react';
import { language as languageCodes } from '../../../preload/contract/codes.ts';
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
          const language = languageCodes.options.find((code) => code === event.target.value);
          if (language) void choose.mutateAsync({ language });
        }}
      >
        {languageCodes.options.map((code) => (
          <Select.Option key={code} value={code}>
            {names[code]}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
