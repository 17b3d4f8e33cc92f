import { validateNewPin } from '../../../flow/shared/validation.js';
import { controlOf, form } from '../../form/form.js';
import { screen } from '../../frame/layout.js';
import { pinField, pinHint } from '../../form/pin.js';
import type { View } from '../../view.js';
import { asking } from './ways-out.js';

/** By the login, or by the mailed link that opened the page. */
export const newPin: View = (ui) => {
  const { t, secrets } = ui;
  return asking(
    ui,
    screen(
      ui,
      t('recover.new-pin.heading'),
      form(ui, {
        submit: t('recover.new-pin.submit'),
        onSubmit: (element) => {
          secrets.set('pin', controlOf(element, 'pin'));
          const errors = validateNewPin({ pin: secrets.get('pin'), birthDate: secrets.get('person')?.birthDate }, ui.config);
          ui.send({ type: 'form.submitted', errors });
        },
        content: pinField(ui, { label: t('field.new-pin'), hint: pinHint(ui) }),
      }),
    ),
  );
};
