import { contextBridge, ipcRenderer } from 'electron';
import type { ArchiveEvent } from '../domain/events.ts';
import { ASK, EVENTS, STAGE } from './contract/channels.ts';
import type { Bridge } from './contract/contract.ts';

/** All that a page of Segl gets from Electron. Events stay here: they would hand the page more than what happened. */
const bridge: Bridge = {
  ask: (name, input) => ipcRenderer.invoke(ASK, name, input),
  stage: (bytes) => ipcRenderer.invoke(STAGE, bytes),
  onEvent: (listener) => {
    const pass = (_event: unknown, event: ArchiveEvent) => listener(event);
    ipcRenderer.on(EVENTS, pass);
    return () => {
      ipcRenderer.off(EVENTS, pass);
    };
  },
};

contextBridge.exposeInMainWorld('segl', bridge);
