import { type Element, element, type NamespaceStyle, writeApiXml } from '../xml/write-xml.ts';

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
};

export const empty = (status: number, headers: ApiAnswer['headers'] = {}): ApiAnswer => ({
  status,
  headers,
  body: undefined,
});

export const bytes = (body: Uint8Array, contentType: string): ApiAnswer => ({
  status: 200,
  headers: { 'Content-Type': contentType },
  body,
});

export const xml = (
  root: Element,
  style: NamespaceStyle,
  headers: ApiAnswer['headers'] = {},
  status = 200,
): ApiAnswer => ({
  status,
  headers: { 'Content-Type': 'application/xml', ...headers },
  body: Buffer.from(writeApiXml(root, style)),
});

/** The `error` document. */
export const errorXml = (status: number, code: string, message: string, style: NamespaceStyle): ApiAnswer =>
  xml(
    element('error', [
      element('error-code', code),
      element('error-message', message),
      element('error-type', status >= 500 ? 'SERVER' : 'CLIENT'),
    ]),
    style,
    {},
    status,
  );
