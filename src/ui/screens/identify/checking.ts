import { html } from 'lit';
import { heading, waiting } from '../../frame/layout.js';
import type { View } from '../../view.js';

/** The library system is asked who has come back. */
export const checking: View = ({ t }) => html`${heading(t('register.checking.heading'))} ${waiting(t('register.checking.text'), true)}`;
