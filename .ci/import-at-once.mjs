// A Vite plugin for the one-file script: what is imported late in modules is there at once, so nothing has to be wrapped until it is asked for.

const NAMED = /\(await import\((["'])([^"']+)\1\)\)\.(\w+)/g;
const ALONE = /\(\) => import\((["'])([^"']+)\1\)(?!\s*\.)/g;
const WHOLE = /\bimport\((["'])([^"']+)\1\)/g;

/** The names that a module exports: an object of these is shorter than the module's own, which the bundler makes live. */
function namesOf(program) {
  return program.body
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration, specifiers }) => [
      ...specifiers.map(({ exported }) => exported.name),
      ...(declaration?.declarations?.map(({ id }) => id.name) ?? (declaration ? [declaration.id.name] : [])),
    ]);
}

export function importAtOnce() {
  return {
    name: 'import-at-once',
    apply: 'build',
    // After TypeScript is gone, and before the bundler looks for imports.
    enforce: 'post',
    async transform(code, id) {
      if (id.includes('node_modules') || !code.includes('import(')) return null;
      const imports = [];
      const name = (path) => {
        imports.push(`import * as atOnce${imports.length} from ${JSON.stringify(path)};\n`);
        return `atOnce${imports.length - 1}`;
      };
      const objects = new Map();
      for (const [, , path] of code.replace(NAMED, '').matchAll(WHOLE)) {
        const late = await this.load(await this.resolve(path, id));
        objects.set(path, namesOf(this.parse(late.code)));
      }
      const object = (path) => {
        const module = name(path);
        return `{ ${objects
          .get(path)
          .map((key) => `${key}: ${module}.${key}`)
          .join(', ')} }`;
      };
      const short = code
        .replace(NAMED, (_, quote, path, member) => `(await ${name(path)}.${member})`)
        .replace(ALONE, (_, quote, path) => `async () => (${object(path)})`)
        .replace(WHOLE, (_, quote, path) => `Promise.resolve(${object(path)})`);
      return imports.length > 0 ? { code: imports.join('') + short, map: null } : null;
    },
  };
}
