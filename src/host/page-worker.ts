/** A worker of a page: the other end of what `startWorker` (page.ts) gives, and the worker's clock. */
import type { PageWorker } from "./page.ts";

export interface WorkersPage<Sent, Received> extends Omit<PageWorker<Sent, Received>, "stop"> {
  now(): number;
  /** Calls `work` once after so many milliseconds, and messages before it; it replaces what was to be called. */
  later(milliseconds: number, work: () => void): void;
}

/** The page that started the worker in which this runs. */
export function currentWorker<Sent, Received>(): WorkersPage<Sent, Received> {
  const scope = globalThis as unknown as {
    postMessage(message: Sent): void;
    addEventListener(type: "message", take: (event: { data: Received }) => void): void;
  };
  const soon = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: (() => void) | undefined;
  const go = (): void => {
    const work = next;
    next = undefined;
    work?.();
  };
  soon.port1.onmessage = go;
  return {
    later: (milliseconds, work) => {
      clearTimeout(timer);
      const isAsked = next !== undefined && timer === undefined;
      next = work;
      timer = milliseconds > 0 ? setTimeout(go, milliseconds) : undefined;
      // A timer would wait for milliseconds that nobody asked for.
      if (timer === undefined && !isAsked) soon.port2.postMessage(null);
    },
    post: (message) => scope.postMessage(message),
    onMessage: (take) => scope.addEventListener("message", ({ data }) => take(data)),
    now: () => performance.now(),
  };
}
