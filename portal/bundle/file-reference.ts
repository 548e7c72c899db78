/**
 * The file a reference names. Clients write the name raw or form-URL-encoded; a name that exists as written wins.
 */
export function findReferenced(names: ReadonlySet<string>, reference: string): string | undefined {
  if (names.has(reference)) return reference;
  try {
    const decoded = decodeURIComponent(reference.replace(/\+/g, ' '));
    return names.has(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}
