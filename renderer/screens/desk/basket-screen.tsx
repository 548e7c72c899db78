export const BasketScreen = (_: { readonly basket: string }) => null;
