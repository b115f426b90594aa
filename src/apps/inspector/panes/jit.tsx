/**
 * The JavaScript that the JIT made of hot code in the run: each instruction's part by itself, with its place in the source,
 * the guards marked, and how often they failed.
 */
import type { VNode } from "preact";
import type { CodeReport } from "../../../embed/stages/code.ts";
import type { ExitReport, UnitReport } from "../../jit/history.ts";
import { placeKey } from "../link.ts";

interface JitProps {
  readonly units: readonly UnitReport[];
  /** The code of the program, to find the places of instructions. */
  readonly code: CodeReport | null;
}

export function Jit({ units, code }: JitProps): VNode {
  if (units.length === 0) {
    return <p class="hint">Nothing became hot: a function or loop is compiled at about its hundredth turn.</p>;
  }
  return (
    <div class="jit">
      {units.map((unit) => (
        <Unit key={`${unit.qualname} ${unit.what} ${unit.line}`} unit={unit} code={codeOf(code, unit)} />
      ))}
    </div>
  );
}

/** The code object of the unit; a loop knows only a line inside of it. */
function codeOf(code: CodeReport | null, { qualname, line }: UnitReport): CodeReport | undefined {
  if (code === null) return undefined;
  const all = withNested(code).filter((each) => each.qualname === qualname && each.firstlineno <= line);
  return all.toSorted((a, b) => b.firstlineno - a.firstlineno)[0];
}

function withNested(code: CodeReport): CodeReport[] {
  return [code, ...code.nested.flatMap(withNested)];
}

function Unit({ unit, code }: { readonly unit: UnitReport; readonly code: CodeReport | undefined }): VNode {
  const { qualname, what, line, compiled, reason, exits, text, constants } = unit;
  const times = compiled === 0 ? "not compiled" : compiled === 1 ? "compiled" : `compiled ${compiled} times`;
  return (
    <section class="code">
      <h3>
        <b>{qualname}</b> <small>{`${what}, line ${line}: ${times}`}</small>
        {reason !== null && <small>{reason}</small>}
      </h3>
      {exits.length > 0 && (
        <ul class="exits" aria-label={`Guards of ${qualname} that failed`}>
          {exits.map((exit) => (
            <li key={`${exit.offset} ${exit.condition}`} data-at={placeOf(code, exit.offset)}>
              {exitText(exit)}
            </li>
          ))}
        </ul>
      )}
      {text !== null && (
        <pre class="javascript">
          {partsOf(text).map(({ offset, lines }, i) => (
            <span key={i} data-at={offset === null ? undefined : placeOf(code, offset)}>
              {lines.map((each, n) => (
                <Line key={n} text={each} />
              ))}
            </span>
          ))}
        </pre>
      )}
      {constants.length > 0 && (
        <p class="values">
          <small>constants</small>
          {constants.map((constant, i) => (
            <code key={i}>{`k$${i}: ${constant}`}</code>
          ))}
        </p>
      )}
    </section>
  );
}

function exitText({ line, instruction, condition, times }: ExitReport): string {
  const what = condition === null ? "left" : `guard failed: ${condition}`;
  return `line ${line}, ${instruction}: ${what}, ${times === 1 ? "once" : `${times} times`}`;
}

function placeOf(code: CodeReport | undefined, offset: number): string | undefined {
  return placeKey(code?.instructions.find((each) => each.offset === offset)?.place ?? null);
}

interface Part {
  /** The instruction it was made of; null for what stands around them. */
  readonly offset: number | null;
  readonly lines: string[];
}

const INSTRUCTION = /\/\/ (\d+) [A-Z_]+/;
/** Where compiled code is left. */
const GUARD = /\$x = \d+; break \$X|return -1;/;

/** Cut the text where comments name the next instruction. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [{ offset: null, lines: [] }];
  for (const line of text.split("\n")) {
    const comment = INSTRUCTION.exec(line);
    if (comment !== null) parts.push({ offset: Number(comment[1]), lines: [] });
    parts.at(-1)?.lines.push(line);
  }
  return parts.filter(({ lines }) => lines.length > 0);
}

function Line({ text }: { readonly text: string }): VNode {
  const name = GUARD.test(text) ? "guard" : INSTRUCTION.test(text) ? "instruction" : undefined;
  return <span class={name}>{`${text}\n`}</span>;
}
