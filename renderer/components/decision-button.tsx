import { Button, type ButtonProps } from '@digdir/designsystemet-react';
import { useId } from 'react';
import type { Decision } from '../../domain/decision.ts';
import { refusalSentence } from '../../texts/refusals.ts';
import { useLanguage } from '../api/session.ts';
import { neverApplies } from './never-applies.ts';
import './decision-button.css';

type Props = Omit<ButtonProps, 'disabled' | 'aria-disabled' | 'title'> & { readonly decision: Decision };

/**
 * A button whose «no» can be read: it stays focusable, and the reason shows on hover, focus and press. What the person's
 * role never allows is not there at all.
 */
export function DecisionButton({ decision, onClick, children, ...rest }: Props) {
  const language = useLanguage();
  const id = useId();
  if (decision.may)
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  if (neverApplies(decision)) return null;
  const reason = refusalSentence(decision, language);
  return (
    <span className="decision-refused">
      <Button {...rest} variant={rest.variant ?? 'secondary'} aria-disabled aria-describedby={id}>
        {children}
      </Button>
      <span role="tooltip" id={id} className="decision-reason">
        {reason}
      </span>
    </span>
  );
}
