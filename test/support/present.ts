/** What must be there for the test to mean anything. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('what the test needs is not there');
  return value;
}
