import type { Bridge } from '../../preload/contract/contract.ts';
import { httpBridge } from './http-bridge.ts';

declare global {
  interface Window {
    readonly segl?: Bridge;
  }
}

/** Two roads to the application, one signature: the bridge in Electron, HTTP in a browser. */
export const { ask, stage, onEvent, onGo }: Bridge = window.segl ?? httpBridge;
