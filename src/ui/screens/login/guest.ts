import { html, nothing, type TemplateResult } from 'lit';
import type { GuestField } from '../../../contracts/directory.js';
import { guestErrors, guestFields, ID_FIELDS } from '../../../flow/login/validation.js';
import { cleanInput } from '../../../domain/clean-input.js';
import { inputField, type InputOptions } from '../../form/field.js';
import { form } from '../../form/form.js';
import { ending } from '../../frame/ending.js';
import { libraryContact, screen, text } from '../../frame/layout.js';
import { termList } from '../../parts/term-list.js';
import { choice } from '../../parts/choice.js';
import type { Ui, View } from '../../view.js';
import { withLibrary } from './shown-library.js';
import { actions, another } from './ways.js';

const KINDS: Partial<Record<GuestField['name'], Pick<InputOptions, 'autocomplete' | 'inputmode'> & { type?: InputOptions['type'] }>> = {
  cpr: { autocomplete: 'off', inputmode: 'numeric' },
  userDateOfBirth: { autocomplete: 'bday' },
  userName: { autocomplete: 'name' },
  userAddress: { autocomplete: 'street-address' },
  userMail: { autocomplete: 'email', inputmode: 'email' },
  userTelephone: { autocomplete: 'tel', type: 'tel', inputmode: 'tel' },
  pincode: { autocomplete: 'off', type: 'password' },
};

function guestField(ui: Ui, { name, required }: GuestField): TemplateResult {
  const { type = 'text', autocomplete = 'off', ...more } = KINDS[name] ?? {};
  const values = ui.secrets.get('guest') ?? {};
  return inputField(ui, {
    name,
    type,
    autocomplete,
    ...more,
    label: ui.labels?.[name] ?? '',
    optional: !required,
    value: values[name] ?? '',
    onInput: (value) => ui.secrets.set('guest', { ...ui.secrets.get('guest'), [name]: value }),
  });
}

/** An order without a login: the library's fields in its order and words, with one kind of ID. */
export const guest: View = (plain) => {
  const { ui, library } = withLibrary(plain);
  const { t, secrets, context } = ui;
  const all = library?.policy.guestFields ?? [];
  const ids = all.filter(({ name }) => ID_FIELDS.includes(name));
  const kind = context.answers['idKind'];
  const fields = guestFields(all, kind);
  const shown = fields.find(({ name }) => ID_FIELDS.includes(name))?.name;
  const options = ids.map(({ name }) => ({ value: name, label: ui.labels[name] ?? '' }));
  const choose = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'idKind') ui.send({ type: 'answers.changed', values: { idKind: value } });
  };
  return screen(
    ui,
    t('login.guest.heading'),
    html`${text(t('login.guest.text'))}
    ${form(ui, {
      submit: t('login.order'),
      onSubmit: (element) => {
        const values: Record<string, string> = {};
        for (const { name } of fields) {
          const value = cleanInput((element.elements.namedItem(name) as HTMLInputElement).value);
          if (value !== '') values[name] = value;
        }
        secrets.set('guest', values);
        ui.send({ type: 'form.submitted', errors: guestErrors(fields, values) });
      },
      content: html`${ids.length > 1 ? html`<div @change=${choose}>${choice(ui, 'idKind', t('login.guest.kind'), options, shown, '')}</div>` : nothing}
      ${fields.map((field) => guestField(ui, field))}`,
    })}
    ${actions(another(ui))} ${libraryContact(ui)}`,
  );
};

/** Sent, whoever it was: nothing here tells whether the library knows the patron. */
export const guestReady: View = (plain) => {
  const { ui, login } = withLibrary(plain);
  const { t } = ui;
  return ending(
    ui,
    t('login.guest-ready.heading'),
    html`${text(t('login.guest-ready.text'))}
    ${login.reference === null ? nothing : termList([[t('login.guest-ready.reference'), login.reference]])}`,
    { sign: 'arrived' },
  );
};
