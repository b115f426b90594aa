/**
 * The commands of a lesson, run by the shell in a folder of their own, with `python` and `chaipy` being this interpreter.
 *
 * Trap: output and errors of a command go into one file, in the order in which they are written, as on a terminal.
 */
import { O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY } from "../../host/constants.ts";
import { writeAll } from "../../host/current.ts";
import type { Host } from "../../host/host.ts";
import { makeFolder } from "./folder.ts";
import type { Lesson, Part } from "./lesson.ts";

const SHELL = "/bin/sh";
const TRANSCRIPT = ".transcript";
/** Where `python` and `chaipy` are; a name that `ls` does not show. */
const PROGRAMS = ".bin";
const WRITE = O_WRONLY | O_CREAT | O_TRUNC;

/** Settings of the reader's own that would change what a lesson shows. */
const DROPPED = /^(PYTHON.*|CHAIPY.*|NO_COLOR|FORCE_COLOR)$/;

/** Takes each part as the lesson has it, commands with the output that they had here. */
export type PartListener = (part: Part) => void;

export function runLesson(
  lesson: Lesson,
  folder: string,
  executable: string,
  world: Host,
  listener: PartListener,
): void {
  makePrograms(folder, executable, world);
  for (const part of lesson.parts) {
    if (part.kind === "file") writeText(world, `${folder}/${part.name}`, part.text, 0o644);
    if (part.kind !== "command") listener(part);
    else listener({ ...part, output: runCommand(part.command, folder, world) });
  }
}

function makePrograms(folder: string, executable: string, world: Host): void {
  makeFolder(`${folder}/${PROGRAMS}`, world);
  for (const name of ["python", "chaipy"]) {
    writeText(world, `${folder}/${PROGRAMS}/${name}`, `#!${SHELL}\nexec '${executable}' "$@"\n`, 0o755);
  }
}

function writeText(world: Host, path: string, text: string, mode: number): void {
  const bytes = new TextEncoder().encode(text);
  const fd = world.files.open(path, WRITE, mode);
  try {
    writeAll(fd, bytes, world);
  } finally {
    world.files.close(fd);
  }
}

function runCommand(command: string, folder: string, world: Host): string {
  const { children, files } = world;
  if (children === null) return "";
  const transcript = `${folder}/${TRANSCRIPT}`;
  const output = files.open(transcript, WRITE, 0o644);
  const input = files.open("/dev/null", O_RDONLY);
  try {
    const pid = children.start({
      file: SHELL,
      args: [SHELL, "-c", command],
      cwd: folder,
      environment: environmentOf(folder, world),
      descriptors: [input, output, output],
      newSession: false,
      uid: undefined,
      gid: undefined,
      umask: undefined,
    });
    while (children.status(pid) === null) {
      world.wait(1);
      world.receive();
    }
    children.forget(pid);
  } finally {
    files.close(output);
    files.close(input);
  }
  const text = new TextDecoder().decode(files.readFile(transcript));
  files.unlink(transcript);
  return text;
}

function environmentOf(folder: string, world: Host): Record<string, string> {
  const { environment } = world.process;
  const kept = environment.names().filter((name) => !DROPPED.test(name));
  const entries = kept.map((name): [string, string] => [name, environment.get(name) ?? ""]);
  const path = `${folder}/${PROGRAMS}:${environment.get("PATH") ?? "/usr/bin:/bin"}`;
  return { ...Object.fromEntries(entries), PATH: path, LC_ALL: "C.UTF-8", TZ: "UTC" };
}
