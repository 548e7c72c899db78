/** One line per event. */
export type Log = (line: string) => void;
