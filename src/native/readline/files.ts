/** The history and init files of readline (readline's histfile.c, bind.c). */
import { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } from "../../host/constants.ts";
import { host, writeAll } from "../../host/current.ts";
import { type HostPath, ifPossible } from "../../host/host.ts";
import { History } from "./editor/history.ts";
import { bindFile } from "./inputrc.ts";
import type { ReadlineState } from "./state.ts";

const PRIVATE = 0o600;
const SYSTEM_INIT_FILE = "/etc/inputrc";

function inHome(name: string): string {
  return `${host().process.environment.get("HOME") ?? ""}/${name}`;
}

function readText(path: HostPath): string {
  return new TextDecoder().decode(host().files.readFile(path));
}

function writeText(path: HostPath, flags: number, text: string): void {
  const { files } = host();
  const fd = files.open(path, flags, PRIVATE);
  try {
    writeAll(fd, new TextEncoder().encode(text));
  } finally {
    files.close(fd);
  }
}

/** Where there is a file already, a link is followed, so that the new content takes the place of the old. */
function target(path: HostPath): HostPath {
  return ifPossible(() => host().files.realpath(path)) ?? path;
}

/** The whole content at once: who is stopped in the middle leaves the old file. */
function replaceFile(path: HostPath, text: string): void {
  const { files, process } = host();
  const place = target(path);
  const temporary = typeof place === "string" ? `${place}-${process.pid}.tmp` : place;
  writeText(temporary, O_WRONLY | O_CREAT | O_TRUNC, text);
  if (temporary === place) return;
  try {
    files.rename(temporary, place);
  } catch (error) {
    files.unlink(temporary);
    throw error;
  }
}

export function historyFile(path: HostPath | undefined): HostPath {
  return path ?? inHome(".history");
}

export function readHistory(state: ReadlineState, path: HostPath): void {
  state.history.items.push(...History.parse(readText(path)));
}

export function writeHistory(state: ReadlineState, path: HostPath): void {
  replaceFile(path, state.history.truncated(History.format(state.history.items)));
}

/** The last entries, at the end of a file that is there. */
export function appendHistory(state: ReadlineState, count: number, path: HostPath): void {
  const last = count > 0 ? state.history.items.slice(-count) : [];
  writeText(path, O_WRONLY | O_APPEND, History.format(last));
  if (state.history.fileLimit >= 0) replaceFile(path, state.history.truncated(readText(path)));
}

function readIfThere(path: string): string | undefined {
  return ifPossible(() => readText(path.startsWith("~/") ? inHome(path.slice(2)) : path));
}

/** Without a path: the file read last, that of INPUTRC, the user's, the system's. */
export function readInitFile(state: ReadlineState, path: HostPath | undefined): void {
  const given = path ?? state.initFile ?? (host().process.environment.get("INPUTRC") || undefined);
  const isThere = given !== undefined || readIfThere("~/.inputrc") !== undefined;
  const name = given ?? (isThere ? inHome(".inputrc") : SYSTEM_INIT_FILE);
  const content = readText(name);
  if (typeof name === "string") state.initFile = name;
  bindFile(state, content, readIfThere);
}
