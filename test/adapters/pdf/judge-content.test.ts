import { type PDF, PdfArray, PdfDict, PdfNumber, PdfString } from '@libpdf/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifySigned } from '../../../main/adapters/pdf/verify-signed.ts';
import { name, numbers } from '../../support/forge/change-page.ts';
import { type Forge, openForge, pageAt } from '../../support/forge/forge.ts';

let forge: Forge;
beforeAll(async () => {
  forge = await openForge();
}, 60_000);

type Attack = readonly [string, (pdf: PDF) => void];
const script = () => PdfDict.of({ S: name('JavaScript'), JS: PdfString.fromString('app.alert(1)') });
const annotate = (annotation: () => PdfDict) => (pdf: PDF) =>
  pageAt(pdf, 0).dict.set('Annots', new PdfArray([pdf.register(annotation())]));
const link = (action: PdfDict) => () =>
  PdfDict.of({ Subtype: name('Link'), Rect: numbers(0, 0, 90, 90), A: action });
const web = () => PdfDict.of({ S: name('URI'), URI: PdfString.fromString('https://example.org/') });
const treeOf = (pdf: PDF): PdfDict => {
  const tree = pdf.getCatalog().getDict('Pages', pdf.getObject.bind(pdf));
  if (!tree) throw new Error('no pages');
  return tree;
};
const profile = (pdf: PDF) =>
  pdf.getCatalog().set(
    'OutputIntents',
    new PdfArray([
      PdfDict.of({
        S: name('GTS_PDFA1'),
        DestOutputProfile: pdf.createStream({ N: PdfNumber.of(3) }, Buffer.from('hvit')),
      }),
    ]),
  );
const addKid = (page: PdfDict) => (pdf: PDF) => {
  const tree = treeOf(pdf);
  const kids = tree.getArray('Kids', pdf.getObject.bind(pdf));
  tree.set('Kids', new PdfArray([pdf.register(page), ...(kids?.toArray() ?? [])]));
};

describe('a page that a service adds, and what stands around the pages', () => {
  const codeOf = async (change: (pdf: PDF) => void, addedPages = forge.policy.addedPages) => {
    const file = await forge.sealChanged(change);
    const verdict = await verifySigned(file, { ...forge.order, policy: { ...forge.policy, addedPages } });
    expect([verdict.sealedBy.code, verdict.unchanged.code]).toEqual(['sealed', 'unchanged']);
    return verdict.isWhatWasSent.code;
  };

  test('may link to an address', async () => {
    expect(await codeOf(annotate(link(web())))).toBe('same-document');
  });

  test.each<Attack>([
    ['a link that runs a script', annotate(link(script()))],
    [
      'a link that goes on to a script',
      annotate(() => {
        const action = web();
        action.set('Next', script());
        return link(action)();
      }),
    ],
    ['a film', annotate(() => PdfDict.of({ Subtype: name('Screen'), Rect: numbers(0, 0, 90, 90) }))],
    [
      'a link that acts when its page is opened',
      annotate(() => {
        const one = link(web())();
        one.set('AA', PdfDict.of({ PO: script() }));
        return one;
      }),
    ],
    ['a field to fill in', annotate(() => PdfDict.of({ Subtype: name('Widget'), FT: name('Tx') }))],
    ['a place to turn to by itself', (pdf) => pageAt(pdf, 0).dict.set('Dur', PdfNumber.of(1))],
    ['colours of its own', profile],
    [
      'a part of the pages to show',
      (pdf) => pdf.getCatalog().set('ViewerPreferences', PdfDict.of({ ViewArea: name('TrimBox') })),
    ],
    ['a page without a kind', addKid(PdfDict.of({ MediaBox: numbers(0, 0, 595, 842) }))],
    [
      'a page that is not counted',
      addKid(PdfDict.of({ Type: name('Page'), MediaBox: numbers(0, 0, 595, 842) })),
    ],
    ['a number of pages that is wrong', (pdf) => treeOf(pdf).set('Count', PdfNumber.of(1))],
    ['a front page more', (pdf) => void pdf.addPage()],
    [
      'a front page twice',
      (pdf) => {
        const tree = treeOf(pdf);
        const kids = tree.getArray('Kids', pdf.getObject.bind(pdf))?.toArray() ?? [];
        tree.set('Kids', new PdfArray([...kids.slice(0, 1), ...kids]));
        tree.set('Count', PdfNumber.of(kids.length + 1));
      },
    ],
  ])('does not bring %s', async (_, change) => {
    expect(await codeOf(change)).not.toBe('same-document');
  });

  test.each([
    ['it, with the title and all names', 'Avtale', ['Ingrid Prøve'], 'same-document'],
    ['someone by a longer name than ours', 'AVTALE', ['Kari Ingrid PRØVE'], 'same-document'],
    ['another title', 'Leiekontrakt', ['Ingrid Prøve'], 'added-page-differs'],
    ['other names', 'Avtale', ['Olav Haug'], 'added-page-differs'],
    ['fewer names', 'Avtale', ['Ingrid Prøve', 'Olav Haug'], 'added-page-differs'],
  ])('shows %s', async (_, title, names, code) => {
    const signers = names.map((signer) => ({ name: signer }));
    const { isWhatWasSent } = await verifySigned(forge.sealed, { ...forge.order, title, signers });
    expect(isWhatWasSent.code).toBe(code);
  });

  test('stands where the service is known to put it, and alone', async () => {
    expect(await codeOf(() => {}, 'receipt-page')).not.toBe('same-document');
    expect(await codeOf(() => {}, 'none')).not.toBe('same-document');
    expect(await codeOf((pdf) => void pdf.movePage(0, 3), 'receipt-page')).toBe('same-document');
    const both = (pdf: PDF) => {
      pdf.movePage(0, 3);
      pdf.addPage();
    };
    expect(await codeOf(both, 'receipt-page')).not.toBe('same-document');
  });
});
