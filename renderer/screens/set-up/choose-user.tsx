import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import type { RefusalView } from '../../../preload/contract/contract.ts';
import { setUp } from '../../../texts/set-up.ts';
import { useTexts } from '../../api/session.ts';
import { useAsk, useCommand } from '../../api/use-ask.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryBoundary } from '../../components/query-boundary.tsx';
import { LanguageChoice } from './language-choice.tsx';
import './set-up.css';

/** Production, for a user of the machine who has not been here before. */
export function ChooseUser() {
  const t = useTexts(setUp);
  const query = useAsk('users.list', {});
  const choose = useCommand('session.switchUser');
  const [refusal, setRefusal] = useState<RefusalView>();
  useEffect(() => {
    document.title = `${t.whoTitle} – Segl`;
  }, [t.whoTitle]);
  const be = async (userId: string) => {
    const reply = await choose.mutateAsync({ userId });
    if (!reply.ok) setRefusal(reply.refusal);
  };
  return (
    <main className="set-up">
      <LanguageChoice label={t.language} />
      <Heading level={1} data-size="md">
        {t.whoTitle}
      </Heading>
      <Paragraph>{t.whoText}</Paragraph>
      <QueryBoundary query={query}>
        {({ users, units }) => (
          <ul className="set-up-people">
            {users.map((user) => (
              <li key={user.id}>
                <span>
                  <b>{user.name}</b> {units.find((unit) => unit.id === user.adminUnit)?.name}
                </span>
                <Button variant="secondary" data-size="sm" onClick={() => void be(user.id)}>
                  {t.begin(user.name)}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </QueryBoundary>
      {refusal ? <ErrorNotice refusal={refusal} /> : null}
      <Paragraph>{t.whoNone}</Paragraph>
    </main>
  );
}
