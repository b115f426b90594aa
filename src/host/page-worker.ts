/** A worker of a page: the other end of what `startWorker` (page.ts) gives, and the worker's clock. */
import type { PageWorker } from "./page.ts";

export interface WorkersPage<Sent, Received> extends Omit<PageWorker<Sent, Received>, "stop"> {
  now(): number;
}

/** The page that started the worker in which this runs. */
export function currentWorker<Sent, Received>(): WorkersPage<Sent, Received> {
  const scope = globalThis as unknown as {
    postMessage(message: Sent): void;
    addEventListener(type: "message", take: (event: { data: Received }) => void): void;
  };
  return {
    post: (message) => scope.postMessage(message),
    onMessage: (take) => scope.addEventListener("message", ({ data }) => take(data)),
    now: () => performance.now(),
  };
}
