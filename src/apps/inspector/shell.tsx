/** The shell on the page: a terminal below the program, with the page's files. */
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Page, startWorker } from "../../host/page.ts";
import type { FromShell, ToShell, VirtualFile } from "./runner/messages.ts";
import type { OpenedTerminal } from "./terminal.ts";

interface ShellProps {
  readonly page: Page;
  /** What its world begins with. */
  readonly files: readonly VirtualFile[];
  close(): void;
}

export function Shell({ page, files, close }: ShellProps): VNode {
  const screen = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState("");
  /** Another number is another shell. */
  const [round, setRound] = useState(0);
  useEffect(() => {
    let opened: OpenedTerminal | undefined;
    let isClosed = false;
    const start = () => startWorker<ToShell, FromShell>(new URL("runner.js", import.meta.url), setFailure);
    void import("./terminal.ts").then(({ openTerminal }) => {
      if (isClosed || screen.current === null) return;
      opened = openTerminal(screen.current, start, files, page.isDark());
      opened.focus();
    });
    return () => {
      isClosed = true;
      opened?.close();
    };
  }, [round]);
  return (
    <section class="shell" aria-label="Shell">
      <div class="controls">
        <h2>Shell</h2>
        <button type="button" onClick={() => setRound(round + 1)} title="A new shell, with the files as they are now">
          Begin again
        </button>
        <button type="button" onClick={close}>
          Close
        </button>
        <span class="hint" role="status">
          {failure}
        </span>
      </div>
      <div class="screen" ref={screen} />
    </section>
  );
}
