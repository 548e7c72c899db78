export const DeskScreen = () => null;
