import type { IncomingMessage } from 'node:http';

/**
 * The whole body, or `too-large`: at once when its `content-length` is over the limit, otherwise as soon as more bytes
 * than that have come. The rest is read and dropped, because a browser shows the answer only after it has sent all.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume();
    return 'too-large';
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limit) {
        chunks.length = 0;
        return resolve('too-large');
      }
      chunks.push(chunk);
    });
    request.once('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    request.once('error', reject);
    request.once('close', () => reject(new Error('the sender went away')));
  });
}
