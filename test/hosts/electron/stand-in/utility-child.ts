import { EventEmitter } from 'node:events';

// Loaded before the program in a child of `utilityProcess.fork`: the line to the parent is `process.parentPort`, and
// there is no `process.send`. The child ends with its parent, as Chromium's do.
const send = process.send?.bind(process);
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void send?.(Object(message), () => undefined),
  start: () => undefined,
});
// As a MessagePort's, messages wait until someone listens.
const waiting: unknown[] = [];
const pass = (data: unknown) => void port.emit('message', { data, ports: [] });
process.on('message', (letter: { readonly data: unknown }) => {
  if (port.listenerCount('message') === 0) waiting.push(letter.data);
  else pass(letter.data);
});
port.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => waiting.splice(0).forEach(pass));
});
process.once('disconnect', () => process.exit());
Object.defineProperty(process, 'parentPort', { value: port });
Object.defineProperty(process, 'type', { value: 'utility' });
process.send = undefined;
