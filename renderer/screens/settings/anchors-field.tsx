import { Checkbox, Field, Fieldset, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import type { OutputOf } from '../../../preload/contract/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { service as serviceTexts } from '../../../texts/service.ts';
import { useTexts } from '../../api/session.ts';
import type { TypedService } from './service-typed.ts';

type Props = {
  readonly service: OutputOf<'service.read'>;
  readonly typed: TypedService;
  readonly onChange: (part: Partial<TypedService>) => void;
};

/** Certificates that the signing service is recognised by: those to keep are ticked, new ones are added as files. */
export function AnchorsField({ service, typed, onChange }: Props) {
  const t = useTexts(serviceTexts);
  const anchors = service.settings?.anchors ?? [];
  const withSegl = service.anchorsWithSegl[typed.environment];
  const { dropAnchors } = typed;
  return (
    <Fieldset className="service-anchors">
      <Fieldset.Legend>{t.anchors}</Fieldset.Legend>
      <Fieldset.Description>{t.anchorsHint(t.ways[typed.environment])}</Fieldset.Description>
      {withSegl > 0 ? <Paragraph data-size="sm">{t.anchorsWithSegl(withSegl)}</Paragraph> : null}
      {withSegl === 0 && anchors.length === 0 ? <Paragraph data-size="sm">{t.anchorsNone}</Paragraph> : null}
      {anchors.map((anchor) => (
        <Checkbox
          key={anchor.fingerprint}
          label={anchor.subject}
          description={`SHA-256 ${anchor.fingerprint}, ${t.expires(formatDate(anchor.expiresAt))}`}
          checked={!dropAnchors.includes(anchor.fingerprint)}
          onChange={(event) =>
            onChange({
              dropAnchors: event.target.checked
                ? dropAnchors.filter((one) => one !== anchor.fingerprint)
                : [...dropAnchors, anchor.fingerprint],
            })
          }
        />
      ))}
      <Field>
        <Label>{t.addAnchors}</Label>
        <Input
          type="file"
          multiple
          accept=".pem,.crt,.cer,.der"
          onChange={(event) => onChange({ anchorFiles: [...(event.target.files ?? [])] })}
        />
      </Field>
    </Fieldset>
  );
}
