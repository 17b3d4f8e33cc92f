// A Vite plugin for the one-file script: the messages with which XState and Lit refuse a wrong program become the line they stand in, as `E1183`.
// This program is fixed, and everything that uses it is tested with the messages in full; see docs/decisions/size-bars.md.
import MagicString from 'magic-string';

function* errorsIn(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* errorsIn(item);
    return;
  }
  if (node.type === 'NewExpression' && node.callee.name === 'Error' && node.arguments.length > 0) yield node;
  for (const value of Object.values(node)) if (value && typeof value === 'object') yield* errorsIn(value);
}

export function shortErrors() {
  return {
    name: 'short-errors',
    apply: 'build',
    // Before anything is left out: the lines are those of the packages.
    enforce: 'pre',
    transform(code, id) {
      if (!/\/node_modules\/(?:xstate|lit|lit-html|lit-element|@lit)\//.test(id) || !code.includes('new Error(')) return null;
      const text = new MagicString(code);
      for (const { arguments: values } of errorsIn(this.parse(code))) {
        const [first] = values;
        text.update(first.start, values.at(-1).end, `"E${code.slice(0, first.start).split('\n').length}"`);
      }
      return text.hasChanged() ? { code: text.toString(), map: null } : null;
    },
  };
}
