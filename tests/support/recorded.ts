/** A program recorded by embed/recording, in this process, on the machine's files. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { isolatedConfig } from "../../src/embed/config.ts";
import { finish, runProgram } from "../../src/embed/program.ts";
import { INSTRUCTIONS, Recorder, RecordingFull } from "../../src/embed/recording/recorder.ts";
import type { Recording } from "../../src/embed/recording/recording.ts";
import { finishStartup, startInterpreter } from "../../src/embed/startup.ts";
import { NodeHost } from "../../src/host/node.ts";
import { BytesInput, BytesOutput } from "../../src/host/streams.ts";
import { FrozenTable } from "../../src/importing/frozen.ts";
import { DIST } from "../../tools/build/paths.ts";

export interface Recorded {
  readonly recording: Recording;
  readonly output: string;
  readonly file: string;
}

/** Run the source as a program of its own. */
export function record(source: string, instructions = INSTRUCTIONS): Recorded {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-recorded-"));
  const file = path.join(folder, "main.py");
  fs.writeFileSync(file, source);
  const stdout = new BytesOutput();
  const executable = path.join(DIST, "cli.js");
  const world = new NodeHost({
    isGuest: true,
    argv: [],
    executable,
    stdin: new BytesInput(""),
    stdout,
    stderr: stdout,
  });
  const config = isolatedConfig({ run: { kind: "file", path: file }, prefix: DIST, executable, unbuffered: true });
  const interpreter = startInterpreter(
    config,
    world,
    new FrozenTable(() => fs.readFileSync(path.join(DIST, "frozen.bin"))),
  );
  const program = { interpreter, config, main: finishStartup(interpreter, config) };
  const recorder = new Recorder(interpreter, {
    instructions,
    accepts: (name) => name.startsWith(folder),
    written: () => stdout.text().length,
  });
  recorder.start();
  try {
    runProgram(program);
  } catch (error) {
    if (!(error instanceof RecordingFull)) throw error;
  }
  const recording = recorder.stop();
  if (!recording.isCut) finish(program, 0);
  fs.rmSync(folder, { recursive: true });
  return { recording, output: stdout.text(), file };
}
