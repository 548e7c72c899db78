import type { Language } from '../../../domain/preferences.ts';
import { maskingTexts } from '../../../texts/masking.ts';
import type { WriteVariantLabels } from '../../ports/public-variant.ts';

/** What stands on a public variant; `language` is asked each time, since the clerk may change it. */
export const writeVariantLabels =
  (language: () => Language): WriteVariantLabels =>
  ({ signed }) => {
    const spoken = language();
    const { title, line, unsigned, masked } = maskingTexts[spoken].onFile;
    return { title, line: signed ? `${line} ${unsigned}` : line, masked, language: spoken };
  };
