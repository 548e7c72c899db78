/** Media type of the create call; `boundary` is any text that the parts do not hold. */
export const multipartType = (boundary: string): string => `multipart/mixed; boundary=${boundary}`;

/**
 * The create call's two unnamed parts, told apart by media type: the request's XML, then the bundle uncoded
 * (docs/rules.md, 19).
 */
export const writeMultipart = (boundary: string, requestXml: string, bundle: Uint8Array): Uint8Array =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Type: application/xml\r\n\r\n${requestXml}\r\n`, 'utf8'),
    Buffer.from(`--${boundary}\r\nContent-Type: application/octet-stream\r\n\r\n`, 'utf8'),
    bundle,
    Buffer.from(`\r\n--${boundary}--\r\n`, 'utf8'),
  ]);
