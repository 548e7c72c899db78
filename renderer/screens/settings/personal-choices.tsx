import { Field, Label, Select } from '@digdir/designsystemet-react';
import { languages, themes } from '../../../domain/preferences.ts';
import { refusalSentence } from '../../../texts/refusals.ts';
import { shell } from '../../../texts/shell.ts';
import { closeSilently } from '../../api/closing.ts';
import { useLanguage, useSession, useTexts, useUnitName } from '../../api/session.ts';
import { useCommand } from '../../api/use-ask.ts';
import { toast } from '../../components/toasts.tsx';

/** Language, appearance and, in training, who one is. */
export function PersonalChoices() {
  const t = useTexts(shell);
  const session = useSession();
  const unitName = useUnitName();
  const say = useLanguage();
  const switchUser = useCommand('session.switchUser');
  const setLanguage = useCommand('session.setLanguage');
  const setTheme = useCommand('session.setTheme');
  const settle = async (reply: ReturnType<typeof setTheme.mutateAsync>) => {
    const answer = await reply;
    if (!answer.ok) toast('warning', refusalSentence(answer.refusal, say));
  };
  return (
    <div className="personal-choices">
      {session.maySwitchUser ? (
        <Choice
          label={t.switchUser}
          value={session.user.id}
          options={session.users.map((user) => [user.id, `${user.name} – ${unitName(user.adminUnit)}`])}
          onChoose={(userId) => void settle(closeSilently(() => switchUser.mutateAsync({ userId })))}
        />
      ) : null}
      <Choice
        label={t.language}
        value={session.language}
        options={languages.map((code) => [code, t.languageNames[code]])}
        onChoose={(language) => void settle(setLanguage.mutateAsync({ language }))}
      />
      <Choice
        label={t.theme}
        value={session.theme}
        options={themes.map((code) => [code, t.themes[code]])}
        onChoose={(theme) => void settle(setTheme.mutateAsync({ theme }))}
      />
    </div>
  );
}

type ChoiceProps<Code extends string> = {
  readonly label: string;
  readonly value: Code;
  readonly options: readonly (readonly [code: Code, text: string])[];
  readonly onChoose: (code: Code) => void;
};

function Choice<Code extends string>({ label, value, options, onChoose }: ChoiceProps<Code>) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select
        value={value}
        onChange={(event) => {
          const chosen = options.find(([code]) => code === event.target.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([code, text]) => (
          <Select.Option key={code} value={code}>
            {text}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
