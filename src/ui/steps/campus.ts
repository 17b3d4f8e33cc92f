import { controlOf, form } from '../form.js';
import { actionLink } from '../parts/actions.js';
import { choiceScreen, yesOrNo } from '../parts/choice.js';
import { ending } from '../parts/ending.js';
import { inputField } from '../parts/field.js';
import { listed } from '../parts/listed.js';
import { libraryName, screen, text } from '../parts/screen.js';
import type { View } from '../view.js';

export const hasCpr: View = (ui) =>
  choiceScreen(ui, 'hasCpr', ui.t('register.has-cpr.heading'), yesOrNo(ui, { no: ui.t('register.has-cpr.no') }));

export const needsLoans: View = (ui) =>
  choiceScreen(ui, 'needsLoans', ui.t('register.needs-loans.heading'), yesOrNo(ui, { no: ui.t('register.needs-loans.no') }));

export const pinRoute: View = (ui) =>
  choiceScreen(
    ui,
    'pinRoute',
    ui.t('register.pin-route.heading'),
    (['email', 'login'] as const).map((value) => ({
      value,
      label: ui.t(`register.pin-route.${value}`),
      hint: ui.t(`register.pin-route.${value}.hint`),
    })),
    text(ui.t('register.pin-route.text')),
  );

/** The user ID may be a CPR number: it goes into the private holder, and the flow is told that the form was sent. */
export const pinOrder: View = (ui) => {
  const { t, secrets } = ui;
  const keep = (value: string): void => secrets.set('userId', value.trim());
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
        hint: listed(ui, ids, 'disjunction').replace(/^./, (letter) => letter.toUpperCase()),
        value: secrets.get('userId') ?? '',
        onInput: keep,
      }),
    }),
  );
};

/** The same words for everyone: who is a patron is nobody else's business. */
export const pinOrdered: View = (ui) =>
  ending(ui, ui.t('register.pin-ordered.heading'), [text(ui.t('register.pin-ordered.text')), text(ui.t('register.pin-ordered.nothing'))]);

/** No CPR number and no wish to borrow: the university login opens everything electronic already. */
export const eAccess: View = (ui) => {
  const { t } = ui;
  return ending(
    ui,
    t('register.e-access.heading'),
    [text(t('register.e-access.now')), text(t('register.e-access.later'))],
    actionLink('login', ui.localize(ui.config.library.url), t('register.done.next', { library: libraryName(ui) }), 'primary'),
  );
};
