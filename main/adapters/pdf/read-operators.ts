/** An operand of a page's content: a number, a name with its slash, an array; anything else stays as it is written. */
export type Operand = number | string | readonly Operand[];
export type Operation = { readonly operator: string; readonly operands: readonly Operand[] };

const white = /[\0\t\n\f\r ]/;
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/;
const mostOperations = 20_000;

/**
 * The operations of a content stream. Throws on what cannot be understood, on inline images, and on more than a frame
 * around a page can need.
 */
export function readOperations(content: Uint8Array): readonly Operation[] {
  const text = Buffer.from(content).toString('latin1');
  const operations: Operation[] = [];
  const stack: Operand[][] = [[]];
  let at = 0;
  const put = (operand: Operand): void => void stack.at(-1)?.push(operand);
  const take = (pattern: RegExp): string => {
    const start = at;
    while (at < text.length && pattern.test(text.charAt(at))) at += 1;
    return text.slice(start, at);
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    if (white.test(sign)) at += 1;
    else if (sign === '%') take(/[^\r\n]/);
    else if (sign === '(') put(`(${takeString()}`);
    else if (text.startsWith('<<', at)) put(takeDictionary());
    else if (sign === '<') {
      put(take(/[^>]/));
      at += 1;
    } else if (sign === '/') {
      at += 1;
      put(`/${take(regular)}`);
    } else if (sign === '[') {
      stack.push([]);
      at += 1;
    } else if (sign === ']') {
      const inside = stack.pop();
      if (!inside || stack.length === 0) throw new Error('an array that was not begun');
      put(inside);
      at += 1;
    } else if (regular.test(sign)) putWord(take(regular));
    else throw new Error(`cannot read ${sign}`);
  }
  if (stack.length !== 1 || stack[0]?.length !== 0) throw new Error('operands without an operator');
  return operations;

  function putWord(word: string): void {
    const number = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : Number.NaN;
    if (!Number.isNaN(number) || ['true', 'false', 'null'].includes(word)) {
      put(Number.isNaN(number) ? word : number);
      return;
    }
    if (word === 'BI' || stack.length !== 1) throw new Error(`${word} has no place here`);
    operations.push({ operator: word, operands: stack[0] ?? [] });
    stack[0] = [];
    if (operations.length > mostOperations) throw new Error('too many operations');
  }

  function takeString(): string {
    const start = at;
    let open = 0;
    do {
      const sign = text.charAt(at);
      if (sign === '\\') at += 1;
      else if (sign === '(') open += 1;
      else if (sign === ')') open -= 1;
      at += 1;
    } while (open > 0 && at < text.length);
    if (open > 0) throw new Error('a string that does not end');
    return text.slice(start, at);
  }

  function takeDictionary(): string {
    const start = at;
    let open = 0;
    do {
      if (text.startsWith('<<', at)) [open, at] = [open + 1, at + 2];
      else if (text.startsWith('>>', at)) [open, at] = [open - 1, at + 2];
      else if (text.charAt(at) === '(') takeString();
      else at += 1;
    } while (open > 0 && at < text.length);
    if (open > 0) throw new Error('a dictionary that does not end');
    return text.slice(start, at);
  }
}
