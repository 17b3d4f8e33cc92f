import { waitUntil } from '@open-wc/testing';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import '../../src/define.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import type { LibrarySignupCombobox } from '../../src/ui/form/combobox.js';
import { BRANCH, SESSION, TEST_CONFIG } from './flow.js';

export interface SentCall {
  call: string;
  body: unknown;
}

/** What the gateway answers, by call; a function answers each time anew. */
export type Answers = Partial<Record<string, Response | (() => Response | Promise<Response>)>>;

export interface LoggedIn {
  element: LibrarySignup;
  sent: SentCall[];
  shows(step: string): Promise<void>;
  field(name: string): HTMLInputElement;
  submit(): void;
  end(): void;
}

const json = (value: unknown, status = 200): Response => Response.json(value, { status });

/** An element on which somebody has logged in by way of the host page, before a gateway that answers as it is told. */
export async function logIn(
  answers: Answers = {},
  audience: 'adult' | 'child' = 'adult',
  session: object = {},
  more: { config?: SignupConfigInput; flow?: 'register' | 'recover'; begins?: string } = {},
): Promise<LoggedIn> {
  const { fetch } = window;
  const sent: SentCall[] = [];
  const defaults: Answers = {
    'POST sessions': () =>
      json({ ...SESSION, ...session, person: { ...SESSION.person, age: 34, ...(session as { person?: object }).person } }, 201),
    'GET branches': () => json({ branches: [BRANCH, { id: 'DK-710102', name: 'Østerbro Bibliotek' }] }),
    'POST patrons': () => json({ userId: { type: 'cpr', hint: '040590-••••' }, resident: true, card: 'health-card' }, 201),
    'POST child-applications': () => json({ reference: 'B-1' }, 201),
    'DELETE sessions/current': () => new Response(null, { status: 204 }),
  };
  window.fetch = async (input, init) => {
    const url = typeof input === 'string' ? input : (input as Request).url;
    const call = `${init?.method ?? 'GET'} ${new URL(url).pathname.replace(/^\/api\//, '')}`;
    sent.push({ call, body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined });
    const answer = answers[call] ?? defaults[call];
    return (typeof answer === 'function' ? await answer() : answer?.clone()) ?? new Response(null, { status: 404 });
  };
  const config: SignupConfigInput = more.config ?? {
    ...TEST_CONFIG,
    identity: { providers: { host: { adapter: 'host' } } },
    register: {
      audiences: [{ id: audience, kind: audience, providers: ['host'], paper: true }],
      ...(audience === 'adult' ? { terms: { version: '1', url: '/terms' } } : {}),
    },
  };
  const element = document.createElement('library-signup');
  element.config = config;
  if (more.flow) element.flow = more.flow;
  if (!more.begins) element.identity = { provider: 'host', token: 'a token of the host' };
  document.body.append(element);
  const shows = (step: string): Promise<void> =>
    waitUntil(() => element.getAttribute('step') === step, `expected ${step}, shown is ${String(element.getAttribute('step'))}`, {
      timeout: 10_000,
    });
  const find = <E extends Element>(selector: string): E => {
    const found = element.renderRoot.querySelector<E>(selector);
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  };
  await shows(more.begins ?? (audience === 'child' ? 'register.child' : 'register.details'));
  if (!more.begins && !answers['GET branches'])
    await waitUntil(() => element.renderRoot.querySelector<LibrarySignupCombobox>('library-signup-combobox')?.items);
  await element.updateComplete;
  return {
    element,
    sent,
    shows,
    field: (name) => find<HTMLInputElement>(`input[name="${name}"]`),
    submit: () => find<HTMLElement>('button[type=submit]').click(),
    end: () => {
      element.remove();
      window.fetch = fetch;
      sessionStorage.clear();
    },
  };
}

/** Types into a field, or sets it as a password manager does that tells nobody. */
export function fill(field: HTMLInputElement, value: string, { silently = false } = {}): void {
  field.value = value;
  if (!silently) field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
