/** The control flow graph of a scope behind one pass of the optimiser after the other. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { BlockReport, FlowInstructionReport, UnitFlow } from "../../../embed/stages/flow.ts";
import { placeKey } from "../link.ts";

export function Flow({ units }: { readonly units: readonly UnitFlow[] }): VNode {
  const [chosen, setChosen] = useState("");
  // The module comes last, behind what it defines.
  const unit = units.find((each) => unitKey(each) === chosen) ?? units.at(-1);
  const [step, setStep] = useState(0);
  if (unit === undefined) return <p class="hint">No flow graph: the source is not valid.</p>;
  const last = unit.passes.length - 1;
  const at = Math.min(step, last);
  const pass = unit.passes[at];
  const before = new Map(unit.passes[at - 1]?.blocks.map((block) => [block.id, JSON.stringify(block)]));
  return (
    <div class="flow">
      <div class="option">
        <label>
          Scope{" "}
          <select value={unitKey(unit)} onChange={(event) => setChosen(event.currentTarget.value)}>
            {units.map((each) => (
              <option key={unitKey(each)} value={unitKey(each)}>
                {each.qualname}
              </option>
            ))}
          </select>
        </label>
        <button type="button" disabled={at === 0} onClick={() => setStep(at - 1)} aria-label="Pass before">
          ‹
        </button>
        <span class="pass">
          {at === 0 ? "as built" : <code>{pass?.pass}</code>} <small>{`${at + 1} of ${last + 1}`}</small>
        </span>
        <button type="button" disabled={at === last} onClick={() => setStep(at + 1)} aria-label="Next pass">
          ›
        </button>
      </div>
      {pass?.blocks.map((block) => (
        <Block key={block.id} block={block} changed={at > 0 && before.get(block.id) !== JSON.stringify(block)} />
      ))}
    </div>
  );
}

/** What a scope is known by while its program changes. */
function unitKey({ qualname, firstlineno }: UnitFlow): string {
  return `${qualname} ${firstlineno}`;
}

function Block({ block, changed }: { readonly block: BlockReport; readonly changed: boolean }): VNode {
  const classes = ["block", block.cold ? "cold" : "", changed ? "changed" : ""].filter((name) => name !== "");
  return (
    <section class={classes.join(" ")}>
      <h3>
        block {block.id}
        {block.handler && <small>handler</small>}
        {block.cold && <small>cold</small>}
      </h3>
      {block.instructions.length === 0 && <p class="hint">empty</p>}
      <ol>
        {block.instructions.map((instruction, i) => (
          <FlowInstruction key={i} {...instruction} />
        ))}
      </ol>
      {block.next !== null && <p class="goes-on">↓ block {block.next}</p>}
    </section>
  );
}

function FlowInstruction({ name, arg, target, handler, place }: FlowInstructionReport): VNode {
  return (
    <li data-at={placeKey(place)}>
      <code class="opcode">{name}</code> {arg !== null && <code>{arg}</code>}
      {target !== null && <span class="target">→ block {target}</span>}
      {handler !== null && <small>handled by {handler}</small>}
    </li>
  );
}
