/**
 * `<chai-lab>`: the inspector as an element of any page, in a frame of its own, so that neither's looks or scripts touch the other.
 *
 * Its text is the program; `panes` and `step` are what is open, and which instruction of the run is shown; `height` is its own.
 */
import { encodeShared } from "./page.ts";

const HEIGHT = "480";

/** Defines the element; the inspector's page is at `address`. */
export function defineLab(address: URL): void {
  class Lab extends HTMLElement {
    static readonly observedAttributes = ["panes", "step", "height"];
    private program: string | undefined;

    connectedCallback(): void {
      this.program ??= dedented(this.textContent ?? "");
      this.show();
    }

    attributeChangedCallback(): void {
      if (this.program !== undefined) this.show();
    }

    private show(): void {
      const step = this.getAttribute("step");
      const frame = document.createElement("iframe");
      frame.title = "Chaipy inspector";
      const panes = this.getAttribute("panes");
      const fragment = encodeShared({ program: this.program ?? "", panes, step: step === null ? null : Number(step) });
      frame.src = `${address}${fragment}`;
      frame.style.cssText = "width: 100%; border: 1px solid #8886; border-radius: 10px";
      frame.height = this.getAttribute("height") ?? HEIGHT;
      this.replaceChildren(frame);
    }
  }
  customElements.define("chai-lab", Lab);
}

/** Without the line end behind the tag, and without what all lines are indented by. */
export function dedented(text: string): string {
  const lines = text
    .replace(/^\s*\n/, "")
    .trimEnd()
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return `${lines.map((line) => line.slice(indent)).join("\n")}\n`;
}
