import { html } from 'lit';
import type { Answers } from '../../../contracts/transaction.js';
import { choice, yesOrNo } from '../../parts/choice.js';
import { form } from '../../form/form.js';
import { screen, text } from '../../frame/layout.js';
import type { View } from '../../view.js';
import { comeBack } from './ways-out.js';

/** What decides the way: the document and the app. The user ID itself is never asked for: that would teach people to type it anywhere. */
export const mitid: View = (ui) => {
  const { t } = ui;
  const { answers } = ui.context;
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
        // Without a CPR number there is one way only, with the app and without.
        const asked = values['document'] === 'foreign-no-cpr' ? [] : ['document', 'app'];
        const missing = asked.filter((field) => !values[field]);
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
