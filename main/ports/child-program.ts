/** A `URL` to the program's file. */
export type ProgramAddress = { readonly href: string };

export type ChildOptions = {
  readonly args?: readonly string[];
  /** Beside what the parent's own environment holds. */
  readonly env?: Readonly<Record<string, string>>;
  /** Bound on the child's JavaScript heap, in MB. What lies outside the heap the child must watch itself. */
  readonly memoryMb?: number;
  /** Each line that the child writes on its standard output and standard error. */
  readonly log: (line: string) => void;
};

/**
 * A program of ours that runs as a process of its own. Messages are what structured clone takes, `Uint8Array` included,
 * and are copied. A child does not keep its parent running, and ends when its parent does.
 */
export type Child = {
  /** A message to a child that has ended is lost; its end is told all the same. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** `how` is the exit code, the signal, or why it could not be started. Told once. */
  onExit(listener: (how: string) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
};

/**
 * Starts a program as a child. The host gives it: Node forks itself, Electron starts a utility process. The child speaks
 * to its parent by `openParentLink`.
 */
export type StartChild = (program: ProgramAddress, options: ChildOptions) => Child;
