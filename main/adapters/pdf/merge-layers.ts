import { type PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef, PdfString } from '@libpdf/core';
import type { Copier } from './copy-objects.ts';
import { refKey, resolveIn } from './pdf-objects.ts';

/** Gathers the layers of all parts, each on or off as it was. */
export function openLayers(target: PDF) {
  const groups: PdfObject[] = [];
  const order: PdfObject[] = [];
  const off: PdfObject[] = [];
  const locked: PdfObject[] = [];
  return {
    add(source: PDF, copier: Copier): void {
      const resolve = resolveIn(source);
      const properties = source.getCatalog().getDict('OCProperties', resolve);
      const own = properties?.getArray('OCGs', resolve)?.toArray() ?? [];
      if (own.length === 0) return;
      const settings = properties?.getDict('D', resolve);
      const listed = (key: string) => settings?.getArray(key, resolve)?.toArray() ?? [];
      const on = new Set(listed('ON').map((item) => (item instanceof PdfRef ? refKey(item) : '')));
      const hidden =
        settings?.getName('BaseState', resolve)?.value === 'OFF'
          ? own.filter((item) => item instanceof PdfRef && !on.has(refKey(item)))
          : listed('OFF');
      groups.push(...own.map(copier.copy));
      order.push(...listed('Order').map(copier.copy));
      off.push(...hidden.map(copier.copy));
      locked.push(...listed('Locked').map(copier.copy));
    },
    finish(): void {
      if (groups.length === 0) return;
      const settings = new PdfDict([
        ['Name', PdfString.fromString('Segl')],
        ['Order', new PdfArray(order.length > 0 ? order : groups)],
      ]);
      if (off.length > 0) settings.set('OFF', new PdfArray(off));
      if (locked.length > 0) settings.set('Locked', new PdfArray(locked));
      target.getCatalog().set(
        'OCProperties',
        new PdfDict([
          [PdfName.of('OCGs'), new PdfArray(groups)],
          [PdfName.of('D'), settings],
        ]),
      );
    },
  };
}
