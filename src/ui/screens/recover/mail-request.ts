import { emailForm } from '../../parts/email-form.js';
import { screen } from '../../frame/layout.js';
import type { Ui, View } from '../../view.js';
import { asking } from './ways-out.js';

/** A screen that asks for the address that the library knows. */
export const mailRequest = (ui: Ui, title: string): ReturnType<View> =>
  asking(ui, screen(ui, title, emailForm(ui, { hint: ui.t('recover.email.hint'), submit: ui.t('recover.route.email') })));
