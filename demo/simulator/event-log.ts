import type { SignupEvents } from '../../src/events.js';

export interface LoggedEvent {
  readonly time: string;
  readonly type: keyof SignupEvents;
  readonly detail: string;
}

const TYPES = ['signup-step', 'signup-complete', 'signup-error', 'signup-cancel', 'signup-identify'] as const;
const KEY = 'library-signup-demo:events';
const KEPT = 40;

function stored(): LoggedEvent[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? (value as LoggedEvent[]) : [];
  } catch {
    return [];
  }
}

/** The element's events, newest first, over redirects and reloads. What is in them is not personal; of a login's URL the query stays out. */
export function watchEvents(changed: (events: readonly LoggedEvent[]) => void): { clear(): void } {
  let events = stored();
  const keep = (next: LoggedEvent[]): void => {
    events = next.slice(0, KEPT);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(events));
    } catch {
      // Storage denied: the log lasts as long as the page.
    }
    changed(events);
  };
  const note = ({ type, detail }: CustomEvent<object>): void => {
    const shown = { ...detail };
    if ('url' in shown && typeof shown.url === 'string') shown.url = shown.url.replace(/\?.*/s, '?…');
    const text = Object.entries(shown as Record<string, string | boolean | null>)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
    keep([{ time: new Date().toLocaleTimeString('da-DK'), type: type as LoggedEvent['type'], detail: text }, ...events]);
  };
  for (const type of TYPES)
    document.addEventListener(type, (event) => {
      note(event);
    });
  changed(events);
  return {
    clear: () => {
      keep([]);
    },
  };
}
