// `npm run build:docs`: README and docs as a site that works in any folder of any server, with the form in it, as the demo has it.
import { existsSync, readFileSync } from 'node:fs';
import { IdAttributePlugin } from '@11ty/eleventy';

const OUTPUT = process.env.DOCS_FOLDER ?? 'dist/docs';
/** Pages with the form beside them, and which one. */
const LIVE = {
  index: 'register',
  'first-page': 'register',
  configuration: 'register',
  flows: 'recover',
  login: 'login',
  embedding: 'register',
  texts: 'register',
};
const PAGES = [
  ['index', 'Start'],
  ['first-page', 'First page'],
  ['embedding', 'Embedding'],
  ['frameworks', 'Frameworks'],
  ['drupal', 'Drupal'],
  ['wordpress', 'WordPress'],
  ['umbraco', 'Umbraco'],
  ['looks', 'Looks'],
  ['configuration', 'Configuration'],
  ['texts', 'Texts'],
  ['command-line', 'Command line'],
  ['first-gateway', 'First gateway'],
  ['back-end', 'Back end'],
  ['contract', 'Contract'],
  ['deployment', 'Deployment'],
  ['identity', 'Identity'],
  ['login', 'Logging in'],
  ['flows', 'Flows'],
  ['testing', 'Testing'],
  ['accessibility', 'Accessibility'],
  ['privacy-and-security', 'Privacy and security'],
  ['seeds', 'Seeds'],
  ['versions', 'Versions'],
  ['changelog', 'Changelog'],
  ['contributing', 'Contributing'],
  ['decisions/README', 'Decisions'],
].map(([name, title]) => ({ name, title }));

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
/** A page of the top folder, as one of docs. */
const fromTop = (path) => read(path).replaceAll('](docs/', '](').replaceAll('](CHANGELOG.md)', '](changelog.md)');

const block = (value) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`;

/** The contract, call by call, from its OpenAPI document. */
function contractPage() {
  const { paths, tags } = JSON.parse(read('dist/openapi.json'));
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const sections = operations.map(({ path, method, summary, tags: [group], security, requestBody, responses }) => {
    const needs = security.map((one) => Object.keys(one)[0] ?? 'nothing').join(' or ');
    const answers = Object.entries(responses).map(([status, { description, content }]) => {
      const example = content?.['application/json']?.example;
      return `**${status}** ${description}\n\n${example === undefined ? '' : block(example)}`;
    });
    const body = requestBody?.content['application/json'].example;
    return `## ${method.toUpperCase()} ${path.slice(1)}\n\n${summary}. *${tags.find(({ name }) => name === group).description}.* Needs: ${needs || 'nothing'}.\n\n${body === undefined ? '' : block(body)}\n${answers.join('\n')}`;
  });
  return `# The contract, call by call\n\nMade from [openapi.json](openapi.json), which has the schemas too; [the back end](back-end.md) says what they mean.\n\n${sections.join('\n\n')}\n`;
}

export default function (config) {
  config.addPlugin(IdAttributePlugin);
  config.addTemplate(
    'index.md',
    fromTop('README.md').replace('](decisions)', '](decisions/README.md)').replace('[LICENSE](LICENSE)', 'LICENSE'),
  );
  config.addTemplate('changelog.md', fromTop('CHANGELOG.md'));
  config.addTemplate('contributing.md', fromTop('CONTRIBUTING.md'));
  if (existsSync('dist/openapi.json')) {
    config.addTemplate('contract.md', contractPage());
    config.addPassthroughCopy({ 'dist/openapi.json': 'openapi.json' });
  }
  config.addPassthroughCopy({
    'docs/images': 'images',
    'docs/site/site.css': 'site.css',
    'demo/icon.svg': 'icon.svg',
    'docs/examples': 'examples',
  });
  if (existsSync('dist/demo')) config.addPassthroughCopy({ 'dist/demo': 'demo' });
  config.addGlobalData('layout', 'page.njk');
  config.addGlobalData('pages', PAGES);
  // What is between {{ and }} in a page is an example of somebody else's templates.
  config.setTemplateFormats(['md']);
  config.addGlobalData('eleventyComputed', {
    permalink: ({ page }) => `${page.filePathStem.slice(1)}.html`,
    name: ({ page }) => page.filePathStem.slice(1),
    root: ({ page }) => '../'.repeat(page.filePathStem.split('/').length - 2),
    title: ({ page }) => /^# (.*)$/m.exec(page.rawInput)?.[1].replace(/[`<>]/g, '') ?? 'library-signup',
    live: ({ page }) => LIVE[page.filePathStem.slice(1)],
  });
  config.addTransform('links', (html) =>
    html.replace(/href="((?!https?:)[^"#]*)\.md(#[^"]*)?"/g, (_, path, anchor = '') => `href="${path}.html${anchor}"`),
  );
  // These pages are in the top folder, from where those of docs name them.
  config.addTransform('top', (html) =>
    html.replace(
      /href="\.\.\/(CHANGELOG|CONTRIBUTING|README)\.html/g,
      (_, name) => `href="${name === 'README' ? 'index' : name.toLowerCase()}.html`,
    ),
  );
  // What is only in the repository is named, not linked to.
  config.addTransform('sources', (html) =>
    html.replace(/<a href="((?:\.\.\/)+(?:src|test|mocks|demo|scripts)[^"]*)"[^>]*>(.*?)<\/a>/g, '<span title="$1">$2</span>'),
  );
  return {
    dir: { input: 'docs', includes: 'site', output: OUTPUT },
    markdownTemplateEngine: false,
  };
}
