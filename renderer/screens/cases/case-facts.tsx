import type { ReactNode } from 'react';
import type { CaseView } from '../../../preload/contract/cases.ts';
import { cases } from '../../../texts/cases.ts';
import { useAccessCodeName, useTexts, useUnitName } from '../../api/session.ts';
import { DateText } from '../../components/date-text.tsx';

/** Class, unit, owner, dates, screening and disposal in one block. */
export function CaseFacts({ file }: { readonly file: CaseView }) {
  const t = useTexts(cases);
  const accessCodeName = useAccessCodeName();
  const unitName = useUnitName();
  const { screening, disposal } = file;
  const hidden = [screening?.hidesTitle && t.hidesTitle, screening?.hidesParties && t.hidesParties].filter(
    Boolean,
  );
  return (
    <dl className="case-facts">
      <Fact name={t.class}>
        {file.classCode} {file.className}
      </Fact>
      <Fact name={t.owner}>{file.ownerName}</Fact>
      <Fact name={t.unit}>{unitName(file.adminUnit)}</Fact>
      <Fact name={t.opened}>
        <DateText value={file.createdAt} /> {t.by(file.createdBy)}
      </Fact>
      {file.closedAt ? (
        <Fact name={t.closed}>
          <DateText value={file.closedAt} /> {file.closedBy ? t.by(file.closedBy) : ''}
        </Fact>
      ) : null}
      {file.publicTitle ? <Fact name={t.publicTitle}>{file.publicTitle}</Fact> : null}
      {screening ? (
        <Fact name={t.screening}>
          {accessCodeName(screening.accessCode)}, {screening.legalBasis}
          {hidden.length > 0 ? ` – ${t.hides(hidden.join(` ${t.and} `))}` : ''}
        </Fact>
      ) : null}
      {disposal ? (
        <Fact name={t.disposal}>
          {t.disposalIs[disposal.decision](disposal.retentionYears ?? 0)}
          {disposal.date ? (
            <>
              , {t.notBefore} <DateText value={disposal.date} />
            </>
          ) : null}
          {disposal.legalBasis ? ` (${disposal.legalBasis})` : ''}
        </Fact>
      ) : null}
    </dl>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
