import { readFile, writeFile } from 'node:fs/promises';
import { GROUPS, type Group } from './conformance/check.js';
import { personsSchema } from './conformance/persons.js';
import { proveByCommand, runConformance, type Result } from './conformance/run.js';
import { UsageError } from './usage-error.js';

export interface ConformanceFlags {
  persons?: string | undefined;
  prove?: string | undefined;
  groups?: string | undefined;
  origin?: string | undefined;
  host?: string | undefined;
  terms?: string | undefined;
  junit?: string | undefined;
  json: boolean;
  'no-timing': boolean;
}

const SIGNS = { passed: '✓', failed: '✗', skipped: '–' } as const;

function lineOf({ outcome, group, title, section, request, expected, got }: Result): string {
  const head = `${SIGNS[outcome]} ${group}: ${title}`;
  if (outcome === 'passed') return head;
  if (outcome === 'skipped') return `${head} (${got ?? ''})`;
  return `${head}\n    asked     ${request || 'several things'}\n    expected  ${expected ?? ''}\n    got       ${got ?? ''}\n    see       docs/back-end.md, ${section}`;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function toJUnit(results: readonly Result[]): string {
  const cases = results.map(({ group, title, outcome, milliseconds, expected, got, request }) => {
    const inner =
      outcome === 'failed'
        ? `<failure message="${escape(`expected ${expected ?? ''}, got ${got ?? ''}`)}">${escape(request ?? '')}</failure>`
        : outcome === 'skipped'
          ? `<skipped message="${escape(got ?? '')}"/>`
          : '';
    return `  <testcase classname="${escape(group)}" name="${escape(title)}" time="${(milliseconds / 1000).toFixed(3)}">${inner}</testcase>`;
  });
  const count = (outcome: Result['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="conformance" tests="${results.length}" failures="${count('failed')}" skipped="${count('skipped')}">\n${cases.join('\n')}\n</testsuite>\n`;
}

async function readPersons(file: string | undefined) {
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file}: there is no such file`);
  });
  const { success, data } = personsSchema.safeParse(JSON.parse(text));
  if (!success) throw new UsageError(`${file}: see docs/back-end.md for what it holds`);
  return data;
}

/** Holds a gateway against the contract. */
export async function conformance(url: string, flags: ConformanceFlags): Promise<number> {
  if (!URL.canParse(url)) throw new UsageError(`${url}: write the address of the gateway, with https://`);
  const groups = flags.groups?.split(',') as Group[] | undefined;
  for (const group of groups ?? []) if (!GROUPS.includes(group)) throw new UsageError(`--groups ${group}: write ${GROUPS.join(', ')}`);
  const [id, ...secret] = (flags.host ?? '').split(':');
  const prove =
    flags.prove === undefined ? () => Promise.reject(new Error('there is no --prove, and so no login')) : proveByCommand(flags.prove);
  const results = await runConformance(
    {
      timing: !flags['no-timing'],
      ...{ url, prove, groups, origin: flags.origin, terms: flags.terms, persons: await readPersons(flags.persons) },
      host: id && secret.length > 0 ? { id, secret: secret.join(':') } : undefined,
    },
    (result) => {
      if (!flags.json) console.log(lineOf(result));
    },
  );
  if (flags.json) console.log(JSON.stringify(results, null, 2));
  if (flags.junit !== undefined) await writeFile(flags.junit, toJUnit(results));
  const count = (outcome: Result['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  if (!flags.json) console.log(`\n${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  return count('failed') === 0 ? 0 : 1;
}
