import { type PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject } from '@libpdf/core';
import { expect } from 'vitest';
import { isVerified } from '../../../domain/verdict.ts';
import { verifySigned } from '../../../main/adapters/pdf/verify-signed.ts';
import { editContent, type Forge, pageAt } from './forge.ts';

export type Page = { readonly pdf: PDF; readonly resources: PdfDict };

export const name = PdfName.of;
export const numbers = (...values: readonly number[]) =>
  new PdfArray(values.map((value) => PdfNumber.of(value)));

/** Lays something among the resources of a page. */
export const put =
  (kind: string, key: string, make: (pdf: PDF) => PdfObject) =>
  ({ pdf, resources }: Page): void => {
    const own = resources.getDict(kind, pdf.getObject.bind(pdf)) ?? PdfDict.of({});
    own.set(key, make(pdf));
    resources.set(kind, own);
  };

/** What the verdict says of a file whose first own page has been changed before it was sealed. */
export const judging =
  (forge: () => Forge) =>
  async (content: string, change: (page: Page) => void = () => {}): Promise<string> => {
    const { sealChanged, order } = forge();
    const file = await sealChanged((pdf) => {
      const page = pageAt(pdf, 1);
      const resources = page.dict.getDict('Resources', pdf.getObject.bind(pdf));
      if (!resources) throw new Error('no resources');
      change({ pdf, resources });
      editContent(pdf, page, (own) => `${own}\n${content}`);
    });
    const verdict = await verifySigned(file, order);
    expect([verdict.sealedBy.code, verdict.unchanged.code]).toEqual(['sealed', 'unchanged']);
    expect(isVerified(verdict)).toBe(verdict.isWhatWasSent.code === 'same-document');
    return verdict.isWhatWasSent.code;
  };
