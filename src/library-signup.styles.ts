import { css } from 'lit';
import { buttonStyles } from './ui/frame/button.styles.js';

/*
 * Custom properties of the element. Set them on the element or on anything around it; each has a default that goes with the page's own colours.
 *
 * --signup-accent         <color>   primary button, selected choice, links   light-dark(#0b5a55, #7fd8c9)
 * --signup-on-accent      <color>   text on the accent                       light-dark(#fff, #06201e)
 * --signup-text           <color>   text                                     inherited
 * --signup-text-muted     <color>   hints and terms                          78 % of the text
 * --signup-surface        <color>   background of card, fields and lists     transparent (lists: Canvas)
 * --signup-border         <color>   edge of fields                           62 % of the text
 * --signup-line           <color>   edge of the card, rules                  18 % of the text
 * --signup-error          <color>   errors                                   light-dark(#b3201a, #ff9d92)
 * --signup-focus          <color>   focus ring                               light-dark(#0b57d0, #a8c7fa)
 * --signup-focus-width    <length>  thickness of the focus ring               3px
 * --signup-focus-offset   <length>  space around what has focus              2px
 * --signup-gap            <length>  between fields, and above the buttons    1.4em
 * --signup-font-size      <length>  size of text                             max(1em, 17px)
 * --signup-radius         <length>  corners of fields and buttons            8px
 * --signup-card-radius    <length>  corners of the card                      16px
 * --signup-padding        <length>  inside of the card                       by width: 1.15em, 2em from 30em
 * --signup-max-width      <length>  of the card                              36em
 * --signup-font           <family>  font                                     inherited
 * --signup-heading-font   <family>  font of headings                         inherited
 *
 * Light or dark follows the `color-scheme` that the page (or the element) declares, not the visitor's setting: a page that is always light gets
 * a light form. Mixed from `currentColor`, the greys suit any background.
 */
const text = css`
  :host {
    display: block;
    writing-mode: horizontal-tb;
    container-type: inline-size;
    /* A container has no width of its own, and would be none in a parent that is as wide as its content. */
    contain-intrinsic-inline-size: min(36em, 90vi);
    min-inline-size: 0;
    max-inline-size: 100%;
    color: var(--signup-text, inherit);
    font-family: var(--signup-font, inherit);
    line-height: 1.5;
    -webkit-text-size-adjust: 100%;
    --_accent: var(--signup-accent, light-dark(#0b5a55, #7fd8c9));
    --_on-accent: var(--signup-on-accent, light-dark(#fff, #06201e));
    --_muted: var(--signup-text-muted, color-mix(in srgb, currentColor 78%, transparent));
    --_border: var(--signup-border, color-mix(in srgb, currentColor 62%, transparent));
    --_line: var(--signup-line, color-mix(in srgb, currentColor 18%, transparent));
    --_error: var(--signup-error, light-dark(#b3201a, #ff9d92));
    --_ring: var(--signup-focus-width, 3px) solid var(--signup-focus, light-dark(#0b57d0, #a8c7fa));
    --_radius: var(--signup-radius, 8px);
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  /* 17px at least: legible on a phone, and iOS doesn't zoom into fields of 16px and more. */
  .card {
    /* Nothing that a page's text inherits may hide or shift this one: case, indents, white space, shadows, ways of writing. */
    all: initial;
    display: block;
    box-sizing: border-box;
    /* Let through: the page's looks, spacing that readers set for themselves (WCAG 1.4.12), and whether it is there at all. */
    color: inherit;
    color-scheme: inherit;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    visibility: inherit;
    pointer-events: inherit;
    /* Danish and English, on a page of any direction. */
    direction: ltr;
    max-inline-size: var(--signup-max-width, 36em);
    padding: var(--signup-padding, 1.15em);
    border: 1px solid var(--_line);
    border-radius: var(--signup-card-radius, 16px);
    background: var(--signup-surface, transparent);
    font-size: var(--signup-font-size, max(1em, 17px));
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  /* Loading, leaving, checking: what comes before and after is higher. */
  :host([step$='ing']) .card {
    min-block-size: 30em;
  }
  h2,
  h3 {
    margin: 0;
    font-family: var(--signup-heading-font, inherit);
    font-weight: 700;
    text-wrap: balance;
  }
  h2 {
    margin-block: 0 0.6em;
    scroll-margin-block-start: 4em;
    font-size: 1.5em;
    line-height: 1.2;
  }
  h3 {
    margin-block-end: 0.3em;
    font-size: 1.1em;
    line-height: 1.4;
  }
  p {
    margin: 0 0 1em;
  }
  ul,
  .way {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  dl {
    margin: 0 0 1.5em;
    border-block-end: 1px solid var(--_line);
  }
  dl > div {
    padding-block: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .hint,
  .muted {
    color: var(--_muted);
    font-weight: 400;
  }
  .muted {
    font-size: 0.94em;
  }
`;

const layout = css`
  .actions + * {
    margin-block-start: 0.75em;
  }
  .actions {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 0.5em;
    margin-block: var(--signup-gap, 1.5em) 0;
  }
  .actions:not(:has(*)) {
    display: none;
  }
  .actions .quiet {
    align-self: start;
  }
  :focus-visible {
    outline: var(--_ring);
    outline-offset: var(--signup-focus-offset, 2px);
  }
  /* Where reading goes on, and nothing to type in. */
  h2:focus-visible {
    outline: 1px dashed var(--_border);
    outline-offset: 6px;
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    margin-block-end: 0.75em;
    color: var(--_muted);
  }
  .way li + li::before {
    content: '\\b7' / '';
    margin-inline: 0.5em;
  }
  .way [aria-current] {
    font-weight: 700;
  }
  .notice {
    --_tone: var(--_accent);
    margin-block: 0 1.5em;
    padding: 0.9em 1em;
    border: 1px solid color-mix(in srgb, var(--_tone) 45%, transparent);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_tone) 8%, transparent);
  }
  .notice::before {
    content: 'i' / '';
    float: inline-start;
    inline-size: 1.5em;
    margin-inline-end: 0.7em;
    border-radius: 50%;
    background: var(--_tone);
    color: light-dark(#fff, #111);
    font-weight: 700;
    text-align: center;
  }
  [data-tone='success'] {
    --_tone: light-dark(#1b7f3b, #7ddc9a);
  }
  [data-tone='success']::before {
    content: '\\2713' / '';
  }
  [data-tone='warning'] {
    --_tone: light-dark(#8f5300, #f5bf62);
  }
  [data-tone='failure'] {
    --_tone: var(--_error);
  }
  :is([data-tone='warning'], [data-tone='failure'])::before {
    content: '!' / '';
  }
  [data-tone='failure']::before {
    border-radius: 4px;
  }
  /* Beside the sign, or below it where there is no room. */
  .notice p {
    display: flow-root;
    margin: 0;
  }
  .notice button {
    margin-block-start: 0.75em;
  }
  /* Comes while somebody is busy: at the end of the screen, and in sight at the foot of the window until then. It moves and covers nothing above. */
  .late {
    position: sticky;
    inset-block-end: 0.5em;
    margin-block: 1.5em 0;
    border: 2px solid var(--_tone);
    background: var(--signup-surface, Canvas);
  }
  .card:has(.late) * {
    scroll-margin-block-end: 11em;
  }
  .contact {
    margin-block: 1.5em -0.5em;
    padding-block: 1em 0;
    border-block-start: 1px solid var(--_line);
  }
  .contact ul,
  .quiet-contact {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 1.25em;
    align-items: center;
  }
  .quiet-contact h3 {
    margin: 0;
    color: var(--_muted);
    font: inherit;
  }

  .waiting {
    display: flex;
    gap: 1em;
    align-items: center;
    min-block-size: 6em;
  }
  .waiting p {
    margin: 0;
  }
  /* The outline of what comes: labels and fields. */
  .outline {
    block-size: 10.1em;
    background: repeating-linear-gradient(var(--_line) 0 0.8em, transparent 0 1.3em, var(--_line) 0 4.3em, transparent 0 5.8em);
    opacity: 0.5;
  }
  .spinner {
    flex: none;
    box-sizing: border-box;
    inline-size: 2em;
    block-size: 2em;
    border: 3px solid var(--_line);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @container (min-width: 30em) {
    .card {
      padding: var(--signup-padding, 2em);
    }
    h2 {
      font-size: 1.75em;
    }
    dl > div {
      display: grid;
      grid-template-columns: 8.5em 1fr;
      gap: 1em;
    }
    .actions {
      flex-flow: row wrap;
      align-items: center;
      gap: 0.75em 1.5em;
    }
    .actions .quiet {
      align-self: center;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation: none;
      border-color: var(--_accent);
      border-style: dotted;
    }
  }
  @media (forced-colors: active) {
    .spinner {
      border-color: CanvasText;
      border-block-start-color: Highlight;
    }
    .card :is(.primary, .mitid) {
      forced-color-adjust: none;
      background: ButtonText;
      color: ButtonFace;
    }
  }
`;

/** Of every screen. A screen's own styles come with it. */
export const styles = [text, buttonStyles, layout];
