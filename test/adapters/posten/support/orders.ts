import type { SignerOrder, SigningOrder } from '../../../../main/ports/signing-service.ts';
import { identityNumber } from '../../../support/identity-number.ts';

// Month + 80: synthetic numbers of the tax administration's kind, never a person's.
export const firstPerson = identityNumber('14838511091');
export const secondPerson = identityNumber('02917112145');

export const smallPdf: Uint8Array = Buffer.from('%PDF-1.4\n%test\n%%EOF\n', 'latin1');

export const signer = (change: Partial<SignerOrder> = {}): SignerOrder => ({
  identityNumber: firstPerson,
  group: 0,
  ...change,
});

export const order = (change: Partial<SigningOrder> = {}): SigningOrder => ({
  reference: 'segl-1',
  title: 'Arbeidsavtale',
  message: 'Les og signer',
  pdf: smallPdf,
  signers: [signer()],
  deadlineDays: 1,
  ...change,
});

export const api = 'xmlns="http://signering.posten.no/schema/v1"';

export const createdXml = (id: string, cancellationUrl: string): string =>
  `<portal-signature-job-response ${api}><reference>segl-1</reference><signature-job-id>${id}</signature-job-id>` +
  `<cancellation-url>${cancellationUrl}</cancellation-url></portal-signature-job-response>`;

export const errorXml = (code: string, message = 'no'): string =>
  `<ns4:error xmlns:ns4="http://signering.posten.no/schema/v1"><ns4:error-code>${code}</ns4:error-code>` +
  `<ns4:error-message>${message}</ns4:error-message><ns4:error-type>CLIENT</ns4:error-type></ns4:error>`;
