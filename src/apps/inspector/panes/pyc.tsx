/** The `.pyc` file: every byte with its meaning; the bytes of bytecode are cut into instructions that know their place. */
import type { VNode } from "preact";
import type { MarshalSpan } from "../../../bytecode/marshalmap.ts";
import { PYC_HEADER_SIZE } from "../../../bytecode/pyc.ts";
import type { CodeReport, InstructionReport } from "../../../embed/stages/code.ts";
import { placeKey } from "../link.ts";

const HEADER: readonly (readonly [number, number, string])[] = [
  [0, 4, "magic number: 3531, Python 3.12"],
  [4, 8, "flags: 0, stale if time or size of the source differ"],
  [8, 12, "when the source was changed last"],
  [12, PYC_HEADER_SIZE, "size of the source"],
];

interface PycProps {
  readonly bytes: Uint8Array;
  readonly spans: readonly MarshalSpan[];
  readonly code: CodeReport;
}

export function Pyc({ bytes, spans, code }: PycProps): VNode {
  const codes = inOrder(code, new Map());
  let next = 0;
  return (
    <table class="pyc">
      <tbody>
        {HEADER.map(([start, end, meaning]) => (
          <tr key={start} class="header">
            <td class="offset">{offsetText(start)}</td>
            <td>
              <code class="hex">{hex(bytes.subarray(start, end))}</code>
            </td>
            <td>{meaning}</td>
          </tr>
        ))}
        {spans.map(({ start, end, depth, field, meaning }) => {
          const owner = field === "co_code" ? codes[next++] : undefined;
          const part = bytes.subarray(start, end);
          return (
            <tr key={start}>
              <td class="offset">{offsetText(start)}</td>
              <td>
                {owner === undefined ? <code class="hex">{hex(part)}</code> : <Units bytes={part} code={owner} />}
              </td>
              <td style={{ paddingLeft: `${depth}em` }}>
                {field !== "" && <b>{field} </b>}
                {meaning}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Code objects in the order in which marshal writes them: each before those among its constants, each once. */
function inOrder(code: CodeReport, seen: Map<string, CodeReport>): CodeReport[] {
  if (!seen.has(code.id)) {
    seen.set(code.id, code);
    for (const nested of code.nested) inOrder(nested, seen);
  }
  return [...seen.values()];
}

/** `co_code`; a second one with the same bytes is written as a reference, which is shorter. */
function Units({ bytes, code }: { readonly bytes: Uint8Array; readonly code: CodeReport }): VNode {
  const last = code.instructions.at(-1);
  const length = last === undefined ? 0 : last.offset + size(last);
  const head = bytes.length - length;
  if (head < 0) return <code class="hex">{hex(bytes)}</code>;
  return (
    <code class="hex">
      {hex(bytes.subarray(0, head))}{" "}
      {code.instructions.map((instruction) => (
        <span
          key={instruction.offset}
          class="unit"
          data-at={placeKey(instruction.place)}
          title={`${instruction.offset} ${instruction.name} ${instruction.argText}`}
        >
          {hex(bytes.subarray(head + instruction.offset, head + instruction.offset + size(instruction)))}{" "}
        </span>
      ))}
    </code>
  );
}

function size({ caches }: InstructionReport): number {
  return 2 + 2 * caches;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

function offsetText(offset: number): string {
  return offset.toString(16).padStart(4, "0");
}
