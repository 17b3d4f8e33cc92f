import { html, nothing, type TemplateResult } from 'lit';
import { termList } from '../../parts/term-list.js';
import type { Ui } from '../../view.js';

export const hasNoCpr = ({ context: { answers } }: Ui): boolean => answers['document'] === 'foreign-no-cpr';

/** The other ways to a MitID user ID. Without a CPR number there is but one. */
export function otherWays(ui: Ui): TemplateResult | typeof nothing {
  const ways = (['app', 'phone', 'in-person'] as const).filter((value) => !ui.step.endsWith(value));
  return hasNoCpr(ui)
    ? nothing
    : html`<h3 part="sub-heading">${ui.t('recover.ways')}</h3>
        <div class="actions ways">
          ${ways.map(
            (value) =>
              html`<button
                type="button"
                class="secondary"
                part="button"
                data-action="help"
                value=${value}
                @click=${() => ui.send({ type: 'choice.submitted', name: 'help', value })}
              >
                ${ui.t(`recover.ways.${value}`)}
              </button>`,
          )}
        </div>`;
}

type Topic = 'recover.phone.ready' | 'recover.phone.asked' | 'recover.in-person.before' | 'recover.in-person.bring';
/** Terms of these ways, each with what it means. */
export const about = ({ t }: Ui, ...topics: readonly Topic[]): TemplateResult =>
  termList(topics.map((topic) => [t(topic), t(`${topic}.text`)] as const));
