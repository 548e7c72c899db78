export const CaseDialog = (_: { readonly onClose: () => void }) => null;
