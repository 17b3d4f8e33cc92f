// A Vite plugin for the build: takes the indentation out of css`…`, html`…` and svg`…`, and nothing that anyone could see.
import MagicString from 'magic-string';

/** Elements that always stand on lines of their own: white space beside their tags is never drawn. Not `li` and `dt`: lists are often set in a row. */
const BLOCKS = new Set(
  'address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr legend main nav ol p section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose text stays as it is. */
const VERBATIM = new Set(['pre', 'textarea', 'script', 'style']);

/** Takes the parts between the expressions of a css`…` literal, as they stand in the source; gives them back shorter. */
export function minifyCss(parts) {
  return parts.map((part, index) => {
    const strings = [];
    const bare = part.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\*[\s\S]*?\*\//g, (match) =>
      match.startsWith('/*') ? ' ' : `\u0001${strings.push(match) - 1}\u0002`,
    );
    let short = bare
      .replace(/\s+/g, ' ')
      // `--x: ;` is a value.
      .replace(/(?<!:) (?=[{};,])/g, '')
      .replace(/([{};,]) /g, '$1')
      .replace(/;+}/g, '}')
      // A declaration's colon; a selector's may not lose the space before it.
      .replace(/([{};][\w-]+) ?: (?=[^;}])/g, '$1:')
      // The same in a condition: `(min-width: 30em)`.
      .replace(/(\([\w-]+): /g, '$1:')
      .replace(/ ([>~]) /g, '$1')
      .replace(/(?<![\w.#)])0(?=\.\d)/g, '');
    if (index === 0) short = short.trimStart();
    if (index === parts.length - 1) short = short.trimEnd();
    return short.replace(/\u0001(\d+)\u0002/g, (_, at) => strings[Number(at)]);
  });
}

/** The same for html`…`. A run of white space becomes one space, or nothing where it would never be drawn. */
export function minifyHtml(parts) {
  let mode = 'text';
  let quote = '';
  let tag = { name: '', closing: false };
  let verbatim = '';
  /** What stands before the place we are at: `block` (a tag that breaks the line), `edge` (the template's start) or anything else. */
  let before = 'edge';

  return parts.map((part, index) => {
    const isLast = index === parts.length - 1;
    if (index > 0 && mode === 'text') before = 'expression';
    let out = '';
    let at = 0;
    /** Copies up to and with the end mark; false when the part ends first. */
    const copyPast = (mark) => {
      const end = part.indexOf(mark, at);
      out += part.slice(at, end < 0 ? undefined : end + mark.length);
      at = end < 0 ? part.length : end + mark.length;
      return end >= 0;
    };
    while (at < part.length) {
      const rest = part.slice(at);
      const space = /^\s+/.exec(rest)?.[0];
      if (mode === 'comment') {
        if (copyPast('-->')) mode = 'text';
      } else if (mode === 'value') {
        if (copyPast(quote)) mode = 'tag';
      } else if (mode === 'tag') {
        if (space) {
          at += space.length;
          if (part[at] !== '>') out += ' ';
          continue;
        }
        const character = part[at++];
        out += character;
        if (character === '"' || character === "'") [mode, quote] = ['value', character];
        else if (character === '>') {
          mode = 'text';
          before = BLOCKS.has(tag.name) ? 'block' : 'tag';
          verbatim = !tag.closing && VERBATIM.has(tag.name) ? tag.name : '';
        }
      } else if (verbatim) {
        const end = rest.search(new RegExp(`</${verbatim}`, 'i'));
        out += end < 0 ? rest : rest.slice(0, end);
        at += end < 0 ? rest.length : end;
        if (end >= 0) verbatim = '';
      } else if (space) {
        at += space.length;
        const next = /^<\/?([a-z][\w-]*)/i.exec(part.slice(at))?.[1]?.toLowerCase();
        const isIndent = space.includes('\n');
        const ends = isLast && at === part.length;
        const drawn = !(before === 'block' || BLOCKS.has(next) || (isIndent && (before === 'edge' || ends)));
        if (drawn) out += ' ';
      } else if (rest.startsWith('<!--')) {
        const end = rest.indexOf('-->');
        if (end < 0) {
          mode = 'comment';
          copyPast('-->');
        } else at += end + 3;
      } else if (/^<\/?[a-z]/i.test(rest)) {
        const [opening, name] = /^<\/?([^\s/>]*)/.exec(rest);
        out += opening;
        at += opening.length;
        tag = { name: name.toLowerCase(), closing: opening.startsWith('</') };
        mode = 'tag';
      } else {
        out += part[at++];
        before = 'text';
      }
    }
    return out;
  });
}

const MINIFIERS = { css: minifyCss, html: minifyHtml, svg: minifyHtml };

function* taggedTemplates(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) yield* taggedTemplates(item);
    return;
  }
  if (node.type === 'TaggedTemplateExpression' && Object.hasOwn(MINIFIERS, node.tag.name ?? '')) yield node;
  for (const value of Object.values(node)) if (value && typeof value === 'object') yield* taggedTemplates(value);
}

export function minifyTemplates() {
  return {
    name: 'minify-templates',
    apply: 'build',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(?:css|html|svg)`/.test(code)) return null;
      const text = new MagicString(code);
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        // Where the parts lie: parsers differ on whether the marks around a part belong to it.
        const ranges = quasi.quasis.map(({ start, end, value }) => {
          const from = code.indexOf(value.raw, start);
          if (from + value.raw.length > end) throw new Error(`A template of ${id} could not be read`);
          return [from, from + value.raw.length];
        });
        const short = MINIFIERS[tag.name](ranges.map(([from, to]) => code.slice(from, to)));
        ranges.forEach(([from, to], index) => {
          if (to > from) text.update(from, to, short[index]);
        });
      }
      return text.hasChanged() ? { code: text.toString(), map: text.generateMap({ hires: true }) } : null;
    },
  };
}
