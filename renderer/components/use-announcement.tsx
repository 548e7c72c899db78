import { type ReactNode, useState } from 'react';

/** Something said to a screen reader without moving the focus: `[say, region]`; the region must be on the page. */
export function useAnnouncement(): readonly [say: (text: string) => void, region: ReactNode] {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const say = (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 }));
  // The key makes the same words be read again.
  const region = (
    <p role="status" className="ds-sr-only">
      <span key={said.turn}>{said.text}</span>
    </p>
  );
  return [say, region];
}
