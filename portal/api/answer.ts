import { type Element, element, type NamespaceStyle, writeApiXml } from '../xml/write-xml.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
};

export const empty = (status: number, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers,
  body: undefined,
});

export const bytes = (body: Uint8Array, contentType: string): Answer => ({
  status: 200,
  headers: { 'Content-Type': contentType },
  body,
});

export const xml = (
  root: Element,
  style: NamespaceStyle,
  headers: Answer['headers'] = {},
  status = 200,
): Answer => ({
  status,
  headers: { 'Content-Type': 'application/xml', ...headers },
  body: Buffer.from(writeApiXml(root, style)),
});

/** The `error` document. */
export const errorXml = (status: number, code: string, message: string, style: NamespaceStyle): Answer =>
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
