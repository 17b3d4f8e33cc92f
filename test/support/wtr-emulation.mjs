// Server side of `emulate()` in wtr-emulate.ts: the stock command knows no forced colours, and nothing at all in Firefox.

/** WebDriver BiDi has no command for media features; a script with the browser's own rights can do the same. */
async function emulateInFirefox(page, { colorScheme, reducedMotion, forcedColors, media }) {
  const { connection } = page.browser();
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const statements = [
    `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${colorScheme === 'dark' ? 0 : 1})`,
    `Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion === 'reduce' ? 1 : 0})`,
    `Services.prefs.setIntPref('browser.display.document_color_use', ${forcedColors === 'active' ? 2 : 0})`,
    `for (const tab of gBrowser.browsers) tab.browsingContext.mediumOverride = '${media}'`,
  ];
  const target = { context: result.contexts[0].context };
  const answer = await connection.send('script.evaluate', { expression: statements.join(';\n'), target, awaitPromise: false });
  if (answer.result.type !== 'success') throw new Error(`Firefox could not emulate: ${answer.result.exceptionDetails?.text}`);
}

/** One session a page: emulation ends with the session that asked for it. */
const sessions = new WeakMap();

async function emulateInChromium(page, { colorScheme, reducedMotion, forcedColors, media }) {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await session.send('Emulation.setEmulatedMedia', {
    media,
    features: [
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'prefers-reduced-motion', value: reducedMotion },
      { name: 'forced-colors', value: forcedColors },
    ],
  });
}

export function emulationPlugin() {
  return {
    name: 'emulate-command',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate') return undefined;
      const page = session.browser.getPage(session.id);
      if (session.browser.name === 'Firefox') await emulateInFirefox(page, payload);
      else await emulateInChromium(page, payload);
      return true;
    },
  };
}
