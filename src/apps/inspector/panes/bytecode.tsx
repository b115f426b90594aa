/** Bytecode: the instructions of each code object with what they stand for, their caches, and the exception table. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CodeReport, InstructionReport } from "../../../embed/stages/code.ts";
import { instructionKey, placeKey } from "../link.ts";

export function Bytecode({ code }: { readonly code: CodeReport }): VNode {
  const [withCaches, setWithCaches] = useState(false);
  return (
    <div class="bytecode">
      <label class="option">
        <input type="checkbox" checked={withCaches} onChange={(event) => setWithCaches(event.currentTarget.checked)} />
        inline caches
      </label>
      <Code code={code} withCaches={withCaches} />
    </div>
  );
}

function Code({ code, withCaches }: { readonly code: CodeReport; readonly withCaches: boolean }): VNode {
  return (
    <>
      <section class="code">
        <h3>
          <b>{code.qualname}</b> <small>{`line ${code.firstlineno}, stack ${code.stacksize}`}</small>
          <small>{code.flagNames.join(" ")}</small>
        </h3>
        <table class="instructions">
          <tbody>{code.instructions.flatMap((instruction) => rowsOf(code, instruction, withCaches))}</tbody>
        </table>
        <Values title="constants" values={code.consts} />
        <Values title="names" values={code.names} />
        <Values title="variables" values={code.variables.map(({ name, kind }) => `${name} (${kind})`)} />
        {code.exceptions.length > 0 && (
          <table class="exceptions">
            <caption>exception table</caption>
            <tbody>
              {code.exceptions.map(({ start, end, target, depth, lasti }) => (
                <tr key={`${start} ${end} ${target}`}>
                  <td>{`${start} to ${end - 2}`}</td>
                  <td>{`→ ${target}`}</td>
                  <td>{`stack cut to ${depth}${lasti ? ", lasti pushed" : ""}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      {code.nested.map((nested) => (
        <Code key={nested.id} code={nested} withCaches={withCaches} />
      ))}
    </>
  );
}

function rowsOf(code: CodeReport, instruction: InstructionReport, withCaches: boolean): VNode[] {
  const { offset, name, arg, argText, startsLine, isJumpTarget, caches, place } = instruction;
  const row = (
    <tr
      key={offset}
      data-at={placeKey(place)}
      data-instruction={instructionKey(code, offset)}
      class={startsLine === null ? "" : "starts-line"}
    >
      <td class="line-number">{startsLine}</td>
      <td class="mark">{isJumpTarget ? "»" : ""}</td>
      <td class="offset">{offset}</td>
      <td>
        <code class="opcode">{name}</code>
      </td>
      <td class="arg">{arg}</td>
      <td>{argText !== "" && <code>{argText}</code>}</td>
    </tr>
  );
  if (!withCaches || caches === 0) return [row];
  const cacheRow = (
    <tr key={`${offset} cache`} class="cache">
      <td colSpan={2} />
      <td class="offset">{offset + 2}</td>
      <td colSpan={3}>{`CACHE × ${caches}`}</td>
    </tr>
  );
  return [row, cacheRow];
}

function Values({ title, values }: { readonly title: string; readonly values: readonly string[] }): VNode | null {
  if (values.length === 0) return null;
  return (
    <p class="values">
      <small>{title}</small>
      {values.map((value, i) => (
        <code key={i} title={String(i)}>
          {value}
        </code>
      ))}
    </p>
  );
}
