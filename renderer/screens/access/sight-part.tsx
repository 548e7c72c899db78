import { Button, Field, Label, Paragraph, Select, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { accessTexts } from '../../../texts/access.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { useAsk } from '../../api/use-ask.ts';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { SightAnswer } from './sight-answer.tsx';

/** «Hvem ser hva»: what a case or an entry opens to for one user, and for everybody. */
export function SightPart() {
  const t = useTexts(accessTexts);
  const { user, users } = useSession();
  const [typed, setTyped] = useState({ userId: String(user.id), number: '' });
  const [asked, setAsked] = useState<typeof typed>();
  return (
    <>
      <Paragraph className="access-intro">{t.sightIntro}</Paragraph>
      <form
        className="access-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.number.trim() !== '') setAsked(typed);
        }}
      >
        <Field>
          <Label>{t.user}</Label>
          <Select
            value={typed.userId}
            onChange={(event) => setTyped({ ...typed, userId: event.target.value })}
          >
            {users.map((one) => (
              <Select.Option key={one.id} value={one.id}>
                {one.name}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield
          label={t.thingNumber}
          description={t.thingHint}
          autoComplete="off"
          value={typed.number}
          onChange={(event) => setTyped({ ...typed, number: event.target.value })}
        />
        <Button type="submit">{t.show}</Button>
      </form>
      {asked ? <Asked key={asked.number} userId={asked.userId} number={asked.number} /> : null}
    </>
  );
}

function Asked({ userId, number }: { readonly userId: string; readonly number: string }) {
  const query = useAsk('access.explain', { number });
  return (
    <div role="status" className="access-part">
      <QueryBoundary query={query}>
        {(answer) => <SightAnswer userId={userId} answer={answer} />}
      </QueryBoundary>
    </div>
  );
}
