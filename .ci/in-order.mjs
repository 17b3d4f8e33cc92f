// A Vite plugin for the ES modules: what lies beside its like in a file is shorter, for gzip looks back 32 KB only. The modules stand in the order in which
// they run, and that is the order of imports: so these are imported first, and what they need before them.

export function inOrder(entry, modules) {
  const first = modules.map((path) => `import '${path}';`).join('');
  let met = false;
  return {
    name: 'in-order',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(entry)) return null;
      met = true;
      return { code: first + code, map: null };
    },
    buildEnd(fault) {
      if (!fault && !met) this.error(`${entry} was not met`);
    },
  };
}
