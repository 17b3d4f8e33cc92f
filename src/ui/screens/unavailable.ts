import { html } from 'lit';
import { contact } from '../frame/contact.js';
import { heading, text } from '../frame/layout.js';
import type { PlainView } from '../view.js';

/** The configuration can't be used, or the flow has stopped. */
export const unavailable: PlainView = (ui) =>
  html`${heading(ui.t('unavailable.heading'))} ${text(ui.t('unavailable.text'))} ${contact(ui)}`;
