/**
 * xterm.js for the page's shell: what is typed goes to the shell's worker, what that shows comes back. Loaded when the
 * shell is opened for the first time.
 */
import { FitAddon } from "@xterm/addon-fit";
import { Terminal } from "@xterm/xterm";
import type { PageWorker } from "../../host/page.ts";
import type { FromShell, ToShell, VirtualFile } from "./runner/messages.ts";

export interface OpenedTerminal {
  focus(): void;
  close(): void;
}

const COLOURS = {
  light: { background: "#ffffff", foreground: "#1b1b1f", cursor: "#1b1b1f", selectionBackground: "#b5d5ff" },
  dark: { background: "#16161a", foreground: "#e6e6ea", cursor: "#e6e6ea", selectionBackground: "#3a4a66" },
};

/** Opens a terminal in `parent` with a shell whose world begins with `files`. */
export function openTerminal(
  parent: HTMLElement,
  start: () => PageWorker<ToShell, FromShell>,
  files: readonly VirtualFile[],
  isDark: boolean,
): OpenedTerminal {
  const terminal = new Terminal({
    convertEol: true,
    cursorBlink: true,
    fontFamily: "ui-monospace, monospace",
    fontSize: 13,
    screenReaderMode: true,
    theme: isDark ? COLOURS.dark : COLOURS.light,
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(parent);
  fit.fit();
  const shell = start();
  const size = (): { columns: number; lines: number } => ({ columns: terminal.cols, lines: terminal.rows });
  shell.onMessage((message) => {
    if (message.kind === "screen") terminal.write(message.text);
    else terminal.write(`\n[the shell has ended with status ${message.status}]\n`);
  });
  shell.post({ kind: "shell", files, size: size() });
  const encoder = new TextEncoder();
  terminal.onData((keys) => shell.post({ kind: "keys", bytes: encoder.encode(keys) }));
  terminal.onResize(() => shell.post({ kind: "resize", size: size() }));
  const watch = new ResizeObserver(() => fit.fit());
  watch.observe(parent);
  return {
    focus: () => terminal.focus(),
    close: () => {
      watch.disconnect();
      shell.stop();
      terminal.dispose();
    },
  };
}
