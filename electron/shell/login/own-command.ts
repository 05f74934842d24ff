/** How this process was started, as far as it matters for starting it again. */
export type ProcessFacts = {
  readonly isPackaged: boolean;
  readonly executable: string;
  /** Where the app’s files are: what an unpacked build is started with. */
  readonly appPath: string;
  /** APPIMAGE: the file that was started, where the executable is only mounted for this run. */
  readonly appImage: string | undefined;
};

/** The command that starts this app again, program first. */
export const ownCommand = ({ isPackaged, executable, appPath, appImage }: ProcessFacts): readonly string[] => {
  if (!isPackaged) return [executable, appPath];
  return [appImage === undefined || appImage === '' ? executable : appImage];
};
