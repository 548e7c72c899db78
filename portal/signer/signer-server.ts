import { createServer, type Server } from 'node:http';
import type { Log } from '../api/api-server.ts';
import type { Room } from '../room/room.ts';

export function createSignerServer(_room: Room, _log: Log): Server {
  return createServer((_request, response) => {
    response.end('ok');
  });
}
