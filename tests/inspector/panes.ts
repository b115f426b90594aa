/**
 * What the panes of the inspector show, read from the page in the words in which tools/golden/panes.py says what CPython
 * makes of a program: lists of texts that are compared as they are. `readPanes` runs in the page: it may use nothing
 * around it.
 */
import { placeKey } from "../../src/apps/inspector/link.ts";
import type { Stages } from "../../src/embed/stages/stages.ts";

export interface Panes {
  readonly tokens: readonly string[];
  readonly tree: readonly string[];
  readonly scopes: readonly string[];
  readonly flow: readonly string[];
  readonly bytecode: readonly string[];
  readonly pyc: string;
  readonly error: string;
}

export function readPanes(): Panes {
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const text = (element: Node | null): string => element?.textContent ?? "";
  const within = (element: Element, selector: string): string => text(element.querySelector(selector));
  const place = (element: Element): string => element.getAttribute("data-at") ?? "";
  return {
    tokens: all("#pane-tokens .token").map((element) => `${element.getAttribute("title")} ${place(element)}`),
    tree: all("#pane-tree .node:has(b)").map(
      (element) =>
        `${within(element, "b")}${[...element.querySelectorAll(".leaf")].map(text).join("")} ${place(element)}`,
    ),
    scopes: all("#pane-scopes .scope").flatMap((scope) => [
      within(scope, "h3 b"),
      ...[...scope.querySelectorAll(":scope > table tr")].map((row) => [...row.children].map(text).join(" | ")),
    ]),
    flow: all("#pane-flow .block").flatMap((block) => [
      text(block.querySelector("h3")?.firstChild ?? null),
      text(block.querySelector("h3")?.firstChild?.nextSibling ?? null),
      ...[...block.querySelectorAll("li")].map((element) => `${within(element, ".opcode")} ${place(element)}`),
    ]),
    bytecode: all("#pane-bytecode .code").flatMap((code) => [
      within(code, "h3 b"),
      ...[...code.querySelectorAll(".instructions tr")].map(
        (row) =>
          `${[...row.children]
            .map(text)
            .join(" ")
            .replace(/(<code object \S+ at )#\d+/, "$1·")} ${place(row)}`,
      ),
      ...[...code.querySelectorAll(".exceptions tbody tr")].map((row) => [...row.children].map(text).join(" ")),
    ]),
    pyc: all("#pane-pyc .hex").map(text).join("").replace(/\s/g, ""),
    error: within(document.body, ".problems .error"),
  };
}

/** Blocks are shown as they were built, of the last scope: the module. */
export function expectedFlow({ flow }: Stages): string[] {
  const blocks = flow.at(-1)?.passes[0]?.blocks ?? [];
  return blocks.flatMap(({ id, instructions }) => [
    "block ",
    String(id),
    ...instructions.map(({ name, place }) => `${name} ${placeKey(place) ?? ""}`),
  ]);
}
