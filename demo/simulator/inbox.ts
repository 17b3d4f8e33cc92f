import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Mail } from './backend.js';
import { inboxStyles } from './inbox.styles.js';
import type { SimulatorTexts } from './texts.js';

/** The screen that asks for a mailed code, and so the only one that a code can be put into. */
const CODE_STEP = 'register.kaldemail-code';

/** What the library system has mailed, as a small mail client. Newest first; a mail counts as read once it was opened. */
export class Inbox extends LitElement {
  static override styles = inboxStyles;
  static override properties = {
    mails: { attribute: false },
    texts: { attribute: false },
    sender: {},
    step: {},
    unread: { attribute: false },
    told: { state: true },
  };

  mails: readonly Mail[] = [];
  texts: SimulatorTexts | null = null;
  sender = '';
  step = '';
  unread: ReadonlySet<number> = new Set();
  protected told = '';

  protected override render(): TemplateResult | typeof nothing {
    const { texts } = this;
    if (!texts) return nothing;
    if (this.mails.length === 0) return html`<p class="none">${texts.noMails}</p>`;
    return html`<ul>
        ${this.mails.toReversed().map((mail) => this.#mail(mail, texts))}
      </ul>
      <p class="told" role="status">${this.told}</p>`;
  }

  #mail(mail: Mail, texts: SimulatorTexts): TemplateResult {
    const { id, to, subject, code, sentAt } = mail;
    const unread = this.unread.has(id);
    return html`<li>
      <details
        @toggle=${(event: Event) => {
          if ((event.target as HTMLDetailsElement).open) this.dispatchEvent(new CustomEvent('inbox-read', { detail: id }));
        }}
      >
        <summary class=${unread ? 'unread' : ''}>
          <span class="subject">${subject}${unread ? html`<span class="visually-hidden"> (${texts.unread})</span>` : nothing}</span>
          <time>${new Date(sentAt).toLocaleTimeString('da-DK', { hour: '2-digit', minute: '2-digit' })}</time>
          <span class="to">${texts.to}: ${to}</span>
        </summary>
        <div class="body">
          <p class="from">${texts.from}: ${this.sender}</p>
          <p>${textOf(mail)}</p>
          ${
            code === undefined
              ? nothing
              : html`<p class="code">${code}</p>
                  <div class="acts">
                    ${
                      mail.kind === 'code' && this.step === CODE_STEP
                        ? html`<button
                            type="button"
                            class="use"
                            @click=${() => this.dispatchEvent(new CustomEvent('inbox-use', { detail: code }))}
                          >
                            ${texts.useCode}
                          </button>`
                        : nothing
                    }
                    <button type="button" @click=${() => void this.#copy(code, texts)}>${texts.copy}</button>
                  </div>`
          }
        </div>
      </details>
    </li>`;
  }

  async #copy(code: string, texts: SimulatorTexts): Promise<void> {
    this.told = '';
    try {
      await navigator.clipboard.writeText(code);
      this.told = texts.copied;
    } catch {
      this.told = texts.copyFailed;
    }
  }
}

/** The text with its link as a link. In this tab: the library system in the browser lives in it. */
function textOf({ text, link }: Mail): TemplateResult | string {
  if (link === undefined || !/^https?:/.test(link)) return text;
  const [before = '', ...after] = text.split(link);
  return html`${before}<a href=${link}>${link}</a>${after.join(link)}`;
}

customElements.define('signup-inbox', Inbox);
