import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Audience } from '../../contracts/config.js';
import type { Language } from '../../contracts/text.js';
import type { CurrentScreen } from '../../flow/current-screen.js';
import { flowOf, type ElementStep, type FlowName, type Step } from '../../flow/types.js';
import type { MessageGroup, Messages } from '../../locales/messages.js';
import { addMessages } from '../../locales/translate.js';
import type { ScreenSet } from '../screens/screen-set.js';
import { sharedScreens } from '../screens/shared-screens.js';
import type { View } from '../view.js';

type Kind = Audience['kind'] | undefined;

/** What decides the screen. */
export interface Wanted {
  readonly step: ElementStep;
  readonly language: Language;
  /** Some screens have words of their own for a kind of audience. */
  readonly kind: Kind;
  /** Something is to be said about what has just happened, or about a login in another window. */
  readonly unusual?: boolean;
}

export interface ScreenControllerOptions {
  loadScreens(flow: FlowName): Promise<{ screens: ScreenSet }>;
  loadTexts(group: MessageGroup, language: Language): Promise<Messages>;
  wanted(): Wanted;
}

/** While a form is being sent, it stays as it is. */
const formOf = (step: ElementStep, kind: Kind): ElementStep =>
  step === 'register.submitting' ? (kind === 'child' ? 'register.child' : 'register.details') : step;

const isShared = (step: ElementStep): boolean => step in sharedScreens.screens || step === 'loading' || step === 'unavailable';

/** The login has words of its own for these kinds of audience, which come with their flow. */
const FLOW_OF_KIND: Partial<Record<Audience['kind'], FlowName>> = { campus: 'questions', hospital: 'questions', child: 'child' };

function textsOf({ step, kind, unusual }: Wanted): MessageGroup[] {
  const flow = isShared(step) ? step === 'register.identify' && kind && FLOW_OF_KIND[kind] : flowOf(formOf(step, kind) as Step);
  return ['shared', ...(flow ? [flow] : []), ...(unusual ? (['notices'] as const) : [])];
}

/** Whether more than a screen's own texts is needed. */
export function isUnusual({ identify, context }: CurrentScreen): boolean {
  const notice = identify?.notice ?? context.notice;
  // That a session ends soon is said while somebody fills in a form: nothing is fetched for that, as it might fail.
  return (notice !== null && notice !== 'session-ending') || (identify?.mode ?? 'redirect') !== 'redirect';
}

/** Knows which screens can be shown in which language, downloads what is missing, and says which screen is shown until then. */
export class ScreenController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  readonly #options: ScreenControllerOptions;
  readonly #sets = new Map<FlowName, ScreenSet>();
  readonly #texts = new Set<string>();
  readonly #pending = new Set<string>();
  /** A screen could not be downloaded; {@link retry} asks again. */
  failed = false;
  /** The step whose screen is shown. */
  shown: ElementStep = 'loading';

  constructor(host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }, options: ScreenControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const wanted = this.#options.wanted();
    if (this.#has(wanted)) this.shown = wanted.step;
    else if (this.failed) this.shown = 'register.failed';
    else this.fetch(wanted);
  }

  /** The screen that is shown; `undefined` for the two that are outside the flow. */
  get view(): View | undefined {
    return this.#viewOf(this.shown, this.#options.wanted().kind);
  }

  /** Downloads a screen and its texts ahead, or because it is wanted. */
  fetch(wanted: Wanted): void {
    if (this.failed || this.#has(wanted)) return;
    const { step, language, kind } = wanted;
    const set = isShared(step) ? undefined : flowOf(formOf(step, kind) as Step);
    const texts = textsOf(wanted);
    const name = `${set} ${language} ${texts.join()}`;
    if (this.#pending.has(name)) return;
    this.#pending.add(name);
    const load = async (): Promise<void> => {
      const [loaded, ...messages] = await Promise.all([
        set && this.#options.loadScreens(set),
        ...texts.map((group) => this.#options.loadTexts(group, language)),
      ]);
      if (set && loaded) this.#add(set, loaded.screens);
      for (const one of messages) addMessages(language, one);
      for (const group of texts) this.#texts.add(`${language} ${group}`);
    };
    load()
      .catch(() => (this.failed = true))
      .finally(() => {
        this.#pending.delete(name);
        this.#host.requestUpdate();
      });
  }

  retry(): void {
    this.failed = false;
    this.#host.requestUpdate();
  }

  #has(wanted: Wanted): boolean {
    const { step, language, kind } = wanted;
    const hasTexts = textsOf(wanted).every((group) => this.#texts.has(`${language} ${group}`));
    return hasTexts && (step === 'loading' || step === 'unavailable' || this.#viewOf(step, kind) !== undefined);
  }

  #viewOf(step: ElementStep, kind: Kind): View | undefined {
    const form = formOf(step, kind) as Step;
    for (const { screens } of [sharedScreens as ScreenSet, ...this.#sets.values()]) if (screens[form]) return screens[form];
    return undefined;
  }

  #add(name: FlowName, set: ScreenSet): void {
    if (this.#sets.has(name)) return;
    this.#sets.set(name, set);
    const root = this.#host.renderRoot as ShadowRoot;
    const sheets = set.styles.flatMap(({ styleSheet }) => styleSheet ?? []);
    // Beside those that are there: extensions adopt style sheets of their own.
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  }
}
