/** Oracle: the reference CPython 3.12.7 as an object. It starts at first use and again after a crash or a time-out. */
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { ROOT } from "../build/paths.ts";
import type { OracleReply, OracleRequest, ProgramRequest, ProgramResult, SourceRequest } from "./messages.ts";

const TIME_LIMIT_MILLISECONDS = 300_000;

export class Oracle {
  private child: Promise<ChildProcess> | null = null;
  private lastId = 0;

  /** Run a program file as `python3.12 path argv...`. */
  async runProgram(file: string, argv: readonly string[], stdin: string): Promise<ProgramResult> {
    return (await this.ask({ kind: "program", path: file, argv, stdin })) as ProgramResult;
  }

  /** Run Python source in the reference; the value of its last expression must be a str. */
  async runSource(source: string): Promise<string> {
    return (await this.ask({ kind: "source", source })) as string;
  }

  async close(): Promise<void> {
    if (this.child === null) return;
    const child = await this.child;
    this.child = null;
    child.disconnect();
  }

  private async ask(question: ProgramRequest | SourceRequest): Promise<ProgramResult | string> {
    this.child ??= start();
    const child = await this.child;
    this.lastId += 1;
    try {
      return await exchange(child, { ...question, id: this.lastId });
    } catch (error) {
      // An error that is not the program's own may have left the reference in any state.
      this.child = null;
      child.kill("SIGKILL");
      throw error;
    }
  }
}

async function start(): Promise<ChildProcess> {
  const child = fork(path.join(ROOT, "tools", "run.mjs"), ["oracle/worker"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await answer(child, 0);
  return child;
}

function exchange(child: ChildProcess, request: OracleRequest): Promise<ProgramResult | string> {
  const reply = answer(child, request.id);
  child.send(request);
  return reply;
}

function answer(child: ChildProcess, id: number): Promise<ProgramResult | string> {
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      child.off("message", onMessage);
      child.off("exit", onExit);
    };
    const onMessage = (reply: OracleReply): void => {
      if (reply.id !== id) return;
      finish();
      if ("error" in reply) reject(new Error(reply.error));
      else resolve(reply.result);
    };
    const onExit = (code: number | null): void => {
      finish();
      reject(new Error(`the oracle's process ended (${code ?? "killed"})`));
    };
    const timer = setTimeout(() => child.kill("SIGKILL"), TIME_LIMIT_MILLISECONDS);
    child.on("message", onMessage);
    child.on("exit", onExit);
  });
}
