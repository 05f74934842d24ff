import { contextBridge, ipcRenderer } from 'electron';
import { type PreloadBridge, channels } from './contract/preload-bridge.ts';

// All that the page gets of the app: two functions over two channels. The event of a message, which leads to
// ipcRenderer, stays on this side.
const bridge: PreloadBridge = {
  request: (name, payload) => ipcRenderer.invoke(channels.request, name, payload),
  subscribe: (listener) => {
    const receive = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on(channels.event, receive);
    return () => void ipcRenderer.removeListener(channels.event, receive);
  },
};

contextBridge.exposeInMainWorld('notifier', bridge);
