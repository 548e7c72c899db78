import { randomUUID } from 'node:crypto';

export type Multipart = { readonly contentType: string; readonly body: Uint8Array };

/**
 * The create call's two unnamed parts, told apart by media type: the request's XML, then the bundle uncoded
 * (posten-signering reference, section 2.2).
 */
export function writeMultipart(requestXml: string, bundle: Uint8Array): Multipart {
  const boundary = randomUUID();
  return {
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Type: application/xml\r\n\r\n${requestXml}\r\n`, 'utf8'),
      Buffer.from(`--${boundary}\r\nContent-Type: application/octet-stream\r\n\r\n`, 'utf8'),
      bundle,
      Buffer.from(`\r\n--${boundary}--\r\n`, 'utf8'),
    ]),
  };
}
