import { createQuestionsMachine } from '../flow/questions/actors.js';
import { createQuestionCalls } from '../gateway/question-calls.js';
import { createMailboxPort } from '../identity/mailbox-service.js';
import type { CreateMachine } from './downloads.js';
import { withCalls } from './with-calls.js';

export { questions } from '../locales/da/questions.js';
export { questionScreens as screens } from '../ui/screens/questions/screens.js';

export const createMachine: CreateMachine = (services) => {
  const withQuestions = withCalls(services, createQuestionCalls);
  return createQuestionsMachine({
    ...withQuestions,
    adapters: async () => {
      const adapters = await withQuestions.adapters();
      return { ...adapters, mailbox: createMailboxPort({ gateway: adapters.gateway, secrets: services.secrets }) };
    },
  });
};
