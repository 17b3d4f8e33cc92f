import { executeServerCommand } from '@web/test-runner-commands';

export interface Emulation {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  media?: 'print' | 'screen';
}

const QUERIES: Record<keyof Emulation, (value: string) => string> = {
  colorScheme: (value) => `(prefers-color-scheme: ${value})`,
  reducedMotion: (value) => `(prefers-reduced-motion: ${value})`,
  forcedColors: (value) => `(forced-colors: ${value})`,
  media: (value) => value,
};

/** Shows the page as a patron with these settings would see it; what is left out goes back to the default. Resolves when the page knows. */
export async function emulate(emulation: Emulation = {}): Promise<void> {
  await executeServerCommand('emulate', emulation);
  const wanted = (Object.keys(emulation) as (keyof Emulation)[]).map((name) => QUERIES[name](emulation[name] ?? ''));
  const deadline = performance.now() + 5000;
  while (wanted.some((query) => !matchMedia(query).matches)) {
    if (performance.now() > deadline) throw new Error(`The browser did not take on ${wanted.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// Pages are used again by the next test file.
after(() => emulate());
