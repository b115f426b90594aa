/** The controls of a recorded run: a slider over all of it, steps of every kind in both directions, and playing. */
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Target } from "../../embed/recording/navigate.ts";
import { SCRIPT } from "./runs.ts";
import type { Stepping } from "./stepping.ts";

interface StepperProps {
  readonly stepping: Stepping;
  readonly breakpoints: readonly number[];
  /** Calls `tick` so often, until what it gives is called. */
  every(milliseconds: number, tick: () => void): () => void;
  save(name: string, content: string): void;
}

type Simple = Exclude<Target["kind"], "breakpoint" | "variable">;

const KINDS: readonly (readonly [Simple, string, string])[] = [
  ["instruction", "instruction", "Steps of one instruction"],
  ["line", "line", "Steps of a line, into calls"],
  ["over", "line, over calls", "Steps of a line in this frame or further out"],
  ["out", "out", "Until the frame is left"],
  ["call", "call", "To where a function begins"],
  ["return", "return", "To where a function returns or yields"],
  ["exception", "exception", "To where an exception is raised"],
];

const SPEEDS = [1000, 400, 150, 40];

export function Stepper({ stepping, breakpoints, every, save }: StepperProps): VNode {
  const [kind, setKind] = useState<Simple | "breakpoint" | "variable">("line");
  const [variable, setVariable] = useState("");
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState(1);
  const { state, length, position } = stepping;
  const go = (direction: 1 | -1): void => stepping.find(direction, targetOf());
  const targetOf = (): Target => {
    if (kind === "breakpoint") return { kind, file: SCRIPT, lines: breakpoints };
    if (kind !== "variable") return { kind };
    const frame = state?.frames.findLast(({ variables }) => variables.some(({ name }) => name === variable));
    return { kind, frame: frame?.id ?? state?.frames.at(-1)?.id ?? 0, name: variable };
  };
  useEffect(() => {
    if (!isPlaying) return;
    if (position >= length) {
      setIsPlaying(false);
      return;
    }
    return every(SPEEDS[speed] ?? 400, () => go(1));
  }, [isPlaying, speed, position, kind]);
  if (!stepping.isReady) return <p class="hint">The run is being recorded.</p>;
  const names = [...new Set(state?.frames.flatMap(({ variables }) => variables.map(({ name }) => name)) ?? [])];
  return (
    <section class="stepper" aria-label="Stepping">
      <input
        type="range"
        min={0}
        max={length}
        value={position}
        aria-label="Instruction of the run"
        aria-valuetext={`${position} of ${length}`}
        onInput={(event) => stepping.goTo(Number(event.currentTarget.value))}
      />
      <div class="controls">
        <button type="button" disabled={position === 0} onClick={() => stepping.goTo(0)} aria-label="To the start">
          «
        </button>
        <button type="button" disabled={position === 0} onClick={() => go(-1)}>
          ‹ Back
        </button>
        <button type="button" disabled={position === length} onClick={() => go(1)} class="primary">
          Forward ›
        </button>
        <button
          type="button"
          disabled={position === length}
          onClick={() => stepping.goTo(length)}
          aria-label="To the end"
        >
          »
        </button>
        <select
          aria-label="Step by"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
        >
          {KINDS.map(([value, text, title]) => (
            <option key={value} value={value} title={title}>
              {text}
            </option>
          ))}
          <option value="breakpoint">breakpoint</option>
          <option value="variable">change of a variable</option>
        </select>
        {kind === "variable" && (
          <select aria-label="Variable" value={variable} onChange={(event) => setVariable(event.currentTarget.value)}>
            <option value="">choose</option>
            {names.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
        <button type="button" aria-pressed={isPlaying} onClick={() => setIsPlaying(!isPlaying)}>
          {isPlaying ? "Pause" : "Play"}
        </button>
        <input
          type="range"
          class="speed"
          min={0}
          max={SPEEDS.length - 1}
          value={speed}
          aria-label="Speed"
          onInput={(event) => setSpeed(Number(event.currentTarget.value))}
        />
      </div>
      <p class="hint" role="status">
        {`${position} of ${length}`}
        {state?.opcode != null && (
          <>
            {" next "}
            <code>{state.opcode}</code> {state.events.join(", ")}
          </>
        )}
        {state !== null && position === length && " the end"}
        {stepping.isCut && `: recorded until instruction ${length}, then stopped`} {stepping.notice}
      </p>
      <details>
        <summary>Save the trace</summary>
        <button type="button" onClick={() => stepping.export("tutor", (json) => save("trace-pythontutor.json", json))}>
          Python Tutor's format
        </button>
        <button type="button" onClick={() => stepping.export("chaipy", (json) => save("trace.json", json))}>
          Every instruction
        </button>
      </details>
    </section>
  );
}
