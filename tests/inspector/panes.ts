/**
 * What the panes of the inspector show: read from the page, and what the data of the stages say it should be.
 *
 * Both give lists of texts that are compared as they are. `readPanes` runs in the page: it may use nothing around it.
 */
import { placeKey } from "../../src/apps/inspector/link.ts";
import type { CodeReport } from "../../src/embed/stages/code.ts";
import type { ScopeReport } from "../../src/embed/stages/scopes.ts";
import type { Stages } from "../../src/embed/stages/stages.ts";
import type { TreeReport, TreeValue } from "../../src/embed/stages/tree.ts";

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
      `${within(scope, "h3 b")} ${place(scope)}`,
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
        (row) => `${[...row.children].map(text).join(" ")} ${place(row)}`,
      ),
      ...[...code.querySelectorAll(".exceptions tbody tr")].map((row) => [...row.children].map(text).join(" ")),
    ]),
    pyc: all("#pane-pyc .hex").map(text).join("").replace(/\s/g, ""),
    error: within(document.body, ".problems .error"),
  };
}

/** Blocks are shown as they were built, of the last scope: the module. */
export function expectedPanes({ tokens, tree, scopes, flow, code, pyc, error }: Stages): Panes {
  const blocks = flow.at(-1)?.passes[0]?.blocks ?? [];
  return {
    tokens: tokens.map(({ type, string, place }) => {
      const key = string.trim() === "" ? undefined : placeKey(place);
      return `${type} ${JSON.stringify(string)} ${key ?? ""}`;
    }),
    tree: tree === null ? [] : treeTexts(tree),
    scopes: scopes === null ? [] : scopeTexts(scopes),
    flow: blocks.flatMap(({ id, instructions }) => [
      "block ",
      String(id),
      ...instructions.map(({ name, place }) => `${name} ${placeKey(place) ?? ""}`),
    ]),
    bytecode: code === null ? [] : codeTexts(code),
    pyc: pyc === null ? "" : Buffer.from(pyc.bytes).toString("hex"),
    error:
      error === null ? "" : `${error.lineno === null ? "" : `line ${error.lineno} `}${error.type}: ${error.message}`,
  };
}

function treeTexts({ kind, fields, place }: TreeReport): string[] {
  const leaves = fields.flatMap(({ name, value }) => (typeof value === "string" ? [` ${name}=${value}`] : []));
  const below = (value: TreeValue): string[] => {
    if (value === null || typeof value === "string") return [];
    return "kind" in value ? treeTexts(value) : value.flatMap(below);
  };
  return [`${kind}${leaves.join("")} ${placeKey(place) ?? ""}`, ...fields.flatMap(({ value }) => below(value))];
}

function scopeTexts({ name, place, symbols, children }: ScopeReport): string[] {
  return [
    `${name} ${placeKey(place) ?? ""}`,
    ...symbols.map((symbol) => `${symbol.name} | ${symbol.scope} | ${symbol.marks.join(", ")}`),
    ...children.flatMap(scopeTexts),
  ];
}

function codeTexts({ qualname, instructions, exceptions, nested }: CodeReport): string[] {
  return [
    qualname,
    ...instructions.map(({ startsLine, isJumpTarget, offset, name, arg, argText, place }) =>
      [startsLine ?? "", isJumpTarget ? "»" : "", offset, name, arg ?? "", argText, placeKey(place) ?? ""].join(" "),
    ),
    ...exceptions.map(
      ({ start, end, target, depth, lasti }) =>
        `${start} to ${end - 2} → ${target} stack cut to ${depth}${lasti ? ", lasti pushed" : ""}`,
    ),
    ...nested.flatMap(codeTexts),
  ];
}
