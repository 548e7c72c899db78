/** What a promise was refused with. */
export const faultOf = async (promise: Promise<unknown>): Promise<unknown> =>
  await promise.then(
    (value) => ({ answered: value }),
    (fault: unknown) => fault,
  );

export const xml = { 'Content-Type': 'application/xml' };
