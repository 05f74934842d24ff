import type { App } from 'electron';

/**
 * Neither a certificate nor a password of the system is handed to a server that asks: left alone, Electron sends the first
 * certificate it finds.
 */
export const denyCredentials = (app: Pick<App, 'on'>): void => {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('login', (event, _contents, _details, _request, callback) => {
    event.preventDefault();
    callback();
  });
};
