import * as issues from '../config/issues.js';
import * as popup from '../identity/popup.js';
import { child as daChild } from '../locales/da/child.js';
import { questions as daQuestions } from '../locales/da/questions.js';
import { recover as daRecover } from '../locales/da/recover.js';
import { refused as daRefused } from '../locales/da/refused.js';
import { register as daRegister } from '../locales/da/register.js';
import { shared as daShared } from '../locales/da/shared.js';
import { child as enChild } from '../locales/en/child.js';
import { questions as enQuestions } from '../locales/en/questions.js';
import { recover as enRecover } from '../locales/en/recover.js';
import { refused as enRefused } from '../locales/en/refused.js';
import { register as enRegister } from '../locales/en/register.js';
import { shared as enShared } from '../locales/en/shared.js';
import * as idle from '../ui/controllers/idle-controller.js';
import * as context from '../ui/context-provider.js';
import * as adapters from './adapters.js';
import * as child from './child.js';
import { provideDownloads } from './downloads.js';
import * as questions from './questions.js';
import * as recover from './recover.js';
import * as refused from './refused.js';
import * as register from './register.js';

const built =
  <T>(value: T) =>
  (): Promise<T> =>
    Promise.resolve(value);

// For the one-file script: everything is there already.
provideDownloads({
  flows: { questions: built(questions), register: built(register), refused: built(refused), child: built(child), recover: built(recover) },
  texts: {
    shared: { da: built(daShared), en: built(enShared) },
    questions: { da: built(daQuestions), en: built(enQuestions) },
    register: { da: built(daRegister), en: built(enRegister) },
    refused: { da: built(daRefused), en: built(enRefused) },
    child: { da: built(daChild), en: built(enChild) },
    recover: { da: built(daRecover), en: built(enRecover) },
  },
  adapters: built(adapters),
  popup: built(popup),
  contextProvider: built(context),
  idleController: built(idle),
  configIssues: built(issues),
});
