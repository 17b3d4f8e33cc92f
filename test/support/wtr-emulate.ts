import { executeServerCommand } from '@web/test-runner-commands';

export interface Emulation {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  media?: 'print' | 'screen';
}

const USUAL: Required<Emulation> = { colorScheme: 'light', reducedMotion: 'no-preference', forcedColors: 'none', media: 'screen' };

/** Shows the page as a patron with these settings would see it; what is left out is as usual. Resolves when the page knows. */
export async function emulate(emulation: Emulation = {}): Promise<void> {
  const settings = { ...USUAL, ...emulation };
  await executeServerCommand('emulate', settings);
  const { colorScheme, reducedMotion, forcedColors, media } = settings;
  const query = `${media} and (prefers-color-scheme: ${colorScheme}) and (prefers-reduced-motion: ${reducedMotion}) and (forced-colors: ${forcedColors})`;
  const deadline = performance.now() + 5000;
  while (!matchMedia(query).matches) {
    if (performance.now() > deadline) throw new Error(`The browser did not become ${query}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// Pages are used again by the next test file.
after(() => emulate());
