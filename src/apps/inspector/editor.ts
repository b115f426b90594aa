/** The editor: CodeMirror with Python's grammar, the place that other panes point to, and the error of the source. */
import { python } from "@codemirror/lang-python";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import {
  type EditorState,
  type Extension,
  Prec,
  RangeSet,
  StateEffect,
  type StateEffectType,
  StateField,
} from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { type Place, SourceLines } from "../../embed/stages/place.ts";

export interface Editor {
  text(): string;
  setText(text: string): void;
  /** Marks a place; null marks nothing. */
  show(place: Place | null): void;
  /** Marks what is executed next, and shows it. */
  showNext(place: Place | null): void;
  focus(): void;
}

export interface EditorListener {
  changed(text: string): void;
  /** A line and a column in UTF-8 bytes: where the pointer is, or the cursor was put. */
  pointed(lineno: number, column: number): void;
  left(): void;
  /** Ctrl-Enter. */
  run(): void;
  /** The lines with a breakpoint, set and unset by a click beside the line's number, or F9. */
  breakpointsChanged(lines: readonly number[]): void;
}

/** The page's own colours, which follow its theme. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: "var(--word)" },
  { tag: [tags.string, tags.number, tags.bool, tags.null, tags.escape], color: "var(--value)" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.className], color: "var(--name)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
]);

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A mark of its own, at one place or none. */
function markField(
  name: string,
  lineName?: string,
): { readonly set: StateEffectType<Range | null>; readonly field: Extension } {
  const set = StateEffect.define<Range | null>();
  const mark = Decoration.mark({ class: name });
  const line = lineName === undefined ? undefined : Decoration.line({ class: lineName });
  const field = StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, transaction) {
      let next = marks.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (!effect.is(set)) continue;
        next = Decoration.none;
        if (effect.value === null) continue;
        const { from, to } = effect.value;
        const start = transaction.state.doc.lineAt(from).from;
        next = Decoration.set([...(line === undefined ? [] : [line.range(start)]), mark.range(from, to)]);
      }
      return next;
    },
    provide: (own) => EditorView.decorations.from(own),
  });
  return { set, field };
}

const PLACE = markField("place");
const NEXT = markField("next", "next-line");

class Dot extends GutterMarker {
  override toDOM(view: EditorView): Node {
    return view.dom.ownerDocument.createTextNode("●");
  }
}

const DOT = new Dot();
const toggleBreakpoint = StateEffect.define<number>();
const breakpoints = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(set, transaction) {
    let next = set.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(toggleBreakpoint)) continue;
      let isSet = false;
      next.between(effect.value, effect.value, () => {
        isSet = true;
      });
      next = next.update(isSet ? { filter: (from) => from !== effect.value } : { add: [DOT.range(effect.value)] });
    }
    return next;
  },
});

const BREAKPOINT_GUTTER: Extension = [
  breakpoints,
  gutter({
    class: "breakpoints",
    markers: (view) => view.state.field(breakpoints),
    initialSpacer: () => DOT,
    domEventHandlers: {
      mousedown: (view, line) => {
        view.dispatch({ effects: toggleBreakpoint.of(line.from) });
        return true;
      },
    },
  }),
];

function breakpointLines(state: EditorState): number[] {
  const lines: number[] = [];
  state.field(breakpoints).between(0, state.doc.length, (from) => void lines.push(state.doc.lineAt(from).number));
  return lines;
}

export function createEditor(parent: Element, text: string, listener: EditorListener): Editor {
  const view = new EditorView({ parent, doc: text, extensions: extensions(listener) });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    show: (place) => view.dispatch({ effects: PLACE.set.of(place === null ? null : rangeOf(view, place)) }),
    showNext: (place) => {
      const range = place === null ? null : rangeOf(view, place);
      const effects: StateEffect<unknown>[] = [NEXT.set.of(range)];
      if (range !== null) effects.push(EditorView.scrollIntoView(range.from));
      view.dispatch({ effects });
    },
    focus: () => view.focus(),
  };
}

function extensions(listener: EditorListener): Extension[] {
  const point = (view: EditorView, position: number): void => {
    const line = view.state.doc.lineAt(position);
    const before = line.text.slice(0, position - line.from);
    listener.pointed(line.number, new TextEncoder().encode(before).length);
  };
  const run = (): boolean => {
    listener.run();
    return true;
  };
  return [
    Prec.highest(
      keymap.of([
        { key: "Mod-Enter", run },
        { key: "F9", run: toggleHere },
      ]),
    ),
    BREAKPOINT_GUTTER,
    basicSetup,
    python(),
    syntaxHighlighting(COLOURS),
    PLACE.field,
    NEXT.field,
    EditorView.contentAttributes.of({ "aria-label": "Python program" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) listener.changed(update.state.doc.toString());
      if (update.transactions.some(({ effects }) => effects.some((effect) => effect.is(toggleBreakpoint)))) {
        listener.breakpointsChanged(breakpointLines(update.state));
      }
      if (!update.docChanged && update.selectionSet) point(update.view, update.state.selection.main.head);
    }),
    EditorView.domEventHandlers({
      mousemove: (event, view) => {
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (position !== null) point(view, position);
      },
      mouseleave: () => listener.left(),
    }),
  ];
}

/** The keyboard's way to a breakpoint. */
function toggleHere(view: EditorView): boolean {
  const { from } = view.state.doc.lineAt(view.state.selection.main.head);
  view.dispatch({ effects: toggleBreakpoint.of(from) });
  return true;
}

/** Nothing if the place is not in the text any more. */
function rangeOf(view: EditorView, place: Place): { from: number; to: number } | null {
  const { doc } = view.state;
  if (place.end_lineno > doc.lines) return null;
  const lines = new SourceLines(doc.toString());
  const at = (lineno: number, column: number): number => doc.line(lineno).from + lines.unitColumn(lineno, column);
  const from = at(place.lineno, place.col_offset);
  const to = Math.min(at(place.end_lineno, place.end_col_offset), doc.length);
  return from < to ? { from, to } : null;
}
