import { html } from 'lit';
import { heading, waiting } from '../frame/layout.js';
import type { PlainView } from '../view.js';

/** Before the configuration has come. */
export const loading: PlainView = ({ t }) => html`${heading(t('busy'))} ${waiting('', true)}`;
