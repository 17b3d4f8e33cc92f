import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { loginKindOf, providerOfKind } from './login-kind.js';
import { brokerErrorPage, pickerPage, setPageHeaders } from './pages.js';
import type { BrokerPersona } from './persona.js';
import type { BrokerClient } from './provider-configuration.js';
import { accountIdOf } from './provider-configuration.js';
import { isRefusal, refusalResult } from './refusals.js';
import { languageOf } from './texts.js';
import type { BrokerLanguage } from './texts.js';

const MAXIMUM_FORM = 2048;

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAXIMUM_FORM) break;
  }
  return new URLSearchParams(text.slice(0, MAXIMUM_FORM));
}

function sendPage(response: ServerResponse, status: number, body: string, formTarget?: string): void {
  setPageHeaders((name, value) => response.setHeader(name, value), formTarget);
  response.statusCode = status;
  response.end(body);
}

function levelOf(acr: unknown): 'low' | 'substantial' | 'high' | undefined {
  return typeof acr === 'string' ? (['low', 'substantial', 'high'] as const).find((level) => acr.endsWith(level)) : undefined;
}

interface Login {
  provider: Provider;
  clients: readonly BrokerClient[];
  personas: readonly BrokerPersona[];
}

/** Answers `/interaction/…`: shows the picker (GET) and takes what was chosen (POST). */
export async function answerInteraction(
  { provider, clients, personas }: Login,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  const details = await provider.interactionDetails(request, response).catch(() => undefined);
  // Used, expired, or another browser's: the way back is unknown.
  if (!details) return sendPage(response, 400, brokerErrorPage(languageOf(query), 'mitid_no_ctx'));

  const { params } = details;
  const client = clients.find(({ id }) => id === params.client_id);
  const kind = loginKindOf(params, client?.kind);
  const language: BrokerLanguage = languageOf('language' in query ? query : params);
  const available = personas.filter(({ providers }) => providers.includes(providerOfKind(kind)));

  if (request.method === 'POST') {
    const form = await readForm(request);
    const refusal = form.get('refuse');
    const persona = available.find(({ id }) => id === form.get('persona'));
    if (isRefusal(refusal)) {
      if (refusal === 'never-returned') {
        await details.destroy();
        return sendPage(response, 400, brokerErrorPage(language, 'user_navigation_error'));
      }
      return provider.interactionFinished(request, response, refusalResult(refusal, kind), { mergeWithLastSubmission: false });
    }
    if (persona) {
      const acr = typeof params.acr_values === 'string' ? params.acr_values.split(' ')[0] : undefined;
      const login = { accountId: accountIdOf(persona.id, kind), remember: false, ...(acr && { acr }) };
      return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
    }
  }

  const level = levelOf(params.acr_values);
  sendPage(
    response,
    200,
    pickerPage({
      language,
      kind,
      personas: available,
      service: client?.name ?? String(params.client_id),
      ...(typeof params.idpentityid === 'string' && { institution: params.idpentityid }),
      ...(level !== undefined && { level }),
    }),
    new URL(String(params.redirect_uri)).origin,
  );
}
