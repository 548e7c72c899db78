import { contextBridge, ipcRenderer } from 'electron';
import type { ArchiveEvent } from '../domain/events.ts';
import { ASK, EVENTS, GO, STAGE } from './contract/channels.ts';
import type { Bridge } from './contract/contract.ts';

/** All that a page of Segl gets from Electron. Events stay here: they would hand the page more than what happened. */
const bridge: Bridge = {
  ask: (name, input) => ipcRenderer.invoke(ASK, name, input),
  stage: (bytes) => ipcRenderer.invoke(STAGE, bytes),
  onEvent: (listener) => listen<ArchiveEvent>(EVENTS, listener),
  onGo: (listener) => listen<string>(GO, listener),
};

/** What the main process sends on a channel; gives how to stop. */
function listen<Sent>(channel: string, listener: (sent: Sent) => void): () => void {
  const pass = (_event: unknown, sent: Sent) => listener(sent);
  ipcRenderer.on(channel, pass);
  return () => {
    ipcRenderer.off(channel, pass);
  };
}

contextBridge.exposeInMainWorld('segl', bridge);
