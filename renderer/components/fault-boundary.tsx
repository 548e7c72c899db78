import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Component, type ReactNode } from 'react';
import { shell } from '../../texts/shell.ts';
import { useTexts } from '../api/session.ts';
import './notices.css';

type Props = { readonly children: ReactNode };
type State = { readonly reference: string | undefined };

/** Catches a page that stops, so that the rest of the window goes on. Give it a `key` of the address. */
export class FaultBoundary extends Component<Props, State> {
  override state: State = { reference: undefined };
  static getDerivedStateFromError(): State {
    return { reference: crypto.randomUUID().slice(0, 8) };
  }
  override componentDidCatch(fault: unknown): void {
    // The only trace in the window's own log; the reference ties it to what the clerk reads.
    console.error(this.state.reference, fault);
  }
  override render(): ReactNode {
    const { reference } = this.state;
    if (reference === undefined) return this.props.children;
    return <FaultPage reference={reference} />;
  }
}

function FaultPage({ reference }: { readonly reference: string }) {
  const t = useTexts(shell);
  return (
    <Alert data-color="danger" role="alert" className="notice">
      <Heading level={1} data-size="xs">
        {t.faultTitle}
      </Heading>
      <Paragraph>{t.faultText}</Paragraph>
      <Paragraph data-size="sm">{t.faultReference(reference)}</Paragraph>
      <div className="form-dialog-buttons">
        <Button onClick={() => window.location.reload()}>{t.reload}</Button>
        <Button variant="secondary" asChild>
          <a href="#/">{t.toDesk}</a>
        </Button>
      </div>
    </Alert>
  );
}
