/** Why a figure may fall short, and what would be tried next; by the name of the figure. */
export const shortfalls: Readonly<Record<string, string>> = {
  'ratio to bare node:http, median of pairs':
    'What is left is the commit: for some 45 hooks, about eight pages are written and synced by the main thread, and nobody is answered meanwhile. The sender and the server need a core each, so on two cores other work weighs more on ours, which waits for the disk, too: runs varied from 0.76 to 0.21 as the load of the machine grew. A thread that writes the journal was decided against: two writers would contend for one lock, and a settlement would wait for hooks. Next: one statement for all rows of a commit, and the arrival of a hook URL noted once a second.',
  'p99, ratio to bare node:http':
    'The main thread stands still while SQLite syncs a commit, and longer when it moves the write-ahead log into the file, every 1,000 pages. Rarer moves were tried and are slower: a log that is written over again is synced faster than one that grows. Next: move the log when nothing is to be done, before it is full.',
  'main thread blocked, best of 3 bursts':
    'Settlements of looks that end together are a commit each, one after the other. Next: put them into one.',
  'resident memory at rest, over an idle Node':
    'About 16 MiB of it are pages of Node’s own program, which all that run Node share. Next: leave out what only a sign-in or a team needs until then.',
  'start until tray and listener, ratio to a bare tray':
    'By one profile, some 40 of the 100 ms are compiling and running one script of 0.5 MB, the rest opening settings and history, composing the app and drawing its tray; about 10 of them are how the Electron that this was measured on finds its SQLite. Next: keep compiled code in a directory of our own (`module.enableCompileCache`, which the stand-in does not have), and compose what only the page asks for when it is asked.',
  'start until ready, over node -e 0, best of 11':
    'Much of it is compiling one script of 0.4 MB. Next: keep compiled code in a directory of our own (`module.enableCompileCache`).',
  'times that a member wrongly found hooks missing':
    'Most likely, when the server that leads a member’s consumer is killed, the next leader does not know what was handed out last, and its numbers jump; this was not traced. Nothing is lost, but the member asks Redbooth once more and says so in vain. Next: look again, before it is said, whether the numbers in between are still on their way.',
  'tasks over 50 ms while scrolling through all':
    'Each page of older rows has the virtual list compute the places of all rows anew: by a profile, about 11 ms a page between row 50,000 and 100,000, and what it leaves to collect. With little else running, 9 tasks were over 50 ms, the longest 63 ms, 8 of them in the second half. Next: keep the places of the rows above when rows are only added at the end.',
};
