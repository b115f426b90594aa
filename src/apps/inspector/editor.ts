/** The editor: CodeMirror with Python's grammar, the place that other panes point to, and the error of the source. */
import { python } from "@codemirror/lang-python";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { type Place, SourceLines } from "../../embed/stages/place.ts";

export interface Editor {
  text(): string;
  setText(text: string): void;
  /** Marks a place; null marks nothing. */
  show(place: Place | null): void;
  focus(): void;
}

export interface EditorListener {
  changed(text: string): void;
  /** A line and a column in UTF-8 bytes: where the pointer is, or the cursor was put. */
  pointed(lineno: number, column: number): void;
  left(): void;
  /** Ctrl-Enter. */
  run(): void;
}

/** The page's own colours, which follow its theme. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], color: "var(--word)" },
  { tag: [tags.string, tags.number, tags.bool, tags.null, tags.escape], color: "var(--value)" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.className], color: "var(--name)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--faint)", fontStyle: "italic" },
]);

const setMark = StateEffect.define<{ from: number; to: number } | null>();
const MARK = Decoration.mark({ class: "place" });

const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMark)) {
        next =
          effect.value === null ? Decoration.none : Decoration.set([MARK.range(effect.value.from, effect.value.to)]);
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function createEditor(parent: Element, text: string, listener: EditorListener): Editor {
  const view = new EditorView({ parent, doc: text, extensions: extensions(listener) });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    show: (place) => view.dispatch({ effects: setMark.of(place === null ? null : rangeOf(view, place)) }),
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
    Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
    basicSetup,
    python(),
    syntaxHighlighting(COLOURS),
    markField,
    EditorView.contentAttributes.of({ "aria-label": "Python program" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) listener.changed(update.state.doc.toString());
      else if (update.selectionSet) point(update.view, update.state.selection.main.head);
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
