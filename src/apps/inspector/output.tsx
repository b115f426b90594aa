/** The program's run: buttons to start and stop it, what it writes, and a line to answer it with. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Runs } from "./runs.ts";

interface OutputProps {
  readonly runs: Runs;
  run(): void;
  /** Run and record. */
  step(): void;
  readonly isShellOpen: boolean;
  toggleShell(): void;
}

export function Output({ runs, run, step, isShellOpen, toggleShell }: OutputProps): VNode {
  const { phase, output } = runs;
  const isBusy = phase === "running" || phase === "asking";
  const log = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (log.current !== null) log.current.scrollTop = log.current.scrollHeight;
  });
  return (
    <section class="output" aria-label="Output">
      <div class="controls">
        <button type="button" class="primary" onClick={run} title="Ctrl-Enter">
          Run
        </button>
        <button type="button" onClick={step} title="Run, and record every instruction">
          Step
        </button>
        <button type="button" disabled={!isBusy} onClick={() => runs.stop()}>
          Stop
        </button>
        <button
          type="button"
          aria-pressed={isShellOpen}
          onClick={toggleShell}
          title="Python's prompt, with these files"
        >
          Shell
        </button>
        <span class="hint" role="status" data-run={runs.run}>
          {statusText(runs)}
        </span>
      </div>
      <pre ref={log} role="log" aria-label="Written by the program">
        {output.map(({ stream, text }, i) => (
          <span key={i} class={stream}>
            {text}
          </span>
        ))}
      </pre>
      {phase === "asking" && <Answer answer={(line) => runs.answer(line)} />}
    </section>
  );
}

function statusText({ phase, status, failure }: Runs): string {
  switch (phase) {
    case "idle":
      return "";
    case "running":
      return "running";
    case "asking":
      return "waits for a line of input";
    case "stopped":
      return "stopped";
    case "broken":
      return failure;
    case "ended":
      return `ended with status ${status}`;
  }
}

function Answer({ answer }: { answer(line: string | null): void }): VNode {
  const [line, setLine] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="answer"
      onSubmit={(event) => {
        event.preventDefault();
        answer(`${line}\n`);
      }}
    >
      <input
        ref={field}
        value={line}
        aria-label="Input for the program"
        autocomplete="off"
        onInput={(event) => setLine(event.currentTarget.value)}
      />
      <button type="submit">Enter</button>
      <button type="button" onClick={() => answer(null)} title="Ctrl-D">
        End of input
      </button>
    </form>
  );
}
