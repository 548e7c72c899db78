export type ParentLink = {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
};

/** The child's end of the line that `StartChild` opens, in a forked Node and in Electron's utility process alike. */
export function openParentLink(): ParentLink {
  const port: unknown = Reflect.get(process, 'parentPort');
  if (isUtilityPort(port))
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    };
  process.once('disconnect', () => process.exit());
  return {
    post: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  };
}

/** As Electron's `ParentPort`, which this code cannot import. */
type UtilityPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
};
const isUtilityPort = (port: unknown): port is UtilityPort =>
  typeof port === 'object' && port !== null && 'postMessage' in port && 'on' in port;
