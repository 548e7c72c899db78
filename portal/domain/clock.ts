/** The portal's time: the machine's own, moved by the control endpoint in tests. */
export type Clock = {
  readonly now: () => number;
  readonly move: (offsetMs: number) => void;
  readonly offsetMs: () => number;
};

/** `now` and offsets are milliseconds. */
export function createClock(machine: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => machine() + offset,
    move: (offsetMs) => {
      offset = offsetMs;
    },
    offsetMs: () => offset,
  };
}

/** xs:dateTime with milliseconds and the offset of Norway, the form the service has been seen to write. */
export function toDateTime(at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Oslo',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  const wall = parts.replace(' ', 'T');
  const offsetMinutes = Math.round((Date.parse(`${wall}Z`) - Math.floor(at / 1000) * 1000) / 60_000);
  const sign = offsetMinutes < 0 ? '-' : '+';
  const pad = (value: number, width = 2) => String(Math.abs(value)).padStart(width, '0');
  const ms = pad(((at % 1000) + 1000) % 1000, 3);
  return `${wall}.${ms}${sign}${pad(Math.trunc(offsetMinutes / 60))}:${pad(offsetMinutes % 60)}`;
}

/** `31.12.2026` in Norwegian time. */
export function toDay(at: number): string {
  const [year, month, day] = toDateTime(at).slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}

/** `31.12.2026 kl. 14:05` in Norwegian time. */
export function toDayAndTime(at: number): string {
  return `${toDay(at)} kl. ${toDateTime(at).slice(11, 16)}`;
}
