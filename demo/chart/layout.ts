import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { State } from './diagram.js';

/** Pixels, of the font that the chart is drawn in. */
const CHARACTER = 6.9;
export const LINE = 16;
const PADDING = 10;
/** Longer labels are cut; the list beside the chart has them whole. */
const LONGEST = 34;

export interface Box {
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly isGroup: boolean;
}
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly points: readonly { x: number; y: number }[];
  readonly label: { readonly x: number; readonly y: number; readonly lines: readonly string[] };
}
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
const widthOf = (lines: readonly string[]): number => Math.max(...lines.map(({ length }) => length), 4) * CHARACTER;

function linesOf({ name, screen, tags, invokes }: State): string[] {
  return [
    name + (tags.length > 0 ? ` (${tags.join(', ')})` : ''),
    ...(screen === undefined ? [] : [`▢ ${screen}`]),
    ...invokes.map((actor) => `⟳ ${actor}`),
  ].map(cut);
}

/** All ways from one state to another are one arrow, with a line for each. */
function edgesOf(state: State, known: ReadonlySet<string>): ElkExtendedEdge[] {
  const lines = new Map<string, Set<string>>();
  for (const { target, event, guard } of state.transitions) {
    if (target === undefined || !known.has(target) || target === state.id) continue;
    const texts = lines.get(target) ?? new Set<string>();
    lines.set(
      target,
      texts.add(cut(event === 'always' && guard !== undefined ? `[${guard}]` : guard === undefined ? event : `${event} [${guard}]`)),
    );
  }
  return [...lines].map(([target, texts]) => {
    const text = [...texts].slice(0, 6);
    if (texts.size > 6) text.push(`… ${texts.size - 6} more`);
    return {
      id: `${state.id} → ${target}`,
      sources: [state.id],
      targets: [target],
      labels: [{ text: text.join('\n'), width: widthOf(text) + 8, height: text.length * LINE }],
    };
  });
}

function nodeOf(state: State): ElkNode {
  const lines = linesOf(state);
  if (state.children.length === 0) {
    return { id: state.id, width: widthOf(lines) + 2 * PADDING, height: lines.length * LINE + 2 * PADDING };
  }
  return {
    id: state.id,
    children: state.children.map((child) => nodeOf(child)),
    layoutOptions: {
      'elk.padding': `[top=${lines.length * LINE + 2 * PADDING},left=16,bottom=16,right=16]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${widthOf(lines) + 2 * PADDING},60)`,
    },
  };
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  // Where an arrow's points are counted from: the whole, whichever group it is in.
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
};

const elk = new ELK();

export async function layOut(root: State, states: readonly State[]): Promise<Layout> {
  const known = new Set(states.map(({ id }) => id));
  const graph: ElkNode = await elk.layout<ElkNode>({
    id: '',
    layoutOptions: OPTIONS,
    children: [nodeOf(root)],
    edges: states.flatMap((state) => edgesOf(state, known)),
  });
  const boxes: Box[] = [];
  const visit = (node: ElkNode): void => {
    const state = states.find(({ id }) => id === node.id);
    if (state) {
      const { x = 0, y = 0, width = 0, height = 0 } = node;
      boxes.push({ state, x, y, width, height, lines: linesOf(state), isGroup: state.children.length > 0 });
    }
    node.children?.forEach(visit);
  };
  visit(graph);
  const arrows = (graph.edges ?? []).flatMap(({ sources, targets, sections, labels }): Arrow[] => {
    const [section] = sections ?? [];
    const [label] = labels ?? [];
    if (!section) return [];
    return [
      {
        from: sources[0] ?? '',
        to: targets[0] ?? '',
        points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
        label: { x: label?.x ?? 0, y: label?.y ?? 0, lines: label?.text?.split('\n') ?? [] },
      },
    ];
  });
  return { width: graph.width ?? 0, height: graph.height ?? 0, boxes, arrows };
}
