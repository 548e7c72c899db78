import { Alert, Paragraph, Tag } from '@digdir/designsystemet-react';
import { EyeSlashIcon } from '@navikt/aksel-icons';
import type { Screening } from '../../domain/screening.ts';
import { screeningTexts } from '../../texts/screening.ts';
import { useAccessCodeName, useTexts } from '../api/session.ts';

/** Stands where something is hidden from this person. */
export function WithheldTag() {
  const t = useTexts(screeningTexts);
  return (
    <Tag data-color="warning" data-size="sm">
      <EyeSlashIcon aria-hidden />
      {t.withheld}
    </Tag>
  );
}

/** Why something of a case or an entry is hidden from this person. */
export function WithheldNote({ screening }: { readonly screening: Screening | undefined }) {
  const t = useTexts(screeningTexts);
  const codeName = useAccessCodeName();
  return (
    <Alert data-color="warning" className="notice">
      <Paragraph>
        {screening ? t.withheldWhy(codeName(screening.accessCode), screening.legalBasis) : t.withheld}
      </Paragraph>
    </Alert>
  );
}
