// node scripts/installed.mjs install|uninstall DIST, or program: installs what `npm run pack` made as an administrator of
// many machines does, without a question; takes it away again; says where the program then lies.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [what, dist = 'dist'] = process.argv.slice(2);
const applications = '/Applications';

const run = (command, ...args) => {
  process.stderr.write(`${command} ${args.join(' ')}\n`);
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ended with ${status ?? error?.message}`);
};
/** The installer of a kind for this processor, where there are several. */
function packageOf(ending) {
  const found = readdirSync(dist).filter((name) => name.endsWith(ending));
  const own = found.filter((name) => name.includes(process.arch === 'x64' ? 'x' : process.arch));
  const name = own[0] ?? found[0];
  if (name === undefined) throw new Error(`no ${ending} in ${dist}`);
  return resolve(dist, name);
}

const systems = {
  win32: {
    program: join(process.env.ProgramFiles ?? '', 'Segl', 'Segl.exe'),
    install: () => run('msiexec', '/i', packageOf('.msi'), '/qn', '/norestart', 'ALLUSERS=1'),
    uninstall: () => run('msiexec', '/x', packageOf('.msi'), '/qn', '/norestart'),
  },
  darwin: {
    program: join(applications, 'Segl.app', 'Contents', 'MacOS', 'Segl'),
    install: () => {
      const volume = '/tmp/segl-volume';
      mkdirSync(volume, { recursive: true });
      run('hdiutil', 'attach', packageOf('.dmg'), '-nobrowse', '-readonly', '-mountpoint', volume);
      run('ditto', join(volume, 'Segl.app'), join(applications, 'Segl.app'));
      run('hdiutil', 'detach', volume);
    },
    uninstall: () => rmSync(join(applications, 'Segl.app'), { recursive: true, force: true }),
  },
  linux: {
    program: '/opt/Segl/segl',
    install: () => run('sudo', 'apt-get', 'install', '-y', packageOf('.deb')),
    uninstall: () => run('sudo', 'apt-get', 'remove', '-y', 'segl'),
  },
};
const system = systems[process.platform];
switch (what) {
  case 'install':
    system.install();
    if (!existsSync(system.program)) throw new Error(`${system.program} is not there after installing`);
    break;
  case 'uninstall':
    system.uninstall();
    if (existsSync(system.program)) throw new Error(`${system.program} is still there`);
    break;
  case 'program':
    process.stdout.write(`${system.program}\n`);
    break;
  default:
    throw new Error('use: installed install|uninstall DIST, or installed program');
}
