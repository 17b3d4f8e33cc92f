import { html, nothing, type TemplateResult } from 'lit';
import { newTab } from '../../parts/new-tab.js';
import { fresh } from '../../frame/fresh.js';
import { screen, text } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';
import { otherWays } from './other-ways.js';
import { picture } from './pictures.js';
import { onward } from './ways-out.js';

const STEPS = [1, 2, 3, 4, 5, 6, 7] as const;
const CHANGES = [1, 2, 3, 4] as const;
/** The app's menu changes, so MitID's own words are always at hand. */
const MITID_HELP = {
  da: 'https://www.mitid.dk/hjaelp/hjaelpeunivers/',
  en: 'https://www.mitid.dk/en-gb/help/help-universe/mitid-user/',
};

/** Steps that are ticked off, as they stand in the answers: `1,2`. */
const tickedOf = ({ context }: Ui): string[] => (context.answers['guide'] ?? '').split(',').filter(Boolean);

function tick(ui: Ui, event: Event): void {
  const { value, checked } = event.currentTarget as HTMLInputElement;
  const others = tickedOf(ui).filter((one) => one !== value);
  ui.send({ type: 'answers.changed', values: { guide: (checked ? [...others, value] : others).sort().join(',') } });
}

/** What comes after finding it, for those who want it: the seed's last four actions and MitID's rules. */
const changing = ({ t }: Ui): TemplateResult =>
  html`<details>
    <summary>${t('recover.change')}</summary>
    <ol>
      ${CHANGES.map((at) => html`<li>${t(`recover.change.${at}`)}</li>`)}
    </ol>
    ${text(t('recover.change.rules'))}
  </details>`;

/** The way through MitID's app, one action at a time: ticking one off opens the next, also after a look elsewhere or a reload. */
export const mitidApp: View = (ui) => {
  const { t } = ui;
  const ticked = tickedOf(ui);
  const total = STEPS.length;
  const now = STEPS.find((step) => !ticked.includes(String(step)));
  return screen(
    ui,
    t('recover.ways.app'),
    html`${text(t('recover.guide.text'))}
      <p class="progress" id="progress" role="status">
        ${fresh(now ? t('recover.guide.progress', { at: now, total }) : t('recover.guide.finished'))}
      </p>
      <progress max=${total} value=${ticked.length} aria-labelledby="progress"></progress>
      <div role="group" aria-label=${t('recover.ways.app')}>
        <ol class="guide">
          ${STEPS.map(
            (step) =>
              html`<li aria-current=${step === now ? 'step' : nothing}>
                <div class="check">
                  <input
                    part="checkbox"
                    type="checkbox"
                    id="guide-${step}"
                    name="guide"
                    value=${step}
                    .checked=${ticked.includes(String(step))}
                    aria-describedby=${step === now ? 'guide-now' : nothing}
                    @change=${(event: Event) => tick(ui, event)}
                  />
                  <label part="label" for="guide-${step}">${t(`recover.guide.${step}`)}</label>
                </div>
                ${
                  step === now
                    ? html`<div class="scene">
                        ${picture(step)}
                        <p id="guide-now">${t(`recover.guide.${step}.text`)}</p>
                      </div>`
                    : nothing
                }
              </li>`,
          )}
        </ol>
      </div>
      ${changing(ui)}
      <p class="muted">${t('recover.mitid.dated')}<br />${newTab(ui, MITID_HELP[ui.language], t('recover.mitid.page'))}</p>
      ${otherWays(ui)} ${onward(ui, now ? 'quiet' : 'primary')}`,
  );
};
