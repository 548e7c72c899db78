import { contextBridge, ipcRenderer } from 'electron';
import { ASK, STAGE, TELL } from './contract/channels.ts';
import type { Bridge, News } from './contract/contract.ts';

/** All that a page of Segl gets from Electron. Events stay here: they would hand the page more than the news. */
const bridge: Bridge = {
  ask: (name, input) => ipcRenderer.invoke(ASK, name, input),
  stage: (bytes) => ipcRenderer.invoke(STAGE, bytes),
  onTell: (listener) => {
    const pass = (_event: unknown, news: News) => listener(news);
    ipcRenderer.on(TELL, pass);
    return () => {
      ipcRenderer.off(TELL, pass);
    };
  },
};

contextBridge.exposeInMainWorld('segl', bridge);
