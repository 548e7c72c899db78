/** Path of an installed Chromium-family browser, or of CHROMIUM where that is set. */
export function findChromium(): string | undefined;
