/** The abstract syntax tree, to be unfolded; before or behind constant folding. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { TreeReport, TreeValue } from "../../../embed/stages/tree.ts";
import { placeKey } from "../link.ts";

/** Contexts and operators without a place say little on lines of their own. */
interface TreeProps {
  readonly tree: TreeReport;
  readonly folded: TreeReport | null;
}

export function Tree({ tree, folded }: TreeProps): VNode {
  const [behindFolding, setBehindFolding] = useState(false);
  return (
    <div class="tree">
      <label class="option">
        <input
          type="checkbox"
          checked={behindFolding}
          disabled={folded === null}
          onChange={(event) => setBehindFolding(event.currentTarget.checked)}
        />
        behind constant folding
      </label>
      <ul>
        <Node node={behindFolding && folded !== null ? folded : tree} label="" />
      </ul>
    </div>
  );
}

function Node({ node, label }: { readonly node: TreeReport; readonly label: string }): VNode {
  const leaves = node.fields.filter(({ value }) => typeof value === "string");
  const children = node.fields.flatMap(({ name, value }) => childrenOf(name, value));
  const head = (
    <span class="node" data-at={placeKey(node.place)}>
      {label !== "" && <span class="field">{label}: </span>}
      <b>{node.kind}</b>
      {leaves.map(({ name, value }) => (
        <span class="leaf" key={name}>
          {" "}
          {name}=<code>{value as string}</code>
        </span>
      ))}
    </span>
  );
  if (children.length === 0) return <li>{head}</li>;
  return (
    <li>
      <details open>
        <summary>{head}</summary>
        <ul>{children}</ul>
      </details>
    </li>
  );
}

function childrenOf(name: string, value: TreeValue): VNode[] {
  if (value === null || typeof value === "string") return [];
  if ("kind" in value) return [<Node key={name} node={value} label={name} />];
  return value.flatMap((item, i) => {
    const label = `${name}[${i}]`;
    if (item !== null && typeof item !== "string") return childrenOf(label, item);
    return [
      <li key={label}>
        <span class="node">
          <span class="field">{label}: </span>
          <code>{item ?? "None"}</code>
        </span>
      </li>,
    ];
  });
}
