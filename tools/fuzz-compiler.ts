/**
 * node tools/run.mjs fuzz-compiler [seconds] [seed] [case]: fuzz marshal, parser and compiler.
 *
 * With a case's number, runs that case alone and writes its bytes to standard output. The cases run in a thread, so that
 * one that never ends is noticed and left behind.
 */
import fs from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { STDLIB_ARCHIVE } from "./build/paths.ts";
import { readZip } from "./build/zip.ts";
import { fuzzCase, runCase } from "./fuzz/compiler.ts";

const HANG_MILLISECONDS = 60_000;
const REPORT_MILLISECONDS = 300_000;

interface Task {
  readonly seed: number;
  readonly first: number;
  readonly progress: Int32Array;
}

function librarySources(): Uint8Array[] {
  const files = [...readZip(fs.readFileSync(STDLIB_ARCHIVE))].filter(([name]) => name.endsWith(".py"));
  return files.map(([, source]) => source).filter((source) => source.length > 0);
}

function work({ seed, first, progress }: Task): void {
  const sources = librarySources();
  for (let index = first; ; index++) {
    Atomics.store(progress, 0, index);
    const problem = runCase(fuzzCase(seed, index, sources));
    if (problem === undefined) continue;
    Atomics.add(progress, 1, 1);
    fs.writeSync(1, `seed ${seed} case ${index}: ${problem}\n`);
  }
}

/** Runs cases until the time is over; how many there were, and how many went wrong. */
async function fuzz(seconds: number, seed: number): Promise<[cases: number, failures: number]> {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const end = performance.now() + seconds * 1000;
  const start = (first: number): Worker =>
    new Worker(new URL(import.meta.url), { workerData: { seed, first, progress } satisfies Task });
  let worker = start(0);
  let last = -1;
  let lastChange = performance.now();
  let nextReport = performance.now() + REPORT_MILLISECONDS;
  while (performance.now() < end) {
    if (performance.now() > nextReport) {
      console.log(`${progress[0]} cases so far, ${progress[1]} wrong`);
      nextReport += REPORT_MILLISECONDS;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    const current = Atomics.load(progress, 0);
    if (current !== last) {
      last = current;
      lastChange = performance.now();
    } else if (performance.now() - lastChange > HANG_MILLISECONDS) {
      console.log(`seed ${seed} case ${current}: hangs`);
      Atomics.add(progress, 1, 1);
      await worker.terminate();
      worker = start(current + 1);
      lastChange = performance.now();
    }
  }
  await worker.terminate();
  return [Atomics.load(progress, 0), Atomics.load(progress, 1)];
}

if (isMainThread) {
  const [seconds = "60", seed = "1", only] = process.argv.slice(2);
  if (only !== undefined) {
    const example = fuzzCase(Number(seed), Number(only), librarySources());
    fs.writeSync(1, example.bytes);
    console.error(`${example.kind}, ${example.bytes.length} bytes: ${runCase(example) ?? "fine"}`);
  } else {
    const [cases, failures] = await fuzz(Number(seconds), Number(seed));
    console.log(`${cases} cases in ${seconds} s, ${failures} wrong`);
    process.exitCode = failures === 0 ? 0 : 1;
  }
} else {
  work(workerData as Task);
}
