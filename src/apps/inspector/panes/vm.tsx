/** The virtual machine at one moment: frames, each with its variables, value stack and the exception handlers in force. */
import type { VNode } from "preact";
import type { FrameReport, ObjectReport, StateReport, ValueReport } from "../../../embed/recording/report.ts";

export function Machine({ state }: { readonly state: StateReport }): VNode {
  const objects = new Map(state.objects.map((object) => [object.id, object]));
  return (
    <div class="machine">
      {state.handling !== null && (
        <p class="handling">
          handling <Value value={state.handling} objects={objects} />
        </p>
      )}
      {state.frames.toReversed().map((frame, i) => (
        <Frame key={frame.id} frame={frame} isCurrent={i === 0 && state.opcode !== null} objects={objects} />
      ))}
      {state.frames.length === 0 && <p class="hint">No frame: the program has ended.</p>}
    </div>
  );
}

type Objects = ReadonlyMap<number, ObjectReport>;

interface FrameProps {
  readonly frame: FrameReport;
  readonly isCurrent: boolean;
  readonly objects: Objects;
}

function Frame({ frame, isCurrent, objects }: FrameProps): VNode {
  return (
    <section class={isCurrent ? "frame current" : "frame"} aria-label={`Frame of ${frame.function}`}>
      <h3>
        <b>{frame.function}</b>{" "}
        <small>{`line ${frame.line}, ${isCurrent ? "next" : "waits"} at ${frame.offset}`}</small>
        {frame.isGenerator && <small>generator</small>}
      </h3>
      <table class="variables">
        <tbody>
          {frame.variables.map(({ name, scope, value }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <Value value={value} objects={objects} />
              </td>
              <td>{scope === "cell" || scope === "free" ? <small>{scope}</small> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="stack">
        <small>value stack</small>
        <ol aria-label="Value stack, the bottom first">
          {frame.stack.map((value, i) => (
            <li key={i}>
              <Value value={value} objects={objects} />
            </li>
          ))}
        </ol>
      </div>
      {frame.handlers.map(({ start, end, target, depth }) => (
        <p key={start} class="handler">
          {`block ${start} to ${end - 2}: an exception goes to ${target}, stack cut to ${depth}`}
        </p>
      ))}
    </section>
  );
}

export function Value({ value, objects }: { readonly value: ValueReport; readonly objects: Objects }): VNode {
  if (value.kind === "null") return <span class="null">NULL</span>;
  if (value.kind === "value") return <code class="value">{value.text}</code>;
  const object = objects.get(value.id);
  return (
    <span class="reference">
      {object === undefined ? "" : labelOf(object)} <small>#{value.id}</small>
    </span>
  );
}

/** What an object is called in a word or two. */
export function labelOf({ kind, type, title, length }: ObjectReport): string {
  if (title !== "") return `${kind} ${title}`;
  return ["list", "tuple", "dict", "set"].includes(kind) ? `${type} of ${length}` : type;
}
