import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { XmlDocument } from 'libxml2-wasm';
import { type BundleFile, bundleOf, type Identity, type SignatureWish } from './bundle.ts';
import { type ManifestWish, manifestXml } from './manifest.ts';
import { samplePdf } from './sample-pdf.ts';
import { schemaFault } from './schema.ts';

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

export type Where = {
  readonly api: string;
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
  readonly organisation: string;
};

export type JobWish = ManifestWish & {
  readonly reference?: string;
  readonly queue?: string;
  readonly signature?: SignatureWish;
  readonly pdfs?: readonly Uint8Array[];
  readonly files?: readonly BundleFile[];
};

const namespace = { s: 'http://signering.posten.no/schema/v1' };

/** Text at an XPath (prefix `s`) of an API document, after the official schema has accepted the document. */
export function texts(body: Uint8Array, path: string): readonly string[] {
  const document = XmlDocument.fromBuffer(body);
  try {
    const fault = schemaFault(document);
    if (fault) throw new Error(`the portal wrote XML that is not valid: ${fault}\n${Buffer.from(body)}`);
    return document.find(path, namespace).map((node) => node.content);
  } finally {
    document.dispose();
  }
}

export const text = (body: Uint8Array, path: string): string | undefined => texts(body, path)[0];
export const errorCode = (reply: Reply) => text(reply.body, '/s:error/s:error-code');
export const errorMessage = (reply: Reply) => text(reply.body, '/s:error/s:error-message') ?? '';

/** A small client of the API, written for these tests alone. */
export function createSender(where: Where, identity?: Identity, sender = where.organisation) {
  const ca = readFileSync(where.ca, 'utf8');
  const who: Identity = identity ?? {
    chain: readFileSync(where.certificate, 'utf8'),
    key: readFileSync(where.key, 'utf8'),
  };
  const root = `${where.api}/${sender}`;

  const call = (
    method: string,
    url: string,
    body?: Buffer,
    headers: Record<string, string> = {},
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = request(
        url,
        {
          method,
          ca,
          cert: who.chain,
          key: who.key,
          agent: false,
          headers: { Accept: 'application/xml', 'Content-Length': String(body?.length ?? 0), ...headers },
          checkServerIdentity: () => undefined,
        },
        (response) => {
          buffer(response).then(
            (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
            reject,
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  const multipart = (
    parts: readonly { readonly type: string; readonly body: Uint8Array; readonly extra?: string }[],
  ) => {
    const boundary = 'test-boundary-7MA4YWxk';
    const chunks = parts.flatMap((part) => [
      Buffer.from(`--${boundary}\r\n${part.extra ?? ''}Content-Type: ${part.type}\r\n\r\n`),
      Buffer.from(part.body),
      Buffer.from('\r\n'),
    ]);
    return {
      body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
      type: `multipart/mixed; boundary=${boundary}`,
    };
  };

  const requestXml = (wish: JobWish) =>
    Buffer.from(
      '<portal-signature-job-request xmlns="http://signering.posten.no/schema/v1">' +
        (wish.reference === undefined ? '' : `<reference>${wish.reference}</reference>`) +
        (wish.queue === undefined ? '' : `<polling-queue>${wish.queue}</polling-queue>`) +
        '</portal-signature-job-request>',
    );

  const filesOf = async (wish: JobWish): Promise<readonly BundleFile[]> => {
    if (wish.files) return wish.files;
    const documents = wish.documents ?? [{ href: '0000_avtale.pdf', title: 'Arbeidsavtale' }];
    const pdfs = wish.pdfs ?? (await Promise.all(documents.map((one) => samplePdf(one.title))));
    const manifest = manifestXml({ organisation: sender, ...wish });
    return [
      ...documents.map((one, i) => ({
        name: one.href,
        bytes: pdfs[i] ?? new Uint8Array(),
        mime: 'application/pdf',
      })),
      { name: 'manifest.xml', bytes: Buffer.from(manifest), mime: 'application/xml' },
    ];
  };

  const post = async (wish: JobWish, bundle: Uint8Array): Promise<Reply> => {
    const { body, type } = multipart([
      { type: 'application/xml', body: requestXml(wish) },
      { type: 'application/octet-stream', body: bundle },
    ]);
    return call('POST', `${root}/portal/signature-jobs`, body, { 'Content-Type': type });
  };

  const create = async (wish: JobWish = {}): Promise<Reply> =>
    post(wish, await bundleOf(await filesOf(wish), who, wish.signature));

  /** Creates a job that must succeed; its id and cancellation address. */
  const created = async (wish: JobWish = {}) => {
    const reply = await create(wish);
    if (reply.status !== 200) throw new Error(`create answered ${reply.status}: ${reply.body}`);
    return {
      id: text(reply.body, '//s:signature-job-id') ?? '',
      cancellationUrl: text(reply.body, '//s:cancellation-url') ?? '',
    };
  };

  const poll = (queue?: string) =>
    call('GET', `${root}/portal/signature-jobs${queue === undefined ? '' : `?polling_queue=${queue}`}`);

  return { root, who, call, multipart, requestXml, filesOf, post, create, created, poll };
}

export type Sender = ReturnType<typeof createSender>;

/** What a status change says, for assertions. */
export function change(reply: Reply) {
  const at = (path: string) => text(reply.body, `/s:portal-signature-job-status-change-response/${path}`);
  const all = (path: string) => texts(reply.body, `/s:portal-signature-job-status-change-response/${path}`);
  return {
    id: at('s:signature-job-id'),
    reference: at('s:reference'),
    status: at('s:status'),
    confirmationUrl: at('s:confirmation-url') ?? '',
    cancellationUrl: at('s:cancellation-url'),
    deleteUrl: at('s:delete-documents-url'),
    signers: all('s:signatures/s:signature/s:status'),
    since: all('s:signatures/s:signature/s:status/@since'),
    numbers: all('s:signatures/s:signature/s:personal-identification-number'),
    xadesUrls: all('s:signatures/s:signature/s:xades-url'),
    padesUrl: at('s:signatures/s:pades-url'),
  };
}
