/** A page of a browser: its elements, the program in its address, choices that are remembered, its clock. */
import { bug } from "../util/assert.ts";

export interface Page {
  element(id: string): HTMLElement;
  /** The program in the address, if there is one. */
  sharedProgram(): string | null;
  /** Tells the program of an address that was followed or typed while the page was open. */
  onSharedProgram(take: (text: string) => void): void;
  /** Puts the program into the address. */
  shareProgram(text: string): void;
  remembered(name: string): string | null;
  remember(name: string, value: string): void;
  setTheme(theme: string): void;
  now(): number;
}

/** The page in which this runs. */
export function currentPage(): Page {
  const root = document;
  const sharedProgram = (): string | null => decodeProgram(new URLSearchParams(location.hash.slice(1)).get("code"));
  return {
    element: (id) => root.getElementById(id) ?? bug(`the page has no element ${id}`),
    sharedProgram,
    onSharedProgram: (take) =>
      globalThis.addEventListener("hashchange", () => {
        const text = sharedProgram();
        if (text !== null) take(text);
      }),
    shareProgram: (text) => history.replaceState(null, "", `#code=${encodeProgram(text)}`),
    remembered: (name) => quietly(() => localStorage.getItem(`chaipy.${name}`)) ?? null,
    remember: (name, value) => void quietly(() => localStorage.setItem(`chaipy.${name}`, value)),
    setTheme: (theme) => root.documentElement.setAttribute("data-theme", theme),
    now: () => performance.now(),
  };
}

/** A browser may forbid its memory to a page. */
function quietly<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Base64 of UTF-8, with the two signs that an address does not want replaced. */
export function encodeProgram(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export function decodeProgram(code: string | null): string | null {
  if (code === null) return null;
  const binary = quietly(() => atob(code.replace(/-/g, "+").replace(/_/g, "/")));
  return binary === undefined ? null : new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
}
