const da = {
  title: 'Simulator', settings: 'Indstillinger', events: 'Hændelser', noEvents: 'Ingen endnu.', mails: 'Mails fra biblioteket', noMails: 'Ingen mails.',
  backend: 'Bagved', real: 'Servere', msw: 'MSW', mode: 'Login', redirect: 'Redirect', popup: 'Popup',
  scenario: 'Scenarie', call: 'Gælder kald', every: 'Alle', lang: 'Sprog', theme: 'Tema', auto: 'Auto', light: 'Lys', dark: 'Mørk',
  width: 'Bredde', full: 'Fuld', publicComputer: 'Fælles computer', restart: 'Start forfra', reset: 'Nulstil data', refresh: 'Hent mails',
  step: 'Skærm', clear: 'Ryd', unreachable: 'Simulatoren kan ikke få fat i biblioteket bagved.',
};
export type SimulatorTexts = typeof da;

const en: SimulatorTexts = {
  title: 'Simulator', settings: 'Settings', events: 'Events', noEvents: 'None yet.', mails: 'Mails from the library', noMails: 'No mails.',
  backend: 'Back end', real: 'Servers', msw: 'MSW', mode: 'Login', redirect: 'Redirect', popup: 'Popup',
  scenario: 'Scenario', call: 'For call', every: 'All', lang: 'Language', theme: 'Theme', auto: 'Auto', light: 'Light', dark: 'Dark',
  width: 'Width', full: 'Full', publicComputer: 'Public computer', restart: 'Start over', reset: 'Reset data', refresh: 'Get mails',
  step: 'Screen', clear: 'Clear', unreachable: 'The simulator cannot reach the back end.',
};

export const TEXTS = { da, en };
