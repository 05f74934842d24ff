import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type PackageRequest, readFpmArguments } from './fpm-arguments.ts';

// Stands in for fpm, the packager that electron-builder downloads, where it cannot be had: takes the same arguments, and makes
// the package with the system's own dpkg-deb or rpmbuild. Nothing is compressed, as it is looked at once.

/** Lays the files out as they are to be installed. */
const layOut = (request: PackageRequest, root: string): void => {
  for (const { from, to } of request.files) {
    const target = join(root, to);
    mkdirSync(dirname(target), { recursive: true });
    // A folder is given with a slash behind it, and its content is meant.
    if (from.endsWith('/')) execFileSync('cp', ['-al', `${from}.`, `${target}/`.replace(/\/$/, '')]);
    else cpSync(from, target);
  }
};

const makeDeb = (request: PackageRequest, root: string): void => {
  const control = join(root, 'DEBIAN');
  mkdirSync(control);
  const fields = {
    Package: request.name,
    Version: request.version,
    Architecture: request.architecture,
    Maintainer: request.maintainer,
    Section: request.category,
    Priority: request.priority,
    Homepage: request.url,
    Depends: request.depends.join(', '),
    Recommends: request.recommends.join(', '),
    Description: request.description.trim().replaceAll(/\n(?! )/g, '\n '),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  writeFileSync(join(control, 'control'), lines.join(''));
  for (const [script, name] of [
    [request.afterInstall, 'postinst'],
    [request.afterRemove, 'postrm'],
  ] as const) {
    copyFileSync(script, join(control, name));
    chmodSync(join(control, name), 0o755);
  }
  execFileSync('dpkg-deb', ['--build', '--root-owner-group', '-Znone', root, request.output], { stdio: 'inherit' });
};

/** Processors go by other names there. */
const rpmNames: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64' };

const makeRpm = (request: PackageRequest, root: string, work: string): void => {
  const [summary = ''] = request.description.split('\n');
  const spec = `Name: ${request.name}
Version: ${request.version}
Release: 1
Summary: ${request.summary || summary}
License: ${request.license}
Vendor: ${request.vendor}
URL: ${request.url}
Group: ${request.category}
AutoReqProv: no
${request.depends.map((depend) => `Requires: ${depend}`).join('\n')}
%define _binary_payload w0.ufdio
%define __os_install_post %{nil}
%define _build_id_links none
%description
${request.description}
%install
cp -al '${root}/.' '%{buildroot}/'
%post
${readFileSync(request.afterInstall, 'utf8')}
%postun
${readFileSync(request.afterRemove, 'utf8')}
%files
%defattr(-,root,root,-)
${request.files.map(({ to }) => `"${to}"`).join('\n')}
`;
  const file = join(work, 'package.spec');
  writeFileSync(file, spec);
  const architecture = rpmNames[request.architecture] ?? request.architecture;
  execFileSync(
    'rpmbuild',
    ['-bb', '--quiet', '--target', `${architecture}-linux`, '--define', `_topdir ${work}/rpm`, file],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
    },
  );
  const built = join(work, 'rpm', 'RPMS', architecture);
  copyFileSync(join(built, `${request.name}-${request.version}-1.${architecture}.rpm`), request.output);
};

const request = readFpmArguments(process.argv.slice(2));
const work = mkdtempSync(join(process.env['FPM_WORK'] ?? tmpdir(), 'fpm-'));
try {
  const root = join(work, 'root');
  mkdirSync(root);
  layOut(request, root);
  if (request.kind === 'deb') makeDeb(request, root);
  else makeRpm(request, root, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}
