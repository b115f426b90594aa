/** What lies in the cache is whole: after a process was killed while it wrote, when several write at once, and when there is no room. */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PYC_HEADER_SIZE, readPycCode } from "../../src/bytecode/pyc.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { runCommand, temporaryFolder } from "../support/command-line.ts";
import { WRITTEN } from "./scenarios/scenario.ts";

const MODULES = 200;
const KILLS = 5;
const TIME_LIMIT = 300_000;
const APP = `import importlib
total = 0
for i in range(${MODULES}):
    total += importlib.import_module(f"m{i}").value
    print(i, total, flush=True)
`;
const SUM = (MODULES * (MODULES - 1)) / 2;

/** May we mount here? Asked in a namespace of its own, where it leaves nothing behind. */
const canMount =
  spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0 && process.getuid?.() === 0;

let cwd = "";
const at = (...names: string[]): string => path.join(cwd, ...names);
const command = [process.execPath, CLI, "app.py"];
const cacheFiles = (): string[] =>
  fs.existsSync(at("__pycache__")) ? fs.readdirSync(at("__pycache__")).filter((name) => name.endsWith(".pyc")) : [];

/** Give all sources another time, so that each cache file is stale. */
function age(seconds: number): void {
  for (let i = 0; i < MODULES; i++) fs.utimesSync(at(`m${i}.py`), WRITTEN + seconds, WRITTEN + seconds);
}

/** Start the program and kill it a moment after it has imported `count` modules. */
function killAfter(count: number, delay: number): Promise<void> {
  const env = { PATH: process.env.PATH ?? "", HOME: cwd };
  const child = spawn(command[0] ?? "", command.slice(1), { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
  let seen = "";
  child.stdout.on("data", (part: Buffer) => {
    seen += part.toString();
    if (seen.split("\n").length > count) setTimeout(() => child.kill("SIGKILL"), delay);
  });
  return new Promise((resolve) => child.on("close", () => resolve()));
}

beforeEach(() => {
  cwd = temporaryFolder();
  fs.writeFileSync(at("app.py"), APP);
  for (let i = 0; i < MODULES; i++) {
    const names = Array.from({ length: 4 }, (_, n) => `name_${i}_${n} = ${n}, "text ${i} ${n}"`);
    fs.writeFileSync(at(`m${i}.py`), `value = ${i}\n${names.join("\n")}\n`);
  }
  age(0);
});

afterEach(() => {
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
});

/** What a run that nobody disturbed has written, without the times. */
async function undisturbed(): Promise<Map<string, Buffer>> {
  expect((await runCommand(command, { cwd })).stdout).toMatch(new RegExp(`\\n${MODULES - 1} ${SUM}\\n$`));
  const bodies = cacheFiles().map((name): [string, Buffer] => [
    name,
    fs.readFileSync(at("__pycache__", name)).subarray(PYC_HEADER_SIZE),
  ]);
  return new Map(bodies);
}

describe("the cache", () => {
  it(
    `is whole after each of ${KILLS} kills in the middle of ${MODULES} imports`,
    async () => {
      const whole = await undisturbed();
      expect(whole.size).toBe(MODULES);
      for (let round = 1; round <= KILLS; round++) {
        if (round % 2 === 0) fs.rmSync(at("__pycache__"), { recursive: true });
        age(round);
        await killAfter(Math.floor((round * MODULES) / (KILLS + 1)), Math.random() * 4);
        for (const name of cacheFiles()) {
          const content = fs.readFileSync(at("__pycache__", name));
          expect(content.subarray(PYC_HEADER_SIZE).equals(whole.get(name) ?? Buffer.alloc(0)), name).toBe(true);
          expect(content.readUInt32LE(8) - WRITTEN).toBeLessThanOrEqual(round);
        }
      }
      expect(await undisturbed()).toEqual(whole);
    },
    TIME_LIMIT,
  );

  // A cache file of more than a block cannot be written; bash counts in blocks of 1024 bytes.
  it("has no file for which there is no room, and says nothing", async () => {
    fs.writeFileSync(at("m0.py"), `value = 0\ntext = "${"x".repeat(5000)}"\n`);
    const limited = ["bash", "-c", 'ulimit -f 2; exec "$@"', "bash", ...command];
    const { stdout, stderr, code } = await runCommand(limited, { cwd });
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout).toMatch(new RegExp(`\\n${MODULES - 1} ${SUM}\\n$`));
    expect(fs.readdirSync(at("__pycache__")).filter((name) => name.startsWith("m0."))).toEqual([]);
    expect(fs.readdirSync(at("__pycache__"))).toHaveLength(MODULES - 1);
    await undisturbed();
    expect(fs.readdirSync(at("__pycache__"))).toHaveLength(MODULES);
  });

  it.skipIf(!canMount)("is whole as far as it goes on a disk that is full", async () => {
    fs.mkdirSync(at("__pycache__"));
    // Of several pages each, so that the last one is written in part.
    for (let i = 0; i < MODULES; i++) fs.appendFileSync(at(`m${i}.py`), `text = "${"x".repeat(9000)}"\n`);
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", at("__pycache__")]).status).toBe(0);
    try {
      const { stdout, stderr, code } = await runCommand(command, { cwd });
      expect([stderr, code]).toEqual(["", 0]);
      expect(stdout).toMatch(new RegExp(`\\n${MODULES - 1} ${SUM}\\n$`));
      const written = fs.readdirSync(at("__pycache__"));
      expect(written.length).toBeGreaterThan(0);
      expect(written.length).toBeLessThan(MODULES);
      for (const name of written) {
        expect(name).toMatch(/\.pyc$/);
        expect(() => readPycCode(fs.readFileSync(at("__pycache__", name)))).not.toThrow();
      }
      expect((await runCommand(command, { cwd })).stdout).toBe(stdout);
    } finally {
      spawnSync("umount", [at("__pycache__")]);
    }
  });

  it(
    "is whole when three processes import the same modules at once",
    async () => {
      const results = await Promise.all([1, 2, 3].map(() => runCommand(command, { cwd })));
      for (const { stdout, stderr, code } of results) {
        expect([stderr, code]).toEqual(["", 0]);
        expect(stdout).toMatch(new RegExp(`\\n${MODULES - 1} ${SUM}\\n$`));
      }
      expect(fs.readdirSync(at("__pycache__"))).toHaveLength(MODULES);
      const together = cacheFiles().map((name) => fs.readFileSync(at("__pycache__", name)).toString("hex"));
      fs.rmSync(at("__pycache__"), { recursive: true });
      await undisturbed();
      expect(cacheFiles().map((name) => fs.readFileSync(at("__pycache__", name)).toString("hex"))).toEqual(together);
    },
    TIME_LIMIT,
  );
});
