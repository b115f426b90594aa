/**
 * dist/worker.js: the helper thread of node-outside.ts, with an event loop of its own.
 *
 * It starts children and hears of their end, reads and writes pipes that are not ready, keeps sockets, and watches
 * signals. It decides nothing: what Python sees is the interpreter's business.
 * Trap: `process.on` hears no signals in a worker; the handle beneath it, which every event loop may have, does.
 */
import { spawn } from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";
import os from "node:os";
import tty from "node:tty";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { NetworkAddress } from "./host.ts";
import { NEWS, type News, type Request, type WorkerData } from "./outside.ts";

const { cells, port } = workerData as WorkerData & { port: MessagePort };

/** A stream that has this much unread stops asking for more. */
const HIGH_WATER = 262_144;
/** Names of accepted connections; the interpreter's own are positive. */
let lastConnection = 0;

function tell(news: News): void {
  port.postMessage(news);
  Atomics.add(cells, NEWS, 1);
  Atomics.notify(cells, NEWS);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "EIO";
}

/** A stream and how much of what it gave is not used yet. */
interface Flow {
  readonly stream: net.Socket;
  unread: number;
}

const flows = new Map<number, Flow>();
const servers = new Map<number, net.Server>();
const datagrams = new Map<number, dgram.Socket>();

function startChild(id: number, request: Request & { op: "spawn" }): void {
  const { file, args, cwd, env, stdio, newSession, uid, gid } = request;
  try {
    const child = spawn(file, args.slice(1), {
      argv0: args[0] ?? "",
      cwd,
      env,
      stdio: stdio.map((fd) => fd ?? "ignore"),
      detached: newSession,
      uid,
      gid,
    });
    if (child.pid !== undefined) tell({ id, kind: "spawned", pid: child.pid });
    child.on("error", (error) => {
      if (child.pid === undefined) tell({ id, kind: "failed", code: codeOf(error) });
    });
    child.on("exit", (code, signal) => {
      const status = signal === null ? (code ?? 0) << 8 : os.constants.signals[signal];
      tell({ id, kind: "ended", status });
    });
  } catch (error) {
    tell({ id, kind: "failed", code: codeOf(error) });
  }
}

/** Tell what a stream gives and how it ends. */
function watch(id: number, stream: net.Socket): Flow {
  const flow = { stream, unread: 0 };
  flows.set(id, flow);
  stream.on("data", (data: Buffer) => {
    flow.unread += data.length;
    if (flow.unread >= HIGH_WATER) stream.pause();
    tell({ id, kind: "data", data: new Uint8Array(data), from: null });
  });
  stream.on("end", () => tell({ id, kind: "end" }));
  stream.on("error", (error) => tell({ id, kind: "failed", code: codeOf(error) }));
  return flow;
}

function startReading(id: number, fd: number, terminal: boolean): void {
  try {
    watch(
      id,
      terminal ? new tty.ReadStream(fd) : new net.Socket({ fd, readable: true, writable: false }),
    ).stream.resume();
  } catch (error) {
    tell({ id, kind: "failed", code: codeOf(error) });
  }
}

/** With a buffer of one byte, and told to stop at once, libuv reads no second one: that is for others. */
function readOne(id: number, fd: number): void {
  try {
    const callback = (_count: number, buffer: Uint8Array): boolean => {
      tell({ id, kind: "data", data: buffer.slice(0, 1), from: null });
      return false;
    };
    const onread = { buffer: new Uint8Array(1), callback };
    const options = { fd, readable: true, writable: false, onread };
    watch(id, new net.Socket(options)).stream.resume();
  } catch (error) {
    tell({ id, kind: "failed", code: codeOf(error) });
  }
}

function taken(id: number, count: number): void {
  const flow = flows.get(id);
  if (flow === undefined) return;
  flow.unread -= count;
  if (flow.unread < HIGH_WATER && flow.stream.isPaused()) flow.stream.resume();
}

function write(id: number, fd: number | null, data: Uint8Array): void {
  let flow = flows.get(id);
  if (flow === undefined) {
    if (fd === null) return;
    flow = watch(id, new net.Socket({ fd, readable: false, writable: true }));
  }
  flow.stream.write(data, (error) => {
    if (!error) tell({ id, kind: "written", count: data.length });
  });
}

function addressOf(host: string | undefined, socketPort: number | undefined): NetworkAddress {
  return host === undefined ? { host: "", port: -1 } : { host, port: socketPort ?? 0 };
}

const localOf = (socket: net.Socket): NetworkAddress => addressOf(socket.localAddress, socket.localPort);
const remoteOf = (socket: net.Socket): NetworkAddress => addressOf(socket.remoteAddress, socket.remotePort);

function connect(id: number, address: NetworkAddress, local: NetworkAddress | null): void {
  const target =
    address.port < 0
      ? { path: address.host }
      : { host: address.host, port: address.port, localAddress: local?.host, localPort: local?.port };
  const socket = net.connect({ ...target, allowHalfOpen: true, noDelay: true });
  socket.on("connect", () => {
    tell({ id, kind: "open", local: localOf(socket), remote: address.port < 0 ? address : remoteOf(socket) });
  });
  watch(id, socket);
}

function listen(id: number, address: NetworkAddress): void {
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const connection = --lastConnection;
    const local = address.port < 0 ? address : localOf(socket);
    tell({ id, kind: "connection", connection, local, remote: remoteOf(socket) });
    watch(connection, socket);
  });
  servers.set(id, server);
  server.on("error", (error) => tell({ id, kind: "failed", code: codeOf(error) }));
  server.on("listening", () => {
    const name = server.address();
    const local = name === null || typeof name === "string" ? address : { host: name.address, port: name.port };
    tell({ id, kind: "open", local, remote: null });
  });
  if (address.port < 0) server.listen({ path: address.host });
  else server.listen({ host: address.host, port: address.port });
}

function lookup(id: number, name: string): void {
  dns.lookup(name, { all: true }, (_error, found) => {
    tell({ id, kind: "found", addresses: found?.map(({ address }) => address) ?? [] });
  });
}

function openDatagrams(id: number, family: 4 | 6, address: NetworkAddress): void {
  const socket = dgram.createSocket(family === 4 ? "udp4" : "udp6");
  datagrams.set(id, socket);
  socket.on("error", (error) => tell({ id, kind: "failed", code: codeOf(error) }));
  socket.on("listening", () => {
    const name = socket.address();
    tell({ id, kind: "open", local: { host: name.address, port: name.port }, remote: null });
  });
  socket.on("message", (data, from) => {
    tell({ id, kind: "data", data: new Uint8Array(data), from: { host: from.address, port: from.port } });
  });
  socket.bind(address.port, address.host);
}

function close(id: number): void {
  const flow = flows.get(id);
  flows.delete(id);
  // What was written is on its way all the same.
  if (flow !== undefined) {
    if (flow.stream.closed) tell({ id, kind: "closed" });
    else flow.stream.once("close", () => tell({ id, kind: "closed" }));
    flow.stream.resume();
    if (flow.stream.writable) flow.stream.destroySoon();
    else flow.stream.destroy();
  }
  servers.get(id)?.close();
  servers.delete(id);
  datagrams.get(id)?.close();
  datagrams.delete(id);
}

interface SignalHandle {
  onsignal: (signal: number) => void;
  start(signal: number): number;
  stop(): void;
}

const signals = new Map<number, SignalHandle>();

function watchSignal(id: number, signal: number, on: boolean): void {
  signals.get(signal)?.stop();
  signals.delete(signal);
  if (!on) return;
  const { binding } = process as unknown as { binding(name: string): { Signal: new () => SignalHandle } };
  const handle = new (binding("signal_wrap").Signal)();
  handle.onsignal = (number) => tell({ id, kind: "signal", signal: number });
  handle.start(signal);
  signals.set(signal, handle);
}

const timers = new Map<number, NodeJS.Timeout>();

/** The process itself gets the signal: with nobody who watches it, that is its end. */
function setTimer(signal: number, milliseconds: number, interval: number): void {
  clearTimeout(timers.get(signal));
  timers.delete(signal);
  if (milliseconds <= 0) return;
  const fire = (): void => {
    if (interval > 0) timers.set(signal, setTimeout(fire, interval));
    process.kill(process.pid, signal);
  };
  timers.set(signal, setTimeout(fire, milliseconds));
}

parentPort?.on("message", (request: Request) => {
  const { id } = request;
  switch (request.op) {
    case "spawn":
      return startChild(id, request);
    case "read":
      return startReading(id, request.fd, request.terminal);
    case "readOne":
      return readOne(id, request.fd);
    case "taken":
      return taken(id, request.count);
    case "write":
      return write(id, request.fd, request.data);
    case "connect":
      return connect(id, request.address, request.local);
    case "listen":
      return listen(id, request.address);
    case "lookup":
      return lookup(id, request.name);
    case "finish":
      flows.get(id)?.stream.end();
      return;
    case "close":
      return close(id);
    case "datagrams":
      return openDatagrams(id, request.family, request.address);
    case "send":
      datagrams.get(id)?.send(request.data, request.address.port, request.address.host);
      return;
    case "timer":
      return setTimer(request.signal, request.milliseconds, request.interval);
    case "signal":
      return watchSignal(id, request.signal, request.watch);
  }
});
