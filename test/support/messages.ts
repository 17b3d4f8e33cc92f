import type { Language } from '../../src/contracts/text.js';
import '../../src/downloads/on-demand.js';
import { downloads } from '../../src/downloads/downloads.js';
import type { MessageGroup, Messages } from '../../src/locales/messages.js';
import { addMessages } from '../../src/locales/translate.js';

/** Makes texts known as the element does. Without groups: all of a language. */
export async function loadMessages(language: Language, ...groups: MessageGroup[]): Promise<void> {
  const { texts } = downloads();
  const wanted = groups.length > 0 ? groups : (Object.keys(texts) as MessageGroup[]);
  for (const group of wanted) addMessages(language, ((await texts[group][language]()) as Record<string, Messages>)[group] ?? {});
}
