import { contextBridge, ipcRenderer } from 'electron';
import { type PreloadBridge, channels } from './contract/preload-bridge.ts';

// What the app tells before the page listens, which it does once it has loaded all its parts: why its window was opened, for one.
const early: unknown[] = [];
const keep = (_event: unknown, value: unknown): void => void early.push(value);
ipcRenderer.on(channels.event, keep);

// All that the page gets of the app: two functions over two channels. The event of a message, which leads to
// ipcRenderer, stays on this side.
const bridge: PreloadBridge = {
  request: (name, payload) => ipcRenderer.invoke(channels.request, name, payload),
  subscribe: (listener) => {
    const receive = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.removeListener(channels.event, keep);
    ipcRenderer.on(channels.event, receive);
    queueMicrotask(() => early.splice(0).forEach((value) => listener(value)));
    return () => void ipcRenderer.removeListener(channels.event, receive);
  },
};

contextBridge.exposeInMainWorld('notifier', bridge);
