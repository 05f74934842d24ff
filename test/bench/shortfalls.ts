/** Why a figure may fall short, and what would be tried next; by the name of the figure. */
export const shortfalls: Readonly<Record<string, string>> = {
  'reads of a task, most':
    'A comment that is written between the reading of a task and of its comments makes one look read the task twice; when that look also saw what the next hook tells of, the next finds nothing new and is repeated after 3 s, as Redbooth may lag behind its hook. Both guards are worth a read to a few tasks in thousands. Next: let the repeat ask for comments only, as the task was just read.',
  'main thread blocked, best of 3 bursts':
    'Compare it with the idle process beside, which does nothing and is kept waiting by the machine, and with what the thread itself worked at a stretch. What is left is the commit of waiting hooks, which waits for the disk. Next: measure on a machine that does nothing else; if it stays, write the journal in a thread of its own.',
  'resident memory at rest, over an idle Node':
    'About 16 MiB of it are pages of Node’s own program, which all that run Node share, and 13 MiB come with Node’s `fetch`, which an idle Node has not loaded (importing `node:http` as an ES module is enough to load it). Next: speak HTTP to Redbooth by `node:http` alone, load it by `require`, and leave the simulator and the check of the settings file out until they are needed.',
  'start until ready, over node -e 0, best of 11':
    'Half of it is compiling one script of 1.1 MB, and loading Node’s `fetch`. Next: minify the main side, load the simulator only for a demo, and keep compiled code in a directory of our own (`module.enableCompileCache`).',
  'start until tray and listener, ratio to a bare tray':
    'One script of 1.2 MB is compiled, and the history file opened, before the tray is there. Next: minify the main side, load the simulator only for a demo, and show the tray before the listener is asked.',
};
