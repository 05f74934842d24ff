/**
 * The app’s own part of the command line. Packaged, it is all behind the executable; in development it is what follows the
 * app’s path, before which Electron’s switches stand, and the modules that `-r` loads.
 */
export const ownArguments = (commandLine: readonly string[], isPackaged: boolean): readonly string[] => {
  const given = commandLine.slice(1);
  if (isPackaged) return given;
  const isModule = (index: number): boolean => given[index - 1] === '-r' || given[index - 1] === '--require';
  const appPath = given.findIndex((argument, index) => !argument.startsWith('-') && !isModule(index));
  return appPath === -1 ? [] : given.slice(appPath + 1);
};
