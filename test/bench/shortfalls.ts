/** Why a figure may fall short, and what would be tried next; by the name of the figure. */
export const shortfalls: Readonly<Record<string, string>> = {
  'ratio to bare node:http, median of pairs':
    'An answer costs about twice the processor time of a server that only reads the body: JSON, schema, the comparison with every hook URL, and the row. A whole organisation’s hooks are a thousandth of what is taken. Next: parse and insert the rows of one commit in a thread of their own.',
  'p99, ratio to bare node:http':
    'The main thread stands still while SQLite writes a commit to the disk, and longer when it moves the write-ahead log into the file, every 1,000 pages. Next: move the log into the file when nothing is to be done (`wal_autocheckpoint`), then write the journal in a thread of its own.',
  'reads of a task, most':
    'A comment that is written between the reading of a task and of its comments makes one look read the task twice; when that look also saw what the next hook tells of, the next finds nothing new and is repeated after 3 s, as Redbooth may lag behind its hook. Together that is a fourth read, for a few tasks in a thousand. Next: let the repeat ask for comments only.',
  'main thread blocked, best of 3 bursts':
    'Most of the time goes into commits, which wait for the disk on the main thread: one for each look and one for the hooks that wait at the same moment. What the thread works at a stretch varied from 29 to 77 ms between runs, with garbage collections and the moves of the write-ahead log among the longest. Next: put the settlements of looks that end together into one commit, and write in a thread of its own.',
  'resident memory at rest, over an idle Node':
    'About 16 MiB of it are pages of Node’s own program, which all that run Node share, and 13 MiB come with Node’s `fetch`, which an idle Node has not loaded (importing `node:http` as an ES module is enough to load it). Next: speak HTTP to Redbooth by `node:http` alone, load it by `require`, and minify the main side, which is kept in memory with two bytes a character.',
  'start until tray and listener, ratio to a bare tray':
    'A bare tray opens nothing; the app compiles a script of 1.2 MB, 0.2 MB of it for checking the settings file and 0.1 MB for the demo, opens settings and history, and listens before the tray is there. Next: load the simulator only for a demo, minify the main side, and show the tray first.',
  'start until ready, over node -e 0, best of 11':
    'Half of it is compiling one script of 1.1 MB, and loading Node’s `fetch`. Next: minify the main side, load the simulator only for a demo, and keep compiled code in a directory of our own (`module.enableCompileCache`).',
};
