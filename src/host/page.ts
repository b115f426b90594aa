/** A page of a browser: its elements, the program in its address, choices that are remembered, its clock. */
import { bug } from "../util/assert.ts";

export interface Page {
  element(id: string): HTMLElement;
  /** What is in the address. */
  shared(): Shared;
  /** Tells the program of an address that was followed or typed while the page was open. */
  onSharedProgram(take: (text: string) => void): void;
  /** Puts a program, and what is seen of it, into the address. */
  share(shared: Shared): void;
  remembered(name: string): string | null;
  remember(name: string, value: string): void;
  setTheme(theme: string): void;
  /** By the theme that is set, or the system's wish. */
  isDark(): boolean;
  now(): number;
  /** Also in a page that is not shown, where there are no frames. */
  beforeNextFrame(work: () => void): void;
  /** Calls `tick` so often, until what it gives is called. */
  every(milliseconds: number, tick: () => void): () => void;
  /** Has the user save a file. */
  save(name: string, content: string): void;
  /** Nanoseconds since 1970. */
  timeNs(): bigint;
  /** A file beside the page's script, as JSON; undefined if it cannot be had. */
  load(name: string): Promise<unknown>;
}

/** What an address can hold: null for what it has not. */
export interface Shared {
  readonly program: string | null;
  /** The panes that are open. */
  readonly panes: string | null;
  /** The instruction of the recorded run. */
  readonly step: number | null;
}

/** Another thread of the page, and the messages to and from it. */
export interface PageWorker<Sent, Received> {
  post(message: Sent): void;
  onMessage(take: (message: Received) => void): void;
  /** At once, whatever it does. */
  stop(): void;
}

/** Starts a script as a worker; `failed` is told when it cannot be loaded or breaks down. */
export function startWorker<Sent, Received>(
  script: URL,
  failed: (message: string) => void,
): PageWorker<Sent, Received> {
  const worker = new Worker(script, { type: "module" });
  worker.addEventListener("error", (event) => failed(event.message || `${script} cannot be loaded`));
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (take) => worker.addEventListener("message", ({ data }) => take(data as Received)),
    stop: () => worker.terminate(),
  };
}

/** The page in which this runs. */
export function currentPage(): Page {
  const root = document;
  return {
    element: (id) => root.getElementById(id) ?? bug(`the page has no element ${id}`),
    shared: () => decodeShared(location.hash),
    onSharedProgram: (take) =>
      globalThis.addEventListener("hashchange", () => {
        const { program } = decodeShared(location.hash);
        if (program !== null) take(program);
      }),
    share: (shared) => history.replaceState(null, "", encodeShared(shared)),
    remembered: (name) => quietly(() => localStorage.getItem(`chaipy.${name}`)) ?? null,
    remember: (name, value) => void quietly(() => localStorage.setItem(`chaipy.${name}`, value)),
    setTheme: (theme) => root.documentElement.setAttribute("data-theme", theme),
    isDark: () => {
      const theme = root.documentElement.getAttribute("data-theme");
      return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    },
    now: () => performance.now(),
    beforeNextFrame: (work) => void (root.hidden ? setTimeout(work, 100) : requestAnimationFrame(work)),
    every: (milliseconds, tick) => {
      const timer = setInterval(tick, milliseconds);
      return () => clearInterval(timer);
    },
    save: (name, content) => {
      const link = root.createElement("a");
      link.href = URL.createObjectURL(new Blob([content]));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },
    timeNs: () => BigInt(Date.now()) * 1_000_000n,
    load: async (name) => {
      try {
        const response = await fetch(new URL(name, import.meta.url));
        return response.ok ? ((await response.json()) as unknown) : undefined;
      } catch {
        return undefined;
      }
    },
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

/** As the fragment of an address. */
export function encodeShared({ program, panes, step }: Shared): string {
  const parts: [string, string][] = [];
  if (program !== null) parts.push(["code", encodeProgram(program)]);
  if (panes !== null) parts.push(["panes", panes]);
  if (step !== null) parts.push(["step", String(step)]);
  return `#${new URLSearchParams(parts)}`;
}

export function decodeShared(fragment: string): Shared {
  const parameters = new URLSearchParams(fragment.slice(1));
  const step = parameters.get("step") ?? "";
  return {
    program: decodeProgram(parameters.get("code")),
    panes: parameters.get("panes"),
    step: /^\d{1,9}$/.test(step) ? Number(step) : null,
  };
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
