import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { common } from '../../../texts/common.ts';
import { shell } from '../../../texts/shell.ts';
import { useSession, useTexts } from '../../api/session.ts';
import { neverApplies } from '../../components/never-applies.ts';

type Row = readonly [keys: string, does: string];
const onlyIf = (applies: boolean, rows: readonly Row[]): readonly Row[] => (applies ? rows : []);

/** Every key Segl listens to for this person, in one list. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(shell);
  const { close } = useTexts(common);
  const heading = useId();
  // Keys for what a role never allows are not there either.
  const registers = !neverApplies(useSession().newCase);
  const rows: readonly Row[] = [
    ['Ctrl + K', t.keys.goTo],
    ...onlyIf(registers, [
      [`Ctrl + N ${t.or} Alt + N`, t.keys.newCase],
      [`Ctrl + ${t.keyNames.shift} + N ${t.or} Alt + ${t.keyNames.shift} + N`, t.keys.newEntry],
    ]),
    ['Alt + 1 … 9, 0', t.keys.basket],
    ...onlyIf(registers, [['Ctrl + Enter', t.keys.dispatch]]),
    ['F5', t.keys.refresh],
    [`F1, F2 ${t.or} ?`, t.keys.help],
    ['Esc', t.keys.escape],
    [t.keyNames.arrows, t.keys.arrows],
    ['Enter', t.keys.enter],
    [t.keyNames.ends, t.keys.ends],
    [`${t.keyNames.shift} + F10 ${t.or} ${t.keyNames.rowMenu}`, t.keys.rowMenu],
  ];
  return (
    <Dialog open onClose={onClose} closeButton={close} aria-labelledby={heading} className="form-dialog">
      <Heading level={2} data-size="xs" id={heading}>
        {t.helpTitle}
      </Heading>
      <Paragraph>{t.helpIntro}</Paragraph>
      <table className="help-keys">
        <thead>
          <tr>
            <th scope="col">{t.key}</th>
            <th scope="col">{t.keyDoes}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
