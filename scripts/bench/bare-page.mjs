// A Lit element that shows a screen's DOM and styles, and does nothing else: what any element of Lit would cost.

/** Markup for a template literal, without the comments that Lit leaves in the DOM. */
const literal = (text) => `\`${text.replace(/<!--.*?-->/gs, '').replace(/[`\\]|\$\{/g, '\\$&')}\``;

/** The page's script. */
export const bareScript = ({ html, css }) => `import { css, html, LitElement, unsafeCSS } from 'lit';

class BareSignup extends LitElement {
  static styles = css\`\${unsafeCSS(${literal(css)})}\`;
  static properties = { step: { reflect: true } };
  render() {
    return html${literal(html)};
  }
  firstUpdated() {
    this.step = 'register.identify';
  }
}
customElements.define('library-signup', BareSignup);
`;
