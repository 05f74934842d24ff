import type { HttpBridgePorts } from './http-bridge.ts';

/** Opens server-sent events with the browser's EventSource. Reconnecting is the bridge's own work. */
export const openEventStream: HttpBridgePorts['openStream'] = (path, listener) => {
  const source = new EventSource(path);
  source.addEventListener('open', () => listener.opened());
  source.addEventListener('message', (event: MessageEvent<unknown>) => listener.message(String(event.data)));
  source.addEventListener('error', () => listener.failed());
  return () => source.close();
};
