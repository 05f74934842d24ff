import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { at, membersAt, readProjectFile, readProjectYaml } from './read-yaml.ts';

const folder = '.github/workflows';
const names = readdirSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)));
const workflows = names.map((name) => ({
  name,
  text: readProjectFile(`${folder}/${name}`),
  parsed: readProjectYaml(`${folder}/${name}`),
}));

const jobsOf = (parsed: unknown) => membersAt(parsed, 'jobs');
const stepsOf = (job: unknown): readonly unknown[] => membersAt(job, 'steps').map(([, step]) => step);
/** What a step runs; nothing where it uses an action. */
const commandOf = (step: unknown): string => {
  const command = at(step, 'run');
  return typeof command === 'string' ? command : '';
};
const commandsIn = (parsed: unknown): readonly string[] =>
  jobsOf(parsed).flatMap(([, job]) => stepsOf(job).map(commandOf));

describe.each(workflows)('the workflow $name', ({ text, parsed }) => {
  it('uses actions by their digest alone, with the version beside it', () => {
    const used = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    expect(used.length).toBeGreaterThan(0);
    for (const line of used)
      expect(line).toMatch(
        /uses: (\.\/\.github\/workflows\/[\w-]+\.yml|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      );
  });

  it('may write nothing, but in the one job that has to', () => {
    const ofWorkflow = membersAt(parsed, 'permissions');
    expect(at(parsed, 'permissions')).toBeDefined();
    expect(ofWorkflow.filter(([, right]) => right !== 'read')).toEqual([]);
    const writing = jobsOf(parsed).filter(([, job]) =>
      membersAt(job, 'permissions').some(([, right]) => right === 'write'),
    );
    expect(writing.map(([name]) => name)).toEqual(
      names.length > 0 && text.includes('gh release create') ? ['draft'] : [],
    );
  });

  it('runs nothing that packages bring where it may write', () => {
    const draft = at(parsed, 'jobs', 'draft');
    const commands = stepsOf(draft).map(commandOf);
    expect(commands.filter((command) => /\bnpm\b|\bnpx\b/.test(command))).toEqual([]);
  });

  it('leaves no token in a checkout', () => {
    for (const [, job] of jobsOf(parsed))
      for (const step of stepsOf(job).filter((each) => String(at(each, 'uses')).startsWith('actions/checkout@')))
        expect(at(step, 'with', 'persist-credentials')).toBe(false);
  });

  it('puts nothing that others choose into a command', () => {
    for (const command of commandsIn(parsed)) expect(command).not.toContain('${{');
  });

  it('ends a job that hangs', () => {
    for (const [name, job] of jobsOf(parsed))
      if (at(job, 'uses') === undefined) expect(at(job, 'timeout-minutes'), name).toBeTypeOf('number');
  });

  it('runs scripts that there are', () => {
    const scripts = new Set(membersAt(JSON.parse(readProjectFile('package.json')), 'scripts').map(([name]) => name));
    const wanted = commandsIn(parsed).flatMap((command) =>
      [...command.matchAll(/npm (?:run )?([\w:-]+)/g)].map(([, name]) => name),
    );
    const own = wanted.filter((name) => !['ci', 'audit', 'test'].includes(name ?? ''));
    expect(own.filter((name) => !scripts.has(name ?? ''))).toEqual([]);
    for (const command of commandsIn(parsed))
      for (const [, file = ''] of command.matchAll(/node (scripts\/[\w-]+\.ts)/g))
        expect(readProjectFile(file)).not.toBe('');
  });
});

it('tests come before a release, on all three systems', () => {
  const release = workflows.find(({ name }) => name === 'release.yml')?.parsed;
  expect(at(release, 'jobs', 'build', 'needs')).toBe('test');
  expect(at(release, 'jobs', 'draft', 'needs')).toBe('build');
  expect(at(release, 'jobs', 'build', 'strategy', 'matrix', 'os')).toEqual([
    'ubuntu-latest',
    'windows-latest',
    'macos-latest',
  ]);
});
