import { z } from 'zod';
import type { KeptSettings } from './preferences.ts';

const place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
  /** 1 is the size that the designer drew. */
  zoom: z.number().min(0.25).max(5),
});
/** Where a window stood on a display, and how large its content was shown. */
export type WindowPlace = Readonly<z.output<typeof place>>;

const kept = z.object({
  places: z.record(z.string(), place.optional().catch(undefined)).catch({}),
  /** The display that was used last. */
  last: z.string().optional().catch(undefined),
});

/** Places of the window by display, over an open settings file. What is damaged in it counts as never kept. */
export function windowPlacesIn(settings: KeptSettings) {
  const read = () => kept.parse(settings.store);
  return {
    last: (): string | undefined => read().last,
    on: (display: string): WindowPlace | undefined => read().places[display],
    keep: (display: string, where: WindowPlace): void => {
      settings.store = { ...settings.store, last: display, places: { ...read().places, [display]: where } };
    },
  };
}
export type WindowPlaces = ReturnType<typeof windowPlacesIn>;
