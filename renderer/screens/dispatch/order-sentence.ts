type Words = {
  readonly sumOne: (name: string) => string;
  readonly sumAll: (names: string) => string;
  readonly sumFirst: (names: string) => string;
  readonly sumThen: (names: string) => string;
  readonly and: string;
};

/** «Først Kari Nes, så Ola Berg og Per Lie.»: who gets it when. Groups in rising order. */
export function orderSentence(
  recipients: readonly { readonly name: string; readonly group: number }[],
  words: Words,
): string {
  const [only] = recipients;
  if (!only) return '';
  if (recipients.length === 1) return words.sumOne(only.name);
  const groups = [...new Set(recipients.map((recipient) => recipient.group))].sort((a, b) => a - b);
  const lines = groups.map((group) =>
    listed(
      recipients.filter((recipient) => recipient.group === group).map((recipient) => recipient.name),
      words.and,
    ),
  );
  const [first = '', ...rest] = lines;
  if (rest.length === 0) return words.sumAll(first);
  return `${[words.sumFirst(first), ...rest.map(words.sumThen)].join(', ')}.`;
}

const listed = (names: readonly string[], and: string): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names[names.length - 1]}`;
