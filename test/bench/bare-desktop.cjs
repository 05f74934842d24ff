// The least that is like the app: a tray icon and, with `--window`, a window with an empty page.
const path = require('node:path');
const { BrowserWindow, Menu, Tray, app, nativeImage } = require('electron');

app.setPath('userData', process.env.BARE_DIRECTORY);
app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => {
  const icon = path.join(__dirname, '..', '..', 'assets', 'icons', 'tray-idle-on-dark.png');
  globalThis.tray = new Tray(nativeImage.createFromPath(icon));
  globalThis.tray.setToolTip('Bare');
  globalThis.tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', role: 'quit' }]));
  if (process.argv.includes('--window')) {
    globalThis.window = new BrowserWindow({ width: 480, height: 720, webPreferences: { contextIsolation: true } });
    void globalThis.window.loadURL('data:text/html,<!doctype html><title>Bare</title><p>Bare</p>');
  }
  process.stdout.write('{"event":"ready"}\n');
});
