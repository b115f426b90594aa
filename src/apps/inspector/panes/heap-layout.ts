/**
 * Where the boxes of the heap's picture stand: frames in the first column, each object one column right of the first thing that
 * refers to it, in the order in which they are met. A pure function of the state; sizes are estimated from the texts.
 */
import type { ObjectReport, StateReport, ValueReport } from "../../../embed/recording/report.ts";
import { labelOf } from "./vm.tsx";

export interface BoxRow {
  /** An index, a key, a name. */
  readonly label: string;
  readonly text: string;
  /** The object to which it refers. */
  readonly target: number | null;
}

export interface Box {
  readonly key: string;
  readonly id: number | null;
  readonly kind: string;
  readonly head: string;
  readonly note: string;
  readonly rows: readonly BoxRow[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Arrow {
  readonly key: string;
  readonly path: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export const ROW_HEIGHT = 18;
export const HEAD_HEIGHT = 22;
const CHARACTER = 7;
const PADDING = 10;
const COLUMN_GAP = 56;
const BOX_GAP = 14;
const MARGIN = 12;
const LONGEST_TEXT = 24;
/** More rows of an object are not drawn. */
const MOST_ROWS = 12;
/** More objects are not drawn. */
const MOST_OBJECTS = 60;

type Content = Omit<Box, "x" | "y" | "width" | "height">;

export function layOut(state: StateReport): Picture {
  const objects = new Map(state.objects.map((object) => [object.id, object]));
  const frames = state.frames.map((frame): Content => {
    const variables = frame.variables.map(({ name, value }) => rowOf(name, value));
    const stack = frame.stack.map((value, i) => rowOf(`stack ${i}`, value));
    const rows = [...variables, ...stack];
    return { key: `frame ${frame.id}`, id: null, kind: "frame", head: frame.function, note: "", rows };
  });
  const columns = [frames, ...objectColumns(frames, objects)];
  return place(columns);
}

/** Breadth first from the frames. */
function objectColumns(frames: readonly Content[], objects: ReadonlyMap<number, ObjectReport>): Content[][] {
  const seen = new Set<number>();
  const columns: Content[][] = [];
  let from = frames;
  while (from.length > 0 && seen.size < MOST_OBJECTS) {
    const column: Content[] = [];
    for (const { target } of from.flatMap(({ rows }) => rows)) {
      const object = target === null || seen.has(target) ? undefined : objects.get(target);
      if (object === undefined || seen.size >= MOST_OBJECTS) continue;
      seen.add(object.id);
      column.push(contentOf(object));
    }
    if (column.length > 0) columns.push(column);
    from = column;
  }
  return columns;
}

function contentOf(object: ObjectReport): Content {
  const { id, kind, items, fields, references, length } = object;
  const rows: BoxRow[] = [];
  if (kind === "dict" || kind === "namespace") {
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [key, value] = [items[i], items[i + 1]] as [ValueReport, ValueReport];
      rows.push(rowOf(key.kind === "value" ? key.text : key.kind === "reference" ? `#${key.id}` : "NULL", value));
    }
  } else rows.push(...items.map((item, i) => rowOf(kind === "set" ? "" : String(i), item)));
  rows.push(...fields.map(([name, value]) => rowOf(name, value)));
  const shown = rows.slice(0, MOST_ROWS);
  const left = Math.max(rows.length, ["list", "tuple", "set", "dict"].includes(kind) ? length : 0) - shown.length;
  if (left > 0) shown.push({ label: "…", text: `${left} more`, target: null });
  const note = `#${id} · ${references} ref${references === 1 ? "" : "s"}`;
  return { key: `object ${id}`, id, kind, head: labelOf(object), note, rows: shown };
}

function rowOf(label: string, value: ValueReport): BoxRow {
  if (value.kind === "reference") return { label: cut(label), text: "", target: value.id };
  return { label: cut(label), text: cut(value.kind === "null" ? "NULL" : value.text), target: null };
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

function place(columns: readonly (readonly Content[])[]): Picture {
  const boxes: Box[] = [];
  let x = MARGIN;
  let height = 0;
  for (const column of columns) {
    let y = MARGIN;
    const width = Math.max(60, ...column.map(widthOf));
    for (const content of column) {
      const boxHeight = HEAD_HEIGHT + content.rows.length * ROW_HEIGHT + 4;
      boxes.push({ ...content, x, y, width, height: boxHeight });
      y += boxHeight + BOX_GAP;
    }
    height = Math.max(height, y);
    x += width + COLUMN_GAP;
  }
  return { width: x - COLUMN_GAP + MARGIN, height: height + MARGIN, boxes, arrows: arrowsOf(boxes) };
}

function widthOf({ head, note, rows }: Content): number {
  const widest = Math.max(
    head.length + note.length + 2,
    ...rows.map(({ label, text }) => label.length + text.length + 3),
  );
  return widest * CHARACTER + 2 * PADDING;
}

function arrowsOf(boxes: readonly Box[]): Arrow[] {
  const byId = new Map(boxes.flatMap((box) => (box.id === null ? [] : [[box.id, box] as const])));
  return boxes.flatMap((box) =>
    box.rows.flatMap(({ target }, i): Arrow[] => {
      const to = target === null ? undefined : byId.get(target);
      if (to === undefined) return [];
      const x1 = box.x + box.width - 8;
      const y1 = box.y + HEAD_HEIGHT + (i + 0.5) * ROW_HEIGHT;
      return [{ key: `${box.key} ${i}`, path: curve(x1, y1, box, to) }];
    }),
  );
}

/** To the left edge of what lies further right; from below or around for the rest. */
function curve(x1: number, y1: number, from: Box, to: Box): string {
  const y2 = to.y + HEAD_HEIGHT / 2;
  if (to.x > from.x) {
    const bend = Math.max(24, (to.x - x1) / 2);
    return `M${x1} ${y1} C${x1 + bend} ${y1} ${to.x - bend} ${y2} ${to.x} ${y2}`;
  }
  const x2 = to.x + to.width;
  const out = Math.max(x1, x2) + COLUMN_GAP * 0.6;
  return `M${x1} ${y1} C${out} ${y1} ${out} ${y2} ${x2} ${y2}`;
}
