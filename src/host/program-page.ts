/** The page of a frozen program: the program in it, what is written to it, and who answers when the program asks. */
import { bug } from "../util/assert.ts";

export interface ProgramPage {
  /** The bytes in the element `program`. */
  program(): Uint8Array;
  write(text: string, stream: "stdout" | "stderr"): void;
  /** A line of input; null is its end. */
  ask(): string | null;
  end(status: number): void;
}

/** The page in which this runs. */
export function programPage(): ProgramPage {
  const element = (id: string): HTMLElement => document.getElementById(id) ?? bug(`the page has no element ${id}`);
  const output = element("output");
  return {
    program: () => Uint8Array.from(atob((element("program").textContent ?? "").trim()), (c) => c.charCodeAt(0)),
    write(text, stream) {
      const last = output.lastElementChild;
      if (last !== null && last.className === stream) last.append(text);
      else {
        const part = document.createElement("span");
        part.className = stream;
        part.append(text);
        output.append(part);
      }
    },
    ask() {
      const lines = (output.textContent ?? "").split("\n");
      const answer = prompt(lines[lines.length - 1] || "Input");
      return answer === null ? null : `${answer}\n`;
    },
    end(status) {
      document.documentElement.dataset.status = String(status);
    },
  };
}
