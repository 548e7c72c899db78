export const CasesScreen = () => null;
