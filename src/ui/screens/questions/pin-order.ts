import { inputField } from '../../form/field.js';
import { controlOf, form } from '../../form/form.js';
import { screen } from '../../frame/layout.js';
import { wordList } from '../../parts/word-list.js';
import type { View } from '../../view.js';

/** The user ID may be a CPR number: it goes into the secret holder, and the flow is told that the form was sent. */
export const pinOrder: View = (ui) => {
  const { t, secrets } = ui;
  const keep = (value: string): void => secrets.set('userId', value);
  const ids = ui.config.library.userIds.map((type) => t(`user-id.${type}`).replace(/^./, (letter) => letter.toLowerCase()));
  return screen(
    ui,
    t('register.pin-order.heading'),
    form(ui, {
      submit: t('register.pin-order.submit'),
      onSubmit: (element) => {
        keep(controlOf(element, 'userId'));
        ui.send({ type: 'form.submitted', errors: secrets.get('userId') ? [] : [{ field: 'userId', code: 'required' }] });
      },
      content: inputField(ui, {
        name: 'userId',
        type: 'text',
        autocomplete: 'username',
        label: t('field.user-id'),
        hint: wordList(ui, ids, 'disjunction').replace(/^./, (letter) => letter.toUpperCase()),
        value: secrets.get('userId') ?? '',
        onInput: keep,
      }),
    }),
  );
};
