/**
 * What the interpreter and its helper thread (worker.ts) say to each other.
 *
 * A program on Node runs in one turn of the event loop, so whatever needs turns (children that end, sockets, pipes that
 * are not ready, signals) lives in a worker with a loop of its own. Requests go there as messages; answers and events
 * come back through a port that the interpreter reads without a turn, and a counter in shared memory wakes it.
 */

import type { NetworkAddress } from "./host.ts";

/** Index of the counter in the shared cells: it moves with every message to the interpreter. */
export const NEWS = 0;

export interface SpawnRequest {
  readonly op: "spawn";
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** The kernel's descriptor for each of the child's; null for none. */
  readonly stdio: readonly (number | null)[];
  readonly newSession: boolean;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

/** `id` names a pipe, a socket or a question; the interpreter chooses it. */
export type Request = { readonly id: number } & (
  | SpawnRequest
  /** Read the descriptor as data comes; `taken` says how much of it was used. */
  | { readonly op: "read"; readonly fd: number; readonly terminal: boolean }
  /** Read one byte, and no more, when it comes. */
  | { readonly op: "readOne"; readonly fd: number }
  | { readonly op: "taken"; readonly count: number }
  /** Write, on the descriptor of a pipe or on an open connection. */
  | { readonly op: "write"; readonly fd: number | null; readonly data: Uint8Array }
  | { readonly op: "connect"; readonly address: NetworkAddress; readonly local: NetworkAddress | null }
  | { readonly op: "listen"; readonly address: NetworkAddress }
  | { readonly op: "lookup"; readonly name: string }
  /** Nothing more will be written. */
  | { readonly op: "finish" }
  | { readonly op: "close" }
  | { readonly op: "datagrams"; readonly family: 4 | 6; readonly address: NetworkAddress }
  | { readonly op: "send"; readonly data: Uint8Array; readonly address: NetworkAddress }
  | { readonly op: "timer"; readonly signal: number; readonly milliseconds: number; readonly interval: number }
  | { readonly op: "signal"; readonly signal: number; readonly watch: boolean }
);

export type News =
  | { readonly id: number; readonly kind: "spawned"; readonly pid: number }
  | { readonly id: number; readonly kind: "failed"; readonly code: string }
  /** A child ended; `status` is a wait status. */
  | { readonly id: number; readonly kind: "ended"; readonly status: number }
  | { readonly id: number; readonly kind: "data"; readonly data: Uint8Array; readonly from: NetworkAddress | null }
  | { readonly id: number; readonly kind: "end" }
  | { readonly id: number; readonly kind: "closed" }
  | { readonly id: number; readonly kind: "written"; readonly count: number }
  /** A socket is connected, or listens. */
  | {
      readonly id: number;
      readonly kind: "open";
      readonly local: NetworkAddress;
      readonly remote: NetworkAddress | null;
    }
  /** A connection has come in; it is called `connection` from now on. */
  | {
      readonly id: number;
      readonly kind: "connection";
      readonly connection: number;
      readonly local: NetworkAddress;
      readonly remote: NetworkAddress;
    }
  | { readonly id: number; readonly kind: "found"; readonly addresses: readonly string[] }
  | { readonly id: number; readonly kind: "signal"; readonly signal: number };

/** The worker is given these. */
export interface WorkerData {
  readonly cells: Int32Array;
  readonly port: unknown;
}
