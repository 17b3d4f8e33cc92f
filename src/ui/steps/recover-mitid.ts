import { html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../contracts/transaction.js';
import { form } from '../form.js';
import { choice, yesOrNo } from '../parts/choice.js';
import { newTab } from '../parts/new-tab.js';
import { facts, screen, text } from '../parts/screen.js';
import type { Ui, View } from '../view.js';
import { comeBack, onward } from './recover-screen.js';

const SUPPORT = '+45 33 98 00 10';
/** MitID's page about identification and Citizen Service; of the Danish one only the door to its help is known. */
const IDENTIFICATION = {
  da: 'https://www.mitid.dk/hjaelp/hjaelpeunivers/',
  en: 'https://www.mitid.dk/en-gb/help/help-universe/mitid-and-documentation/',
};

const hasNoCpr = ({ facts: { answers } }: Ui): boolean => answers['document'] === 'foreign-no-cpr';

/** The other ways to a MitID user ID. Without a CPR number there is but one. */
export function otherWays(ui: Ui): TemplateResult | typeof nothing {
  const ways = (['app', 'phone', 'in-person'] as const).filter((value) => !ui.step.endsWith(value));
  return hasNoCpr(ui)
    ? nothing
    : html`<h3>${ui.t('recover.ways')}</h3>
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
const about = ({ t }: Ui, ...topics: readonly Topic[]): TemplateResult =>
  facts(topics.map((topic) => [t(topic), t(`${topic}.text`)] as const));

/** What decides the way: the document and the app. The user ID itself is never asked for: that would teach people to type it anywhere. */
export const mitid: View = (ui) => {
  const { t } = ui;
  const { answers } = ui.facts;
  return screen(
    ui,
    t('recover.mitid.heading'),
    html`${text(t('recover.mitid.text'))}
    ${form(ui, {
      submit: t('action.continue'),
      beside: comeBack(ui),
      onSubmit: (element) => {
        // Radios only, so there is no file among them.
        const values = Object.fromEntries(new FormData(element)) as Answers;
        ui.send({ type: 'answers.changed', values });
        const missing = ['document', 'app'].filter((field) => !values[field]);
        ui.send({ type: 'form.submitted', errors: missing.map((field) => ({ field, code: 'required' })) });
      },
      content: [
        choice(
          ui,
          'document',
          t('recover.mitid.document'),
          (['danish', 'foreign-with-cpr', 'foreign-no-cpr'] as const).map((value) => ({ value, label: t(`recover.mitid.${value}`) })),
          answers['document'],
          'shown',
        ),
        choice(ui, 'app', t('recover.mitid.app'), yesOrNo(ui), answers['app'], 'shown'),
      ],
    })}`,
  );
};

export const mitidPhone: View = (ui) => {
  const { t } = ui;
  return screen(
    ui,
    t('recover.ways.phone'),
    html`${text(t('recover.phone.text'))}
      <a class="primary" part="button button-primary" data-action="contact" href="tel:${SUPPORT.replace(/ /g, '')}"
        >${t('contact.call', { phone: SUPPORT })}</a
      >
      ${about(ui, 'recover.phone.ready', 'recover.phone.asked')} ${text(t('recover.phone.unsure'))} ${otherWays(ui)} ${onward(ui, 'quiet')}`,
  );
};

export const mitidInPerson: View = (ui) => {
  const { t } = ui;
  return screen(
    ui,
    t('recover.ways.in-person'),
    html`${text(t(hasNoCpr(ui) ? 'recover.in-person.only' : 'recover.in-person.text'))}
      ${about(ui, 'recover.in-person.before', 'recover.in-person.bring', ...(hasNoCpr(ui) ? [] : (['recover.phone.asked'] as const)))}
      <p>${newTab(ui, IDENTIFICATION[ui.language], t('recover.in-person.link'), { look: 'primary' })}</p>
      ${otherWays(ui)} ${onward(ui, 'quiet')}`,
  );
};
