/**
 * One place of the source, shown in every pane at once.
 *
 * An element with a place carries it in `data-at`. Trap: elements come and go with every change of the program, so they
 * are looked up anew each time and nothing is kept of them but their parsed place.
 */
import type { StateReport } from "../../embed/recording/report.ts";
import type { Place } from "../../embed/stages/place.ts";

const RELATED = "related";
/** Between what is scrolled to and the edge, in pixels. */
const MARGIN = 24;

const parsed = new WeakMap<Element, Place>();

/** The value of `data-at`. */
export function placeKey(place: Place | null): string | undefined {
  if (place === null) return undefined;
  return `${place.lineno}:${place.col_offset}:${place.end_lineno}:${place.end_col_offset}`;
}

export function parsePlace(key: string): Place {
  const [lineno = 0, col_offset = 0, end_lineno = 0, end_col_offset = 0] = key.split(":").map(Number);
  return { lineno, col_offset, end_lineno, end_col_offset };
}

/** The place of the element, of the nearest one around it, or, of the head of what unfolds, of the one in it. */
export function placeAround(element: Element | null): Place | null {
  const owner = element?.closest("[data-at]") ?? element?.querySelector(":scope:is(summary) > [data-at]");
  const key = owner?.getAttribute("data-at");
  return key == null ? null : parsePlace(key);
}

function placeOfElement(element: Element): Place {
  const known = parsed.get(element);
  if (known !== undefined) return known;
  const place = parsePlace(element.getAttribute("data-at") ?? "");
  parsed.set(element, place);
  return place;
}

/** Marks in each pane what lies in the place or, if nothing does, the smallest thing around it; scrolls to it. */
export function showPlace(panes: Iterable<Element>, place: Place | null, except: Element | null): void {
  for (const pane of panes) {
    const elements = [...pane.querySelectorAll("[data-at]")];
    const related = place === null ? [] : relatedTo(elements, place);
    const wanted = new Set(related);
    for (const element of elements) element.classList.toggle(RELATED, wanted.has(element));
    if (pane !== except && related[0] !== undefined) scrollTo(pane, related[0]);
  }
}

/** Moves what scrolls in the pane, never the page. */
function scrollTo(pane: Element, element: Element): void {
  const content = pane.querySelector(".content");
  if (content === null) return;
  const view = content.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  if (box.top < view.top) content.scrollTop -= view.top - box.top + MARGIN;
  else if (box.bottom > view.bottom) content.scrollTop += box.bottom - view.bottom + MARGIN;
}

/** Marks the instruction that is next, and the one that was executed just now, where instructions are shown. */
export function showStep(panes: Element | null, state: Pick<StateReport, "next" | "executed"> | null): void {
  for (const [name, reference] of [
    ["next", state?.next],
    ["executed", state?.executed],
  ] as const) {
    const key = reference == null ? "" : instructionKey(reference, reference.offset);
    for (const element of panes?.querySelectorAll(`.${name}[data-instruction]`) ?? []) {
      if (element.getAttribute("data-instruction") !== key) element.classList.remove(name);
    }
    const element = key === "" ? null : panes?.querySelector(`[data-instruction="${CSS.escape(key)}"]`);
    if (element == null) continue;
    element.classList.add(name);
    const pane = element.closest(".pane");
    if (name === "next" && pane !== null) scrollTo(pane, element);
  }
}

/** What an instruction is known by: its code object, and where it is in it. */
export function instructionKey(code: { qualname: string; firstlineno: number }, offset: number): string {
  return `${code.qualname} ${code.firstlineno} ${offset}`;
}

function relatedTo(elements: readonly Element[], place: Place): Element[] {
  const inside = elements.filter((element) => contains(place, placeOfElement(element)));
  if (inside.length > 0) return inside;
  let smallest: Place | undefined;
  for (const element of elements) {
    const around = placeOfElement(element);
    if (contains(around, place) && (smallest === undefined || contains(smallest, around))) smallest = around;
  }
  if (smallest === undefined) return [];
  const key = placeKey(smallest);
  return elements.filter((element) => element.getAttribute("data-at") === key);
}

export function contains(outer: Place, inner: Place): boolean {
  const startsBefore =
    outer.lineno < inner.lineno || (outer.lineno === inner.lineno && outer.col_offset <= inner.col_offset);
  const endsBehind =
    outer.end_lineno > inner.end_lineno ||
    (outer.end_lineno === inner.end_lineno && outer.end_col_offset >= inner.end_col_offset);
  return startsBefore && endsBehind;
}
