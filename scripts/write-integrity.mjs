// Hashes of the files for script tags, for the `integrity` of a tag, and the tags to paste.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url));
const write = (name, text) => writeFileSync(new URL(`../dist/${name}`, import.meta.url), text);
const hashOf = (file) =>
  `sha384-${createHash('sha384')
    .update(read(`dist/${file}`))
    .digest('base64')}`;

const { name, version } = JSON.parse(read('package.json').toString());
const chunks = readdirSync(new URL('../dist/cdn/chunks', import.meta.url)).map((chunk) => `cdn/chunks/${chunk}`);
const hashes = Object.fromEntries(
  ['library-signup.js', 'callback.js', 'cdn/library-signup.js', ...chunks].map((file) => [file, hashOf(file)]),
);
const folder = `https://assets.example.org/${name}@${version}/dist`;
const chunkHashes = Object.fromEntries(chunks.map((file) => [`${folder}/${file}`, hashes[file]]));

write('integrity.json', `${JSON.stringify({ version, files: hashes }, null, 2)}\n`);
write(
  'script-tags.html',
  `<!--
  Tags for ${name} ${version}. Put this version's dist in a folder of its own, on your server or another, and its address in place of
  ${folder}
  A browser runs a file only if it is the very one that the hash was made of. Take one of the two.
-->

<!-- 1. Everything in one file -->
<script src="${folder}/library-signup.js" integrity="${hashes['library-signup.js']}" crossorigin="anonymous" defer></script>

<!-- 2. A module that fetches what it needs. The import map has the hashes of what it fetches, and comes first; a Content-Security-Policy must allow it. -->
<script type="importmap">
${JSON.stringify({ integrity: chunkHashes }, null, 2)}
</script>
<script type="module" src="${folder}/cdn/library-signup.js" integrity="${hashes['cdn/library-signup.js']}" crossorigin="anonymous"></script>
`,
);
