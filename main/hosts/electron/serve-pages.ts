import type { Language } from '../../../domain/preferences.ts';
import { addressTexts } from '../../../texts/addresses.ts';
import type { Application } from '../../application/application.ts';
import { FileWithheld } from '../../ports/file-withheld.ts';
import { answerWithRange } from '../byte-range.ts';
import { fileHeaders, guardHeaders, withheldStatus } from '../page-policy.ts';
import type { FindPage } from '../renderer-files.ts';
import { isOwnPage } from './own-pages.ts';

/** What `archive://app/…` answers: the window's own files, and files of the archive under `/files/`. */
export function servePages(
  app: Pick<Application, 'serveFile'>,
  findPage: FindPage,
  language: () => Language,
) {
  const texts = () => addressTexts[language()];
  const notFound = () => plain(404, texts().notFound);
  return async (request: {
    readonly url: string;
    readonly method: string;
    readonly headers: { get(name: string): string | null };
  }): Promise<Response> => {
    if (!isOwnPage(request.url) || request.method !== 'GET') return notFound();
    const { pathname, search } = new URL(request.url);
    if (pathname.startsWith('/files/')) {
      const file = await app.serveFile(`${pathname}${search}`).catch((fault: unknown) => {
        if (fault instanceof FileWithheld)
          return plain(withheldStatus[fault.reason], texts().withheld[fault.reason]);
        throw fault;
      });
      if (file instanceof Response) return file;
      if (!file) return plain(404, texts().fileNotFound);
      const { status, headers, bytes } = answerWithRange(file.bytes, request.headers.get('range'));
      // A copy: the bytes may be a view into a larger buffer, or one shared between threads.
      return new Response(new Uint8Array(bytes), {
        status,
        headers: {
          ...guardHeaders,
          ...fileHeaders(file),
          ...headers,
          'content-length': String(bytes.byteLength),
        },
      });
    }
    const page = findPage(pathname);
    return page
      ? new Response(page.bytes, { headers: { ...guardHeaders, 'content-type': page.mime } })
      : notFound();
  };
}

const plain = (status: number, text: string) => new Response(text, { status, headers: guardHeaders });
