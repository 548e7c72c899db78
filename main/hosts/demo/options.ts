import { parseArgs } from 'node:util';
import { demoTexts } from '../../../texts/demo.ts';

const t = demoTexts.nb;

export const demoUsage =
  'use: demo --main FILE [--attachment FILE]… --signer FNR[:ORDER]… [--title T] [--refuse FNR] [--rights-confirmed] [--out DIR] [--json]';

export type DemoOptions = {
  readonly main: string;
  readonly attachments: readonly string[];
  /** `group` counts from 0; without an order all sign at once. */
  readonly signers: readonly { readonly identityNumber: string; readonly group: number }[];
  readonly title?: string;
  /** This signer refuses instead of signing. */
  readonly refuse?: string;
  /** The sender has the right to send files whose owner has limited their use. */
  readonly rightsConfirmed: boolean;
  readonly out?: string;
  readonly json: boolean;
};

/** Throws with a sentence on what is missing or wrong. */
export function parseDemoOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      main: { type: 'string' },
      attachment: { type: 'string', multiple: true, default: [] },
      signer: { type: 'string', multiple: true, default: [] },
      title: { type: 'string' },
      refuse: { type: 'string' },
      'rights-confirmed': { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.main === undefined) throw new Error(t.mainMissing);
  return {
    main: values.main,
    attachments: values.attachment,
    signers: values.signer.map(parseSigner),
    title: values.title,
    refuse: values.refuse,
    rightsConfirmed: values['rights-confirmed'],
    out: values.out,
    json: values.json,
  };
}

function parseSigner(text: string): DemoOptions['signers'][number] {
  const [identityNumber = '', order] = text.split(':');
  if (order !== undefined && !/^\d+$/.test(order)) throw new Error(t.orderNoNumber(text));
  return { identityNumber, group: order === undefined ? 0 : Number(order) };
}
