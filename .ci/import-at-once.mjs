// A Vite plugin for the one-file script: what is imported late in modules is there at once, so nothing has to be wrapped until it is asked for.

const NAMED = /\(await import\((["'])([^"']+)\1\)\)\.(\w+)/g;
const WHOLE = /\bimport\((["'])([^"']+)\1\)/g;

export function importAtOnce() {
  return {
    name: 'import-at-once',
    apply: 'build',
    // After TypeScript is gone, and before the bundler looks for imports.
    enforce: 'post',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('import(')) return null;
      const imports = [];
      const name = (path) => {
        imports.push(`import * as atOnce${imports.length} from ${JSON.stringify(path)};\n`);
        return `atOnce${imports.length - 1}`;
      };
      const short = code
        .replace(NAMED, (_, quote, path, member) => `(await ${name(path)}.${member})`)
        .replace(WHOLE, (_, quote, path) => `Promise.resolve(${name(path)})`);
      return imports.length > 0 ? { code: imports.join('') + short, map: null } : null;
    },
  };
}
