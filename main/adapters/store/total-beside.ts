/** How many there are in all: a page that is not full tells it, and nothing need be counted. */
export const totalBeside = async (
  read: readonly unknown[],
  page: { readonly offset: number; readonly limit: number },
  count: () => Promise<number>,
): Promise<number> =>
  read.length < page.limit && (read.length > 0 || page.offset === 0) ? page.offset + read.length : count();
