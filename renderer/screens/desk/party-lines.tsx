import type { PartyKind } from '../../../domain/code-lists.ts';
import { codes } from '../../../texts/codes.ts';
import { partyMismatchTexts } from '../../../texts/party-mismatch.ts';
import { useTexts } from '../../api/session.ts';

type Line = {
  readonly kind?: PartyKind;
  readonly name: string;
  readonly organisationNumber?: string | undefined;
  /** Who signs for the firm. */
  readonly contactPerson?: string | undefined;
};

/** Parties one below the other: their kind where it is known, a firm with who signs for it. */
export function PartyLines({ lines }: { readonly lines: readonly Line[] }) {
  const t = useTexts(partyMismatchTexts);
  const kinds = useTexts(codes).partyKind;
  if (lines.length === 0) return t.nobody;
  return (
    <ul className="party-lines">
      {lines.map((line, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two parties may be alike, and the list is never edited in place
        <li key={position}>
          {line.kind ? <span className="party-kind">{kinds[line.kind]}: </span> : null}
          {line.name}
          {line.organisationNumber ? ` (${line.organisationNumber})` : ''}
          {line.contactPerson ? `, ${t.signsFor(line.contactPerson)}` : ''}
        </li>
      ))}
    </ul>
  );
}
