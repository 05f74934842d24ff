import process from 'node:process';

// The headless host: the core in plain Node. What needs today's Node is loaded only when it is there.
const neededMajor = 24;
const major = Number(process.versions.node.split('.', 1)[0]);

if (major < neededMajor) {
  process.stderr.write(
    `redbooth-notifier: this needs Node ${neededMajor} or newer, and runs on ${process.versions.node}. Install a newer Node, or start it by npm start, which brings its own.\n`,
  );
  process.exitCode = 1;
} else {
  const { runHeadless } = await import('./start/run-headless.ts');
  const exitCode = await runHeadless(process.argv.slice(2));
  if (exitCode !== null) process.exitCode = exitCode;
}
