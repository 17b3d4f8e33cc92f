// Tables of the documentation, made from the custom elements manifest. `npm run docs:tables` writes them; `npm test` fails when they are not as it would.
const cell = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');
const code = (text) => (text ? `\`${cell(text)}\`` : '');
const table = (head, rows) =>
  [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');

const picture = (name, what) => `![${what}](images/${name}.png)`;

/** By the name in the marker: `<!-- table: parts -->`. */
export function tablesOf(manifest) {
  const element = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'library-signup');
  const { cssParts, cssProperties, slots, events } = element;
  return {
    parts: table(
      ['part', 'is'],
      cssParts.map(({ name, description }) => [code(name), cell(description)]),
    ),
    properties: table(
      ['property', 'type', 'default', 'is'],
      cssProperties.map(({ name, type, default: value, description }) => [
        code(name),
        cell(type?.text.replace(/[<>]/g, '')),
        value ? code(value) : '',
        cell(description),
      ]),
    ),
    pictures: cssProperties
      .map(({ name }) => `### ${code(name)}\n\n${picture(`property-${name.replace('--signup-', '')}`, `The form with another ${name}`)}`)
      .join('\n\n'),
    slots: table(
      ['slot', 'is'],
      slots.map(({ name, description }) => [code(name), cell(description)]),
    ),
    events: table(
      ['event', 'detail', 'when'],
      events.map(({ name, type, description }) => [
        code(name),
        code(type.text.replace(/^CustomEvent<(.*)>$/, '$1').replace(/: [^,}]+/g, '')),
        cell(description),
      ]),
    ),
  };
}

/** A page with its tables as they are now. */
export function withTables(page, tables) {
  return page.replace(/(<!-- table: ([\w-]+) -->\n).*?(<!-- end -->)/gs, (whole, start, name, end) => {
    if (!(name in tables)) throw new Error(`there is no table ${name}`);
    return `${start}\n${tables[name]}\n\n${end}`;
  });
}
