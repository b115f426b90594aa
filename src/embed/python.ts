/**
 * Python as a library (api.ts): an interpreter in a world, which runs programs to their end or keeps a session.
 *
 * Trap: to start an interpreter makes it the one that runs; a session that is no longer that one must not go on, since
 * its hooks and settings are gone.
 */

import { O_CREAT, O_TRUNC, O_WRONLY } from "../host/constants.ts";
import { writeAll } from "../host/current.ts";
import { type Host, HostExit } from "../host/host.ts";
import { FrozenTable } from "../importing/frozen.ts";
import { strFromJs } from "../objects/kernel/payload.ts";
import type { Config, RunTarget } from "../vm/config.ts";
import { current } from "../vm/thread.ts";
import type { Python, Result } from "./api.ts";
import { isolatedConfig } from "./config.ts";
import { compileMain, finish, flushingStreams, guard, type Program, runProgram } from "./program.ts";
import { finishStartup, startInterpreter } from "./startup.ts";

export interface Setup {
  /** dist/frozen.bin */
  readonly frozen: Uint8Array;
  /** The folder that holds `lib/python3.12`. */
  readonly prefix: string;
  readonly settings: Partial<Config>;
}

export class EmbeddedPython implements Python {
  private session: Program | undefined;

  constructor(
    private readonly world: Host,
    private readonly setup: Setup,
  ) {}

  runScript(path: string, args: readonly string[] = []): Result {
    return this.runToEnd({ kind: "file", path }, args);
  }

  runModule(name: string, args: readonly string[] = []): Result {
    return this.runToEnd({ kind: "module", name }, args);
  }

  exec(source: string, filename = "<string>"): Result {
    return untilExit(() => {
      this.session ??= this.start({ kind: "command", source: "" }, []);
      const program = this.session;
      if (current.thread.interpreter !== program.interpreter) {
        throw new Error("another interpreter was started since: this session is over");
      }
      return guard(program, () =>
        flushingStreams(program, () => {
          const code = compileMain(program.config, source, strFromJs(filename), "exec");
          program.interpreter.run(code, program.main.dict);
        }),
      );
    });
  }

  close(): Result {
    const { session } = this;
    this.session = undefined;
    if (session === undefined || current.thread.interpreter !== session.interpreter) return { status: 0 };
    return untilExit(() => finish(session, 0));
  }

  writeFile(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const { files } = this.world;
    const fd = files.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    writeAll(fd, bytes, this.world);
    files.close(fd);
  }

  readFile(path: string): Uint8Array {
    return this.world.files.readFile(path);
  }

  listFolder(path: string): string[] {
    const names = this.world.files.readdir(path).map(({ name }) => name);
    return names.map((name) => (typeof name === "string" ? name : new TextDecoder().decode(name))).sort();
  }

  private runToEnd(run: RunTarget, args: readonly string[]): Result {
    this.close();
    return untilExit(() => {
      const program = this.start(run, args);
      return finish(program, runProgram(program));
    });
  }

  private start(run: RunTarget, args: readonly string[]): Program {
    const { prefix, settings, frozen } = this.setup;
    const { executable } = this.world.process;
    const config = isolatedConfig({ executable, ...settings, run, args, prefix });
    const interpreter = startInterpreter(config, this.world, new FrozenTable(() => frozen));
    return { interpreter, config, main: finishStartup(interpreter, config) };
  }
}

/** `os._exit` has no process to end here: it ends the work. */
export function untilExit(work: () => number): Result {
  try {
    return { status: work() };
  } catch (error) {
    if (error instanceof HostExit) return { status: error.code };
    throw error;
  }
}
