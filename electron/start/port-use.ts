import { get } from 'node:http';
import type { PortUse } from '../core/doctor/check-port.ts';

const notFound = 404;

/**
 * Who has a port of this machine, told by one GET for a path that no hook URL has: the listener answers it with 404. Opens
 * no port itself, so that it cannot be in the way of an app that starts.
 */
export const portUse = (port: number, signal: AbortSignal): Promise<PortUse> =>
  new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path: '/', agent: false, signal }, (response) => {
      resolve(response.statusCode === notFound ? 'listener' : 'foreign');
      request.destroy();
    });
    request.on('error', (error) => {
      resolve('code' in error && error.code === 'ECONNREFUSED' ? 'free' : 'foreign');
    });
  });
