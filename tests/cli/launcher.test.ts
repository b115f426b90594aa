/**
 * dist/chaipy: starts from a snapshot exactly when that fits, and is then no other Python than the one that starts from its
 * scripts. Linux only: elsewhere it always starts from the scripts.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIST } from "../../tools/build/paths.ts";
import { type CommandResult, runCommand, temporaryFolder } from "../support/command-line.ts";

const COPIED = ["chaipy", "cli.js", "frozen.bin", "main.js", "package.json", "start", "worker.js"];
const WAYS =
  "print('snapshot' if open('/proc/self/cmdline', 'rb').read().split(bytes(1))[1] == b'--snapshot-blob' else 'scripts')";

let cwd = "";
let home = "";
const made = (...names: string[]): string => path.join(home, ".start", ...names);

/** An installation of its own, beside the library that was built. */
function install(folder: string): void {
  fs.mkdirSync(folder);
  for (const name of COPIED) fs.cpSync(path.join(DIST, name), path.join(folder, name), { recursive: true });
  for (const name of ["lib", "parts"]) fs.symlinkSync(path.join(DIST, name), path.join(folder, name));
}

/** As the launcher is told of it: the folder of a link to the Node of this test. */
function folderWithNode(name: string): string {
  const folder = path.join(cwd, name);
  fs.mkdirSync(folder);
  fs.symlinkSync(process.execPath, path.join(folder, "node"));
  return folder;
}

const systemPath = "/usr/bin:/bin";
let nodes = "";

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
  return runCommand([path.join(home, "chaipy"), ...args], { cwd, env: { PATH: `${nodes}:${systemPath}`, ...env } });
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));

/** Make the snapshot now, as a start that misses it has it made. */
async function makeSnapshot(node = path.join(nodes, "node"), env = {}): Promise<void> {
  while (fs.existsSync(made("making"))) await pause();
  const result = await runCommand([process.execPath, path.join(home, "start/make.js"), node], { cwd, env });
  expect(result).toEqual({ stdout: "", stderr: "", code: 0 });
}

/** Wait until one is there and nobody makes another. */
async function snapshotMade(): Promise<string[]> {
  for (let waited = 0; waited < 600; waited++) {
    const lines = fs.existsSync(made("table")) ? fs.readFileSync(made("table"), "utf8").trim().split("\n") : [];
    if (lines.length > 1 && !fs.existsSync(made("making"))) return lines;
    await pause();
  }
  throw new Error("no snapshot was made");
}

const way = async (...given: Parameters<typeof run>): Promise<string> => (await run(...given)).stdout.trim();

describe.runIf(process.platform === "linux")("the launcher", () => {
  beforeAll(async () => {
    cwd = temporaryFolder();
    home = path.join(cwd, "home");
    nodes = folderWithNode("nodes");
    install(home);
    await makeSnapshot(undefined, { SECRET: "never-to-be-kept", PATH: "/secret-folder:/usr/bin:/bin" });
  });

  afterAll(() => {
    fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
  });

  it("starts from the snapshot, whatever the program is", async () => {
    fs.writeFileSync(path.join(cwd, "way.py"), WAYS);
    for (const args of [
      ["-c", WAYS],
      ["way.py"],
      ["-m", "way"],
      ["-I", "way.py"],
      ["-Bu", "-X", "jit=off", "way.py"],
    ]) {
      expect([args, await way(args)]).toEqual([args, "snapshot"]);
    }
    const { stdout } = await runCommand([path.join(home, "chaipy"), "-"], {
      cwd,
      stdin: WAYS,
      env: { PATH: `${nodes}:${systemPath}` },
    });
    expect(stdout).toBe("snapshot\n");
  });

  it("is no other Python than that of the scripts", async () => {
    const program = path.join(import.meta.dirname, "launcher-state.py");
    const env = { PATH: `${nodes}:${systemPath}`, PYTHONPATH: "/nowhere", TEA: "green" };
    for (const PYTHONHASHSEED of ["0", "12345"]) {
      for (const args of [[], ["-E"], ["-I", "-B"], ["-OO"], ["-S"], ["-Werror"], ["-s", "-q", "-u"]]) {
        if (args.includes("-E") || args.includes("-I"))
          args.push("-c", "import sys; print(sys.flags, sys.path, list(sys.modules))");
        else args.push(program);
        const fast = await run(args, { ...env, PYTHONHASHSEED });
        const scripts = await runCommand([path.join(nodes, "node"), path.join(home, "cli.js"), ...args], {
          cwd,
          env: { ...env, PYTHONHASHSEED },
        });
        expect(fast.stdout.replaceAll(path.join(home, "chaipy"), path.join(home, "cli.js"))).toBe(scripts.stdout);
        expect(fast.stderr).toBe(scripts.stderr);
        expect(fast.code).toBe(scripts.code);
      }
    }
  });

  it("gives the program the environment as it was", async () => {
    const program = "import os; print(dict(os.environ), os.getcwd())";
    const odd = { "a-b": "1", PATH: `${nodes}:${systemPath}`, "BASH_FUNC_x%%": "() { :\n}", A: "", Z: "é" };
    for (const more of [{}, { NODE_DEBUG: "nothing" }]) {
      const given = { ...odd, ...more };
      const child = spawn(path.join(home, "chaipy"), ["-c", program], { cwd, env: given });
      let text = "";
      for await (const part of child.stdout) text += part;
      const rows = Object.entries(given).map(([name, value]) => `'${name}': '${value.replace("\n", "\\n")}'`);
      expect(text).toBe(`{${rows.join(", ")}} ${cwd}\n`);
    }
  });

  it("gives each process its own hashes, time and randomness", async () => {
    const program = "import random, time; print(hash('tea'), {'a', 'b', 'c', 'd', 'e'}, random.random(), time.time())";
    const runs = [await way(["-c", program]), await way(["-c", program])];
    const [first, second] = runs.map((text) => text.split(" "));
    expect(first[0]).not.toBe(second[0]);
    expect(first.at(-2)).not.toBe(second.at(-2));
    expect(Math.abs(Number(second.at(-1)) - Date.now() / 1000)).toBeLessThan(60);
  });

  it("ends as the program ends", async () => {
    expect((await run(["-c", "import sys; sys.exit(7)"])).code).toBe(7);
    const raised = await run(["-c", "1/0"]);
    expect([raised.code, raised.stderr.split("\n").at(-2)]).toEqual([1, "ZeroDivisionError: division by zero"]);
    const killed = await run(["-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"]);
    expect(killed.code).toBe(128 + os.constants.signals.SIGTERM);
  });

  it("is interrupted by Ctrl-C", async () => {
    const args = ["-u", "-c", `${WAYS}\nwhile True: pass`];
    const child = spawn(path.join(home, "chaipy"), args, { env: { PATH: `${nodes}:${systemPath}` } });
    let [stdout, stderr] = ["", ""];
    child.stderr.on("data", (part: Buffer) => (stderr += part));
    child.stdout.on("data", (part: Buffer) => {
      stdout += part;
      setTimeout(() => child.kill("SIGINT"), 200);
    });
    const signal = await new Promise((resolve) => child.on("close", (_, name) => resolve(name)));
    expect([stdout, stderr.split("\n").at(-2), signal]).toEqual(["snapshot\n", "KeyboardInterrupt", "SIGINT"]);
  });

  it("has threads, children, sockets and signals", async () => {
    const program = `import signal, socket, subprocess, sys, threading
seen = []
thread = threading.Thread(target=seen.append, args=[1]); thread.start(); thread.join()
print(seen, subprocess.check_output([sys.executable, "-c", ${JSON.stringify(WAYS)}], text=True).strip())
a, b = socket.socketpair(); a.sendall(b"tea"); print(b.recv(3))
signal.signal(signal.SIGALRM, lambda *args: print("alarm")); signal.alarm(1); signal.pause()
import json, re, decimal, zlib; print(json.dumps([1]), re.sub("a", "b", "aa"), decimal.Decimal("1.10"), zlib.crc32(b"a"))
`;
    expect(await run(["-c", program])).toEqual({
      stdout: `[1] snapshot\nb'tea'\nalarm\n[1] bb 1.10 3904355907\n`,
      stderr: "",
      code: 0,
    });
  });

  it("is found through a link, which is then the executable", async () => {
    const link = path.join(cwd, "linked");
    fs.symlinkSync("home/chaipy", link);
    const program = `${WAYS}\nimport sys; print(sys.executable, sys._base_executable, sys.prefix)`;
    const env = { PATH: `${nodes}:${systemPath}` };
    fs.symlinkSync("../linked", path.join(nodes, "again"));
    const expected = `snapshot\n${link} ${path.join(home, "chaipy")} ${home}\n`;
    expect((await runCommand([link, "-c", program], { cwd, env })).stdout).toBe(expected);
    const found = await runCommand(["/bin/sh", "-c", `PATH=${cwd}:$PATH; linked -c "$1"`, "sh", program], { cwd, env });
    expect(found.stdout).toBe(expected);
    expect((await runCommand(["./linked", "-c", program], { cwd, env })).stdout).toBe(expected);
    const twice = await runCommand([path.join(nodes, "again"), "-c", WAYS], { cwd, env });
    expect(twice.stdout).toBe("snapshot\n");
  });

  it("starts from the scripts where V8 has options, or no Node is known to fit", async () => {
    expect(await way(["-c", WAYS], { NODE_OPTIONS: "--max-old-space-size=500" })).toBe("scripts");
    expect(await way(["-c", WAYS], { NODE_V8_COVERAGE: path.join(cwd, "coverage") })).toBe("scripts");
  });

  it("has a snapshot made for a Node that has none, once, and keeps the other", async () => {
    const before = await snapshotMade();
    const PATH = `${folderWithNode("others")}:${systemPath}`;
    const both = await Promise.all([run(["-c", WAYS], { PATH }), run(["-c", WAYS], { PATH })]);
    expect(both).toEqual(both.map(() => ({ stdout: "scripts\n", stderr: "", code: 0 })));
    while ((await snapshotMade()).length === before.length) await pause();
    expect((await snapshotMade()).length).toBe(before.length + 1);
    expect(await way(["-c", WAYS], { PATH })).toBe("snapshot");
    expect(await way(["-c", WAYS])).toBe("snapshot");
  });

  it("trusts no entry of another boot, another folder or other scripts", async () => {
    const table = await snapshotMade();
    const write = (lines: readonly string[]): void => fs.writeFileSync(made("table"), `${lines.join("\n")}\n`);
    write(table.map((line) => line.replace(/ [\da-f-]{36} /, " 01234567-89ab-cdef-0123-456789abcdef ")));
    expect(await way(["-c", WAYS])).toBe("scripts");
    while (!(await snapshotMade()).some((line) => table.includes(line) && line !== home)) {
      await pause();
    }
    write([path.dirname(home), ...table.slice(1)]);
    expect(await way(["-c", WAYS])).toBe("scripts");
    while ((await snapshotMade())[0] !== home) await pause();
    expect(await way(["-c", WAYS])).toBe("snapshot");
    const later = new Date(Date.now() + 60_000);
    fs.utimesSync(path.join(home, "main.js"), later, later);
    expect(await way(["-c", WAYS])).toBe("scripts");
    fs.utimesSync(path.join(home, "main.js"), new Date(0), new Date(0));
  });

  it("finds the names of its tables under the hashes of the process", async () => {
    const uses = [
      "len(s)",
      "'os' in s",
      "len(s | {'x'})",
      "len(s - {'os'})",
      "s == frozenset(list(s))",
      "len({'x'} | s)",
    ];
    const results = ["301", "True", "302", "300", "True", "302"];
    const shown = await Promise.all(
      uses.map((use) => way(["-c", `import sys; s = sys.stdlib_module_names; print(${use})`])),
    );
    expect(shown).toEqual(results);
    const hashes = "import sys; s = sys.stdlib_module_names; print(hash(s) == hash(frozenset(sorted(s))))";
    expect(await way(["-c", hashes])).toBe("True");
  });

  it("starts children that need no PATH, with the environment that they are given", async () => {
    const child = `import os; ${WAYS}; print(dict(os.environ))`;
    const program = `import subprocess, sys
for env in {}, {"A": "1", "a-b": "2"}, {"NODE_DEBUG": "x"}:
    print(subprocess.run([sys.executable, "-c", ${JSON.stringify(child)}], env=env, capture_output=True, text=True).stdout)`;
    const expected = "snapshot\n{}\n\nsnapshot\n{'A': '1', 'a-b': '2'}\n\nscripts\n{'NODE_DEBUG': 'x'}\n\n";
    expect((await run(["-c", program])).stdout).toBe(expected);
  });

  it("makes none for a Node that only looks for the one to be run", async () => {
    const folder = path.join(cwd, "shims");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "node"), `#!/bin/sh\nexec ${process.execPath} "$@"\n`, { mode: 0o755 });
    await makeSnapshot(path.join(folder, "node"));
    expect((await snapshotMade())[1]).toMatch(/^- /);
    expect(await way(["-c", WAYS], { PATH: `${folder}:${systemPath}` })).toBe("scripts");
  });

  it("says nothing where it cannot write", async () => {
    const other = path.join(cwd, "unwritable");
    install(other);
    fs.writeFileSync(path.join(other, ".start"), "not a folder");
    const result = await runCommand([path.join(other, "chaipy"), "-c", WAYS], {
      cwd,
      env: { PATH: `${nodes}:${systemPath}` },
    });
    expect(result).toEqual({ stdout: "scripts\n", stderr: "", code: 0 });
  });

  it("keeps nothing of the process that made the snapshot", async () => {
    for (const name of fs.readdirSync(path.join(home, ".start"))) {
      const content = fs.readFileSync(made(name), "latin1");
      for (const secret of ["never-to-be-kept", "/secret-folder"]) expect(content.includes(secret)).toBe(false);
    }
  });
});
