import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { embeddingNeeds } from '../config/embedding.js';
import { explain } from '../config/issues.js';
import { STARTS } from '../config/starts.js';
import type { SignupConfigInput } from '../contracts/config.js';
import { VERSION } from '../version.js';
import { UsageError } from './usage-error.js';

export interface InitOptions {
  start?: string | undefined;
  id?: string | undefined;
  name?: string | undefined;
  'name-en'?: string | undefined;
  gateway?: string | undefined;
  issuer?: string | undefined;
  page?: string | undefined;
  out: string;
  yes: boolean;
  force: boolean;
}

const KINDS: Readonly<Record<string, keyof typeof STARTS>> = {
  public: 'Public library',
  university: 'University library',
  catalogue: 'A catalogue that logs in',
};
const DEFAULTS = {
  start: 'public',
  id: 'DK-710100',
  name: 'Biblioteket',
  'name-en': 'The library',
  gateway: 'https://gateway.example.org/signup-api/',
  issuer: 'https://broker.example.org',
  page: 'https://library.example.org/sign-up',
} as const;
const QUESTIONS: Readonly<Record<keyof typeof DEFAULTS, string>> = {
  start: `What is it for (${Object.keys(KINDS).join(', ')})`,
  id: 'ISIL of the library',
  name: 'Its name, in Danish',
  'name-en': 'Its name, in English',
  gateway: 'Base address of your gateway',
  issuer: 'Issuer of your MitID broker',
  page: 'Address of the page with the form',
};

async function answersOf(options: InitOptions): Promise<Record<keyof typeof DEFAULTS, string>> {
  const answers: Record<string, string> = {};
  const asks = !options.yes && process.stdin.isTTY;
  const lines = asks ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  for (const [key, question] of Object.entries(QUESTIONS) as [keyof typeof DEFAULTS, string][]) {
    const given = options[key] ?? (await lines?.question(`${question} [${DEFAULTS[key]}]: `));
    answers[key] = given?.trim() || DEFAULTS[key];
  }
  lines?.close();
  return answers;
}

const tagOf = (config: SignupConfigInput): string => {
  const flow = config.register ? '' : ' flow="login"';
  return `<!-- Version ${VERSION} of the package's dist/ in a folder of your server. -->
<script type="module" src="/library-signup@${VERSION}/cdn/library-signup.js"></script>
<library-signup config-src="signup.json"${flow}></library-signup>
`;
};

/** Writes `signup.json` and `signup.html`. */
export async function init(options: InitOptions): Promise<number> {
  const answers = await answersOf(options);
  const kind = KINDS[answers.start];
  const start = kind && STARTS[kind];
  if (!start) throw new UsageError(`--start ${answers.start}: write ${Object.keys(KINDS).join(', ')}`);
  if (!URL.canParse(answers.page)) throw new UsageError(`--page ${answers.page}: write the whole address, with https://`);
  const { providers } = start.identity;
  const config: SignupConfigInput = {
    ...start,
    library: { ...start.library, id: answers.id, name: { da: answers.name, en: answers['name-en'] } },
    gateway: { ...start.gateway, url: answers.gateway },
    identity: {
      ...start.identity,
      providers: { ...providers, ...(providers.mitid && { mitid: { ...providers.mitid, issuer: answers.issuer } }) },
    },
  };
  const reading = explain(config);
  if ('issues' in reading) throw new UsageError(reading.issues.join('\n'));

  await mkdir(options.out, { recursive: true });
  const files = { 'signup.json': `${JSON.stringify(config, null, 2)}\n`, 'signup.html': tagOf(config) };
  const there = Object.keys(files).filter((name) => existsSync(join(options.out, name)));
  if (there.length > 0 && !options.force) throw new UsageError(`${there.join(', ')}: already there; --force writes over`);
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(options.out, name), text);
    console.log(`wrote ${join(options.out, name)}`);
  }
  const { securityPolicy, redirectUris, allowedOrigin } = embeddingNeeds(config, answers.page);
  console.log(`
Next:
  redirect URI for your broker   ${redirectUris.join(' ') || 'none'}
  origin for your gateway        ${allowedOrigin ?? 'none, it is on the same one'}
  policy of the page             ${securityPolicy}
  then                           npx library-signup check ${join(options.out, 'signup.json')} --page ${answers.page}`);
  return 0;
}
