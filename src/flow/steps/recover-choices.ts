import { part } from '../part.setup.js';
import { answersTo } from './answers.js';

export const which = part.createStateConfig({
  meta: { step: 'recover.which' },
  on: {
    'choice.submitted': answersTo('recover.which', { mitid: '#recover.mitid', library: '#recover.library', pin: '#recover.pin' }),
  },
});

export const library = part.createStateConfig({
  meta: { step: 'recover.library' },
  on: { 'choice.submitted': answersTo('recover.library', { login: '#recover.identify', email: '#recover.reminder' }) },
});

export const pin = part.createStateConfig({
  meta: { step: 'recover.pin' },
  on: { 'choice.submitted': answersTo('recover.pin', { login: '#recover.identify', email: '#recover.pin-reset' }) },
});
