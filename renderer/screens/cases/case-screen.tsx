export const CaseScreen = (_: { readonly caseId: string }) => null;
