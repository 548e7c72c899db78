type UtilityPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
};
const isUtilityPort = (port: unknown): port is UtilityPort =>
  typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;

/**
 * The line to whoever started the portal as a child, in a forked Node and in Electron's utility process alike: `end` runs
 * when the parent asks for it, or is gone. Gives what tells the parent something.
 */
export function linkToParent(end: () => void): (message: unknown) => void {
  const hear = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'end' in message) end();
  };
  // Electron's; it ends the process itself when the parent is gone.
  const port: unknown = Reflect.get(process, 'parentPort');
  if (isUtilityPort(port)) {
    port.on('message', ({ data }) => hear(data));
    return (message) => port.postMessage(message);
  }
  process.on('message', hear).once('disconnect', end);
  return (message) => void process.send?.(message);
}
