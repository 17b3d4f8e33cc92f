#!/usr/bin/env node
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { VERSION } from '../version.js';
import { check } from './check.js';
import { init } from './init.js';
import { schema } from './schema.js';
import { UsageError } from './usage-error.js';

const HELP = `library-signup ${VERSION}

  init                    asks a few questions, and writes a configuration and the tag
    --start NAME          public, university or catalogue
    --id, --name, --name-en, --gateway, --issuer, --page
                          answers, so that they are not asked
    --out FOLDER          where to (.)
    --yes                 asks nothing
    --force               writes over files that are there

  check FILE|URL …        says what is wrong with a configuration, or with a page that has the element
    --page URL            the page that a configuration is for
    --offline             leaves gateway and brokers alone
    --json                one JSON object in place of lines

  schema                  prints the configuration's JSON Schema

  gateway FILE            runs a gateway by a configuration of its own: docs/deployment.md

  applications FILE       lists applications for children; approve REFERENCE, refuse REFERENCE decide

  conformance URL         holds a gateway, in whatever language, against the contract: docs/back-end.md
    --persons FILE        test persons
    --prove COMMAND       prints a proof of the person that it is given the name of
    --groups A,B          some of transport, session, adult, child, pins, ids, mailbox, login, handover
    --origin URL          a page that may call
    --host ID:SECRET      a host that may redeem logins
    --terms VERSION       that registrations accept
    --no-timing           times nothing: for a machine that is busy
    --junit FILE          writes a report

Ends with 0, with 1 where something is wrong, and with 2 where it was asked wrongly.`;

const OPTIONS = {
  start: { type: 'string' },
  id: { type: 'string' },
  name: { type: 'string' },
  'name-en': { type: 'string' },
  gateway: { type: 'string' },
  issuer: { type: 'string' },
  page: { type: 'string' },
  out: { type: 'string', default: '.' },
  yes: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  persons: { type: 'string' },
  prove: { type: 'string' },
  groups: { type: 'string' },
  origin: { type: 'string' },
  host: { type: 'string' },
  terms: { type: 'string' },
  junit: { type: 'string' },
  'no-timing': { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} satisfies ParseArgsConfig['options'];

async function run(args: string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const { values, positionals } = parsed;
  const [command, ...targets] = positionals;
  if (values.version) return print(VERSION);
  if (values.help || command === undefined) return print(HELP);
  switch (command) {
    case 'init':
      return init(values);
    case 'check':
      if (targets.length === 0) throw new UsageError('check: name a file or a URL');
      return check(targets, values);
    case 'applications':
      return (await import('./applications.js')).applications(targets);
    case 'conformance': {
      const [url] = targets;
      if (url === undefined) throw new UsageError('conformance: name the address of the gateway');
      return (await import('./conformance.js')).conformance(url, values);
    }
    case 'gateway': {
      const [file] = targets;
      if (file === undefined) throw new UsageError('gateway: name its configuration');
      return (await import('./gateway.js')).gateway(file);
    }
    case 'schema':
      return schema();
    default:
      throw new UsageError(`${command}: there is no such command; library-signup --help lists them`);
  }
}

function print(text: string): number {
  console.log(text);
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
