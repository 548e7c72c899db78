export type SignerWish = {
  readonly number?: string;
  readonly order?: number;
  readonly email?: string;
  readonly mobile?: string;
  readonly lookup?: boolean;
  readonly type?: string;
  readonly onBehalfOf?: string;
};

export type ManifestWish = {
  readonly signers?: readonly SignerWish[];
  readonly organisation?: string;
  readonly title?: string;
  readonly nonsensitive?: string;
  readonly description?: string;
  readonly documents?: readonly { readonly href: string; readonly title: string; readonly mime?: string }[];
  readonly level?: string;
  readonly activationTime?: string;
  readonly availableSeconds?: number;
  readonly identifier?: string;
};

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const tag = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;

export const ingrid = '14838511091';
export const olav = '02917112145';
export const amina = '23869213241';
export const reserved = '05857717076';
export const unreachable = '19888018363';
export const nameless = '11826819105';

function signer(wish: SignerWish): string {
  const order = wish.order === undefined ? '' : ` order="${wish.order}"`;
  const who =
    wish.number === undefined
      ? '<identified-by-contact-information/>'
      : tag('personal-identification-number', wish.number);
  const useLookup = wish.lookup ?? (wish.email === undefined && wish.mobile === undefined);
  const email = wish.email === undefined ? '' : `<email address="${escaped(wish.email)}"/>`;
  const mobile = wish.mobile === undefined ? '' : `<sms number="${escaped(wish.mobile)}"/>`;
  const notice = useLookup
    ? '<notifications-using-lookup><email/></notifications-using-lookup>'
    : `<notifications>${email}${mobile}</notifications>`;
  return `<signer${order}>${who}${tag('signature-type', wish.type)}${notice}${tag('on-behalf-of', wish.onBehalfOf)}</signer>`;
}

export function manifestXml(wish: ManifestWish): string {
  const documents = (wish.documents ?? [{ href: '0000_avtale.pdf', title: 'Arbeidsavtale' }])
    .map(
      (one) =>
        `<document href="${escaped(one.href)}" mime="${one.mime ?? 'application/pdf'}">${tag('title', one.title)}</document>`,
    )
    .join('');
  const seconds = wish.availableSeconds === undefined ? undefined : String(wish.availableSeconds);
  return (
    '<?xml version="1.0" encoding="UTF-8"?><portal-signature-job-manifest xmlns="http://signering.posten.no/schema/v1">' +
    `<signers>${(wish.signers ?? [{ number: ingrid }]).map(signer).join('')}</signers>` +
    `<sender>${tag('organization-number', wish.organisation)}</sender>${tag('title', wish.title ?? 'Arbeidsavtale')}` +
    `${tag('nonsensitive-title', wish.nonsensitive)}${tag('description', wish.description)}<documents>${documents}</documents>` +
    `${tag('required-authentication', wish.level)}<availability>${tag('activation-time', wish.activationTime)}` +
    `${tag('available-seconds', seconds)}</availability>` +
    `${tag('identifier-in-signed-documents', wish.identifier)}</portal-signature-job-manifest>`
  );
}
