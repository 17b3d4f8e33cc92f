import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPackage } from './embedding-app.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** In a folder of a guide, after `node`. */
export const PROGRAM = 'node_modules/library-signup/dist/cli/library-signup.js';

/** A page of the documentation that leads somebody from an empty folder to something that works, for a test that walks it as it is written. */
export function openGuide(name: string) {
  const text = readFileSync(join(ROOT, 'docs', `${name}.md`), 'utf8');
  /** In the project's folder, so that what the package needs is found without the registry. */
  const folder = join(ROOT, '.cache', 'hosts', name);
  const fileIn = (file: string): string => new RegExp(`^\`\`\`\\w+ ${file}\\n(.*?)^\`\`\`$`, 'ms').exec(text)?.[1] ?? '';
  return {
    folder,
    /** Installs the package, and nothing else. */
    install: (packageJson: object): void => {
      const tarball = packPackage();
      const installed = join(folder, 'node_modules/library-signup');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(installed, { recursive: true });
      spawnSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
      writeFileSync(join(folder, 'package.json'), JSON.stringify(packageJson));
    },
    /** Writes files as the guide has them. */
    write: (...files: string[]): void => {
      for (const file of files) writeFileSync(join(folder, file), fileIn(file));
    },
    /** The arguments of a command of the guide. */
    argumentsOf: (command: string): string[] => {
      const line = new RegExp(`^${command} (.*)$`, 'm').exec(text)?.[1] ?? '';
      return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    },
  };
}
