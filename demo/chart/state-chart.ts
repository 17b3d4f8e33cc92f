import { html, LitElement, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { diagramOf, statesIn, type State } from './diagram.js';
import { layOut, LINE, type Arrow, type Box, type Layout } from './layout.js';
import { MACHINES } from './machines.js';
import { chartStyles } from './state-chart.styles.js';
import type { Walk } from './walk.js';

const DIAGRAMS: ReadonlyMap<string, State> = new Map(MACHINES.map((machine) => [machine.id, diagramOf(machine)]));
const layouts = new Map<string, Promise<Layout>>();
const MARGIN = 16;
const ZOOM = 1.25;

function layoutOf(machine: string, root: State): Promise<Layout> {
  const layout = layouts.get(machine) ?? layOut(root, statesIn(root));
  layouts.set(machine, layout);
  return layout;
}

/**
 * The statechart, drawn from the machines themselves, with the states that somebody is in. Fires `chart-choose` with a state.
 *
 * In the pane the arrow keys move, + and - zoom, and 0 shows all.
 */
export class StateChart extends LitElement {
  static override styles = chartStyles;
  static override properties = {
    machine: {},
    chosen: {},
    follow: { type: Boolean },
    layout: { state: true },
    zoom: { state: true },
    walks: { state: true },
  };

  machine = 'signup';
  /** Id of a state. */
  chosen = '';
  /** Shows the machine that somebody is in. */
  follow = true;
  protected layout: Layout | null = null;
  protected zoom = 1;
  protected walks: ReadonlyMap<string, Walk> = new Map();

  get diagram(): State {
    return DIAGRAMS.get(this.machine) ?? diagramOf(MACHINES[0] as (typeof MACHINES)[number]);
  }

  get entered(): readonly string[] {
    return this.walks.get(this.machine)?.states ?? [];
  }

  /** Lights the states that are entered now. */
  take(walk: Walk): void {
    this.walks = new Map(this.walks).set(walk.machine, walk);
    // The root only waits while a flow runs, and a machine that has ended says nothing any more.
    if (this.follow && walk.states.length > 0 && walk.machine !== 'signup' && DIAGRAMS.has(walk.machine)) this.machine = walk.machine;
    void this.#showEntered();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('machine')) return;
    const { machine } = this;
    this.layout = null;
    void layoutOf(machine, this.diagram).then(async (layout) => {
      if (machine !== this.machine) return;
      this.layout = layout;
      this.zoom = 1;
      await this.#showEntered();
    });
  }

  protected override render(): TemplateResult {
    return html`<div class="tools">
        <label
          >Machine
          <select
            @change=${(event: Event) => {
              this.machine = (event.target as HTMLSelectElement).value;
              this.follow = false;
            }}
          >
            ${[...DIAGRAMS.keys()].map((id) => html`<option ?selected=${id === this.machine}>${id}</option>`)}
          </select></label
        >
        <button type="button" aria-label="Zoom in" @click=${() => (this.zoom *= ZOOM)}>+</button>
        <button type="button" aria-label="Zoom out" @click=${() => (this.zoom /= ZOOM)}>−</button>
        <button type="button" @click=${() => this.#fit()}>Fit</button>
        <label class="follow"
          ><input
            type="checkbox"
            .checked=${this.follow}
            @change=${(event: Event) => (this.follow = (event.target as HTMLInputElement).checked)}
          />Follow</label
        >
      </div>
      <div class="pane" tabindex="0" role="region" aria-label="Statechart of ${this.machine}" @keydown=${this.#onKeydown}>
        ${this.layout ? this.#drawing(this.layout) : html`<p role="status">Laying out …</p>`}
      </div>`;
  }

  #drawing({ width, height, boxes, arrows }: Layout): TemplateResult {
    const [w, h] = [width + 2 * MARGIN, height + 2 * MARGIN];
    return html`<svg
      role="img"
      aria-label="States of ${this.machine} and the ways between them"
      width=${w * this.zoom}
      height=${h * this.zoom}
      viewBox="${-MARGIN} ${-MARGIN} ${w} ${h}"
    >
      <defs>
        <marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0 10 5 0 10z" />
        </marker>
      </defs>
      ${boxes.filter(({ isGroup }) => isGroup).map((box) => this.#box(box))} ${arrows.map((arrow) => this.#arrow(arrow))}
      ${boxes.filter(({ isGroup }) => !isGroup).map((box) => this.#box(box))}
    </svg>`;
  }

  #box({ state, x, y, width, height, lines, isGroup }: Box): SVGTemplateResult {
    const classes = {
      box: true,
      group: isGroup,
      final: state.kind === 'final',
      here: this.entered.includes(state.id),
      chosen: state.id === this.chosen,
    };
    return svg`<g class=${classMap(classes)} @click=${() => this.#choose(state)}>
      <rect x=${x} y=${y} width=${width} height=${height} rx="7" />
      ${state.kind === 'initial' ? svg`<circle class="start" cx=${x} cy=${y} r="5" />` : nothing}
      <text x=${x + 10} y=${y + 6}>${lines.map((line) => svg`<tspan x=${x + 10} dy=${LINE}>${line}</tspan>`)}</text>
    </g>`;
  }

  #arrow({ from, points, label }: Arrow): SVGTemplateResult {
    const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
    const text = (name: string): SVGTemplateResult =>
      svg`<text class=${name} y=${label.y - 4}>${label.lines.map((line) => svg`<tspan x=${label.x + 4} dy=${LINE}>${line}</tspan>`)}</text>`;
    return svg`<g class=${classMap({ arrow: true, 'from-chosen': from === this.chosen })}>
      <path d=${path} marker-end="url(#head)" />${text('under')}${text('')}
    </g>`;
  }

  #choose(state: State): void {
    this.chosen = state.id;
    this.dispatchEvent(new CustomEvent('chart-choose', { detail: state }));
  }

  get #pane(): HTMLElement | null {
    return this.renderRoot.querySelector('.pane');
  }

  /** All of it. */
  #fit(): void {
    const pane = this.#pane;
    if (!pane || !this.layout) return;
    const { width, height } = this.layout;
    this.zoom = Math.min(1.25, (pane.clientWidth - 4) / (width + 2 * MARGIN), (pane.clientHeight - 4) / (height + 2 * MARGIN));
  }

  /** The state that is entered in the middle of the pane, large enough to be read; else the beginning. */
  async #showEntered(): Promise<void> {
    await this.updateComplete;
    const boxes = this.layout?.boxes.filter(({ isGroup, state }) => !isGroup && this.entered.includes(state.id));
    const pane = this.#pane;
    const [box] = boxes ?? [];
    if (!pane || !box) return;
    pane.scrollTo({
      left: (box.x + box.width / 2 + MARGIN) * this.zoom - pane.clientWidth / 2,
      top: (box.y + box.height / 2 + MARGIN) * this.zoom - pane.clientHeight / 2,
    });
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') this.zoom *= ZOOM;
    else if (event.key === '-') this.zoom /= ZOOM;
    else if (event.key === '0') this.#fit();
  };
}

customElements.define('state-chart', StateChart);

declare global {
  interface HTMLElementTagNameMap {
    'state-chart': StateChart;
  }
}
