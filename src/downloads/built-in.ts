// Each text next to its translation: what they have in common is packed once.
import { shared as daShared } from '../locales/da/shared.js';
import { shared as enShared } from '../locales/en/shared.js';
import { notices as daNotices } from '../locales/da/notices.js';
import { notices as enNotices } from '../locales/en/notices.js';
import { register as daRegister } from '../locales/da/register.js';
import { register as enRegister } from '../locales/en/register.js';
import { refused as daRefused } from '../locales/da/refused.js';
import { refused as enRefused } from '../locales/en/refused.js';
import { questions as daQuestions } from '../locales/da/questions.js';
import { questions as enQuestions } from '../locales/en/questions.js';
import { child as daChild } from '../locales/da/child.js';
import { child as enChild } from '../locales/en/child.js';
import { recover as daRecover } from '../locales/da/recover.js';
import { recover as enRecover } from '../locales/en/recover.js';
import { login as daLogin } from '../locales/da/login.js';
import { login as enLogin } from '../locales/en/login.js';
import { listenForAnswer } from '../identity/popup.js';
import { IdleController } from '../ui/controllers/idle-controller.js';
import { provideSignupContext } from '../ui/context-provider.js';
import { createAdapters, oidcProvider, openReturn } from './adapters.js';
import { createOffers } from './offers.js';
import { createMachine as createChildMachine, screens as childScreens } from './child.js';
import { provideDownloads } from './downloads.js';
import { explain, explainReading, warnOfChildren, warnOfPreselection } from './mistakes.js';
import { createMachine as createLoginMachine, screens as loginScreens } from './login.js';
import { createMachine as createQuestionsMachine, screens as questionsScreens } from './questions.js';
import { createMachine as createRecoverMachine, screens as recoverScreens } from './recover.js';
import { createMachine as createRefusedMachine, screens as refusedScreens } from './refused.js';
import { createMachine as createRegisterMachine, screens as registerScreens } from './register.js';

const built =
  <T>(value: T) =>
  (): Promise<T> =>
    Promise.resolve(value);

// For the one-file script: everything is there already. By name, as a bundler's object for a whole module takes in what a page has added to all objects.
provideDownloads({
  flows: {
    questions: built({ createMachine: createQuestionsMachine, screens: questionsScreens }),
    register: built({ createMachine: createRegisterMachine, screens: registerScreens }),
    refused: built({ createMachine: createRefusedMachine, screens: refusedScreens }),
    child: built({ createMachine: createChildMachine, screens: childScreens }),
    recover: built({ createMachine: createRecoverMachine, screens: recoverScreens }),
    login: built({ createMachine: createLoginMachine, screens: loginScreens }),
  },
  texts: {
    shared: { da: built({ shared: daShared }), en: built({ shared: enShared }) },
    notices: { da: built({ notices: daNotices }), en: built({ notices: enNotices }) },
    questions: { da: built({ questions: daQuestions }), en: built({ questions: enQuestions }) },
    register: { da: built({ register: daRegister }), en: built({ register: enRegister }) },
    refused: { da: built({ refused: daRefused }), en: built({ refused: enRefused }) },
    child: { da: built({ child: daChild }), en: built({ child: enChild }) },
    recover: { da: built({ recover: daRecover }), en: built({ recover: enRecover }) },
    login: { da: built({ login: daLogin }), en: built({ login: enLogin }) },
  },
  adapters: built({ createAdapters, oidcProvider, openReturn }),
  popup: built({ listenForAnswer }),
  contextProvider: built({ provideSignupContext }),
  idleController: built({ IdleController }),
  offers: built({ createOffers }),
  mistakes: built({ explain, explainReading, warnOfChildren, warnOfPreselection }),
});
