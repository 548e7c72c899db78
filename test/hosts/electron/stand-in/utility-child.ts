import { EventEmitter } from 'node:events';

// Loaded before the program in a child of `utilityProcess.fork`: the line to the parent is `process.parentPort`, and
// there is no `process.send`. The child ends with its parent, as Chromium's do.
const send = process.send?.bind(process);
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void send?.(Object(message), () => undefined),
  start: () => undefined,
});
process.on('message', (letter: { readonly data: unknown }) => {
  port.emit('message', { data: letter.data, ports: [] });
});
process.once('disconnect', () => process.exit());
Object.defineProperty(process, 'parentPort', { value: port });
Object.defineProperty(process, 'type', { value: 'utility' });
process.send = undefined;
