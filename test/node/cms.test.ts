import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPage } from '../../src/cli/tags.js';
import { explain } from '../../src/config/issues.js';
import { STARTS } from '../../src/config/starts.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLES = join(ROOT, 'docs/examples');
const WORDPRESS = join(EXAMPLES, 'wordpress/library-signup/library-signup.php');
const DRUPAL = join(EXAMPLES, 'drupal/library_signup/src/SignupTag.php');
const hasPhp = spawnSync('php', ['--version']).status === 0;
const CONFIG = STARTS['Public library'] as object;
/** Breaks out of a script, of an attribute and of a paragraph, where somebody lets it. */
const HOSTILE = JSON.stringify(
  { ...CONFIG, texts: { en: { 'action.back': '</script><script>alert(1)</script>"\'>\n\n<!-- Ærø & co' } } },
  null,
  2,
);

function php(harness: 'wordpress' | 'drupal', name: string, args: unknown[], option = ''): { answer: unknown; told: string[] } {
  const plugin = harness === 'wordpress' ? WORDPRESS : DRUPAL;
  const { stdout, stderr } = spawnSync('php', [join(ROOT, `test/support/${harness}.php`)], {
    input: JSON.stringify({ plugin, function: name, arguments: args, option }),
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout) as { answer: unknown; told: string[] };
}

describe('examples for content management systems', { skip: hasPhp ? false : 'PHP is not installed' }, () => {
  it('are PHP', () => {
    const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(php|module)$/.test(name));
    assert.ok(files.length >= 5);
    for (const file of files) {
      const { status, stdout } = spawnSync('php', ['-l', join(EXAMPLES, file)], { encoding: 'utf8' });
      assert.equal(status, 0, stdout);
    }
  });

  it('render a tag in WordPress that holds the configuration, whatever is in it', () => {
    const { answer, told } = php('wordpress', 'library_signup_render', [{ flow: 'recover' }], HOSTILE);
    const { tags } = readPage(String(answer));
    assert.equal(tags.length, 1);
    assert.equal(tags[0]?.attributes.flow, 'recover');
    assert.deepEqual(JSON.parse(tags[0]?.inline ?? ''), JSON.parse(HOSTILE));
    assert.ok('config' in explain(JSON.parse(tags[0]?.inline ?? '')));
    // wpautop() makes paragraphs of lines.
    assert.doesNotMatch(String(answer), /\n/);
    assert.deepEqual(told, ['library-signup']);
  });

  it('render nothing in WordPress without a configuration that can be used, and no attribute that was not meant', () => {
    assert.equal(php('wordpress', 'library_signup_render', [{}], '{').answer, '');
    const { answer } = php('wordpress', 'library_signup_render', ['" onclick="alert(1)'], JSON.stringify(CONFIG));
    assert.deepEqual(readPage(String(answer)).tags[0]?.attributes, { flow: 'register' });
    const evil = php('wordpress', 'library_signup_render', [{ flow: '"><script>' }], JSON.stringify(CONFIG));
    assert.deepEqual(readPage(String(evil.answer)).tags[0]?.attributes, { flow: 'register' });
  });

  it('keep the old configuration in WordPress when the new one is wrong, and say what is', () => {
    const { answer, told } = php('wordpress', 'library_signup_sanitize', ['{"version":2}'], 'the old one');
    assert.equal(answer, 'the old one');
    assert.match(told.join(), /version: write 1.*library\.id: is required/);
    assert.equal(php('wordpress', 'library_signup_sanitize', [HOSTILE], '').answer, HOSTILE);
  });

  it('say in Drupal what is wrong when the block is saved', () => {
    const mistakes = (json: string): unknown => php('drupal', 'mistakes', [json]).answer;
    for (const start of Object.values(STARTS)) assert.deepEqual(mistakes(JSON.stringify(start)), []);
    assert.match(String(mistakes('{ "version": 1,')), /not JSON/);
    assert.match(String(mistakes('{"version":1}')), /library\.id: is required.*register, recover, login/);
    assert.match(
      String(mistakes(JSON.stringify({ ...CONFIG, gateway: { type: 'http', url: 'http://gateway.example/' } }))),
      /gateway\.url/,
    );
  });

  it('render a script in Drupal that nothing can end', () => {
    const json = String(php('drupal', 'json', [HOSTILE]).answer);
    assert.deepEqual(JSON.parse(json), JSON.parse(HOSTILE));
    assert.doesNotMatch(json, /</);
    const template = readFileSync(join(EXAMPLES, 'drupal/library_signup/templates/library-signup.html.twig'), 'utf8');
    const page = template
      .replace(/\{#.*?#\}/gs, '')
      .replace('{{ create_attribute(attributes) }}', ' flow="register"')
      .replace('{{ json|raw }}', () => json);
    assert.deepEqual(JSON.parse(readPage(page).tags[0]?.inline ?? ''), JSON.parse(HOSTILE));
  });
});
