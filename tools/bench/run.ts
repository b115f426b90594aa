/**
 * One measured process: its time from outside, its peak memory, what it printed.
 *
 * The peak is asked of /proc while the process runs (it only rises, so the last answer counts), more seldom the longer it
 * has run; where there is no /proc it is unknown.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";

export interface Run {
  readonly seconds: number;
  /** In MB, undefined if this system does not tell. */
  readonly memory: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

const TIME_LIMIT_MILLISECONDS = 600_000;
const FIRST_WAIT_MILLISECONDS = 4;
const LONGEST_WAIT_MILLISECONDS = 200;

function peakOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/**
 * Ours without what changes how a Python or Node runs: PYTHONDONTWRITEBYTECODE would make every import a cold one, and
 * NODE_EXTRA_CA_CERTS makes Node's own start, with which ours is compared, three times as long.
 */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(PYTHON|NODE_|CHAIPY_)/.test(name)),
);

export function run(command: readonly string[], cwd?: string): Promise<Run> {
  const [executable = "", ...args] = command;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(executable, args, {
      cwd,
      env: ENVIRONMENT,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: TIME_LIMIT_MILLISECONDS,
      killSignal: "SIGKILL",
    });
    let memory: number | undefined;
    let seconds = 0;
    const watch = (): void => {
      if (child.pid !== undefined) memory = peakOf(child.pid) ?? memory;
      const wait = Math.min(LONGEST_WAIT_MILLISECONDS, (performance.now() - start) / 20);
      timer = setTimeout(watch, Math.max(FIRST_WAIT_MILLISECONDS, wait));
    };
    let timer = setTimeout(watch, FIRST_WAIT_MILLISECONDS);
    const texts = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("exit", () => {
      seconds = (performance.now() - start) / 1000;
      clearTimeout(timer);
    });
    child.on("close", (status) => resolve({ seconds, memory, status, ...texts }));
  });
}

/** The numbers behind `TIME` in the output, in order. */
export function timesOf({ stdout }: Run): number[] {
  return [...stdout.matchAll(/^TIME ([\d.]+)$/gm)].map((match) => Number(match[1]));
}
