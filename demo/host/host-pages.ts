import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Plugin, ViteDevServer } from 'vite';
import { PURPOSES } from '../../src/contracts/login.js';
import { challengeFor, redeem, visitorOf, type HostCredentials } from './catalogue.mjs';

const PAGE = '/demo/login.html';
const COMPLETE = '/demo/login/complete';
const DONE = '/demo/login/done';
/** A code is some forty characters. */
const MAXIMUM_BODY = 4_096;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    if (text.length > MAXIMUM_BODY) break;
  }
  return new URLSearchParams(text);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const page = (title: string, content: string): string => `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <style>
      :root { color-scheme: light dark }
      body { max-width: 44em; margin: 3em auto; padding: 0 1.25em; font: 17px/1.5 system-ui, sans-serif }
      pre { overflow-x: auto; padding: 1em; border: 1px solid }
    </style>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      ${content}
      <p><a href="login.html">Tilbage til kataloget</a></p>
    </main>
  </body>
</html>
`;

export interface HostPagesOptions {
  /** Gives a page of the demo its final markup. */
  render(url: string, markup: string): Promise<string>;
  credentials: HostCredentials;
}

/** Answers for the catalogue's back end: the page with its challenge, the code, and what it was told. `false`: not one of its pages. */
export async function answerAsHost(
  request: IncomingMessage,
  response: ServerResponse,
  { render, credentials }: HostPagesOptions,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const html = (status: number, text: string): boolean => {
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(text);
    return true;
  };
  if (pathname === PAGE && request.method === 'GET') {
    const visitor = visitorOf(request, response);
    // Coming back from MitID, the address says nothing of what the page was opened for.
    const asked = searchParams.get('purpose');
    if (asked !== null || !searchParams.has('state')) visitor.purpose = PURPOSES.find((purpose) => purpose === asked) ?? 'login';
    const challenge = challengeFor(visitor);
    const library = searchParams.get('library') ?? '';
    const fixed = /^DK-\d+$/.test(library) ? ` library="${library}"` : '';
    const markup = await readFile(fileURLToPath(new URL('../login.html', import.meta.url)), 'utf8');
    const rendered = await render(pathname, markup);
    return html(
      200,
      rendered.replace('<library-signup ', `<library-signup purpose="${visitor.purpose}" handover-challenge="${challenge}"${fixed} `),
    );
  }
  if (pathname === COMPLETE && request.method === 'POST') {
    const visitor = visitorOf(request, response);
    const code = (await readForm(request)).get('code') ?? '';
    try {
      await redeem(visitor, code, credentials);
    } catch {
      return html(403, page('Login blev afvist', '<p>Koden er brugt, for gammel eller en andens.</p>'));
    }
    // So that a reload sends nothing again.
    response.writeHead(303, { Location: 'done' }).end();
    return true;
  }
  if (pathname === DONE && request.method === 'GET') {
    const { told } = visitorOf(request, response);
    const content = told
      ? `<p>Det fik værtens server at vide:</p><pre id="told">${escape(JSON.stringify(told, null, 2))}</pre>`
      : '<p>Ingen er logget ind.</p>';
    return html(
      200,
      page(told ? 'Du er logget ind i kataloget' : 'Ikke logget ind', content).replace('href="login.html"', `href="${PAGE}"`),
    );
  }
  return false;
}

/** The catalogue's back end beside the pages that Vite serves. */
export function hostPages(credentials: HostCredentials): Plugin {
  return {
    name: 'library-signup-demo-host',
    configureServer(server: ViteDevServer) {
      server.middlewares.use((request, response, next) => {
        answerAsHost(request, response, { credentials, render: (url, markup) => server.transformIndexHtml(url, markup) }).then(
          (answered) => {
            if (!answered) next();
          },
          next,
        );
      });
    },
  };
}
