export const EntryScreen = (_: { readonly entryId: string }) => null;
