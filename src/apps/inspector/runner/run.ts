/**
 * One run of a program in the page's runner: its world is made of the files that the page holds, and its files go back there.
 *
 * Method for input: a run that wants a line that nobody has given is given up, and done again from its start when the line
 * has come (host/repeatable.ts). Limits: what the program computed before is computed again; a run that depends on nothing
 * but its input, its files, the time and random numbers repeats itself exactly, and there is nothing else in a page.
 */
import { isolatedConfig } from "../../../embed/config.ts";
import { recordImports } from "../../../embed/import-story.ts";
import { watchJit } from "../../../embed/jit.ts";
import { finish, runProgram } from "../../../embed/program.ts";
import { untilExit } from "../../../embed/python.ts";
import { INSTRUCTIONS, Recorder, RecordingFull } from "../../../embed/recording/recorder.ts";
import type { Recording } from "../../../embed/recording/recording.ts";
import { finishStartup, startInterpreter } from "../../../embed/startup.ts";
import type { Library } from "../../../host/browser.ts";
import { S_IFDIR, S_IFMT } from "../../../host/constants.ts";
import type { FileSystem } from "../../../host/host.ts";
import { type History, RepeatableHost } from "../../../host/repeatable.ts";
import { TextOutput } from "../../../host/streams.ts";
import { FrozenTable } from "../../../importing/frozen.ts";
import type { Interpreter } from "../../../vm/interpreter.ts";
import type { ImportRecord } from "../../explain/records.ts";
import { History as CompilerHistory } from "../../jit/history.ts";
import type { RunEnd, RunRequest, VirtualFile } from "./messages.ts";
import type { RunOutput } from "./output.ts";
import { HOME, machineOptions, PREFIX, setTimes } from "./world.ts";

export interface RunOptions {
  readonly request: RunRequest;
  readonly library: Library;
  readonly history: History;
  readonly output: RunOutput;
  /** Told of the recording when the run is over, or given up. */
  recorded(recording: Recording): void;
}

/** Runs to the end; throws Unanswered if input is wanted. */
export function runOnce({ request, library, history, output, recorded }: RunOptions): RunEnd {
  const { script, files, optimize, run } = request;
  history.rewind();
  output.rewind();
  const world = new RepeatableHost(
    {
      ...machineOptions(files, library),
      stdout: new TextOutput((text) => output.write("stdout", text)),
      stderr: new TextOutput((text) => output.write("stderr", text)),
    },
    history,
  );
  setTimes(world, files);
  const config = isolatedConfig({
    run: { kind: "file", path: script },
    prefix: PREFIX,
    executable: world.process.executable,
    optimize,
    // As on a terminal: what is printed is seen at once.
    unbuffered: true,
  });
  let story = "[]";
  const imports = recordImports((json) => {
    story = json;
  });
  const compiled = new CompilerHistory();
  watchJit((event) => compiled.note(event));
  const { status } = untilExit(() => {
    const interpreter = startInterpreter(config, world, new FrozenTable(() => library.frozen));
    const program = { interpreter, config, main: finishStartup(interpreter, config) };
    imports.started(interpreter);
    const run = (): number => runProgram(program);
    const result = request.record ? runRecorded(interpreter, output, run, recorded) : run();
    imports.ended(interpreter);
    return finish(program, result);
  });
  output.flush();
  return {
    kind: "ended",
    run,
    status,
    files: readFiles(world.files, HOME),
    imports: JSON.parse(story) as ImportRecord[],
    compiled: compiled.units((file) => file.startsWith(HOME)),
  };
}

/** Status of a program that is stopped because its recording is full. */
const STOPPED = 130;

function runRecorded(
  interpreter: Interpreter,
  output: RunOutput,
  run: () => number,
  recorded: RunOptions["recorded"],
): number {
  const recorder = new Recorder(interpreter, {
    instructions: INSTRUCTIONS,
    accepts: (file) => file.startsWith(HOME),
    written: () => output.written,
  });
  recorder.start();
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RecordingFull)) throw error;
    return STOPPED;
  } finally {
    recorded(recorder.stop());
  }
}

/** Every file below a folder; names that are no text are left out. */
function readFiles(files: FileSystem, folder: string): VirtualFile[] {
  return files.readdir(folder).flatMap(({ name }) => {
    if (typeof name !== "string") return [];
    const path = `${folder}/${name}`;
    const { mode, mtimeNs } = files.lstat(path);
    if ((mode & S_IFMT) === S_IFDIR) return readFiles(files, path);
    return [{ path, content: files.readFile(path), mtimeNs }];
  });
}
