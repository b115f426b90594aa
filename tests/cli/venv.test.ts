/** `python -m venv`: the environment's interpreter, its prefixes and paths, and the activation script of a POSIX shell. */
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DIST } from "../../tools/build/paths.ts";
import { CLI } from "../../tools/oracle/interpreter.ts";
import { runCommand, temporaryFolder } from "../support/command-line.ts";

const SHOW = "import sys, tea; print(sys.executable, sys.prefix, sys.base_prefix, sys._base_executable, tea.__file__)";
const TIME_LIMIT = 120_000;

let cwd = "";
const at = (...names: string[]): string => path.join(cwd, ...names);

beforeAll(async () => {
  cwd = temporaryFolder();
  const command = [process.execPath, CLI, "-m", "venv", "--without-pip"];
  expect(await runCommand([...command, "ours", "my own"], { cwd })).toEqual({ stdout: "", stderr: "", code: 0 });
  expect((await runCommand([...command, "--copies", "--prompt", "tea", "copy"], { cwd })).code).toBe(0);
  for (const name of ["ours", "my own", "copy"]) {
    fs.writeFileSync(at(name, "lib", "python3.12", "site-packages", "tea.py"), "");
  }
}, TIME_LIMIT);

afterAll(() => {
  fs.rmSync(path.dirname(cwd), { recursive: true, force: true });
});

describe("an environment", () => {
  it.each(["ours", "my own", "copy"])("has an interpreter and site-packages of its own: %s", async (name) => {
    const python = at(name, "bin", "python");
    const { stdout, stderr } = await runCommand([python, "-c", SHOW], { cwd });
    expect(stderr).toBe("");
    const tea = at(name, "lib", "python3.12", "site-packages", "tea.py");
    expect(stdout).toBe(`${python} ${at(name)} ${DIST} ${CLI} ${tea}\n`);
  });

  it("is activated and left again", async () => {
    const script = `. 'my own/bin/activate' && command -v python && echo "$VIRTUAL_ENV|$VIRTUAL_ENV_PROMPT" && deactivate && unset -v VIRTUAL_ENV && command -v python | grep -c "my own" || true`;
    const { stdout, stderr } = await runCommand(["/bin/sh", "-ec", script], { cwd });
    expect(stderr).toBe("");
    expect(stdout).toBe(`${at("my own", "bin", "python")}\n${at("my own")}|(my own) \n0\n`);
  });

  it("starts children that are in it too", async () => {
    const program =
      "import subprocess, sys; print(subprocess.check_output([sys.executable, '-c', 'import sys; print(sys.prefix)']).decode())";
    expect((await runCommand([at("ours", "bin", "python3"), "-c", program], { cwd })).stdout).toBe(`${at("ours")}\n\n`);
  });

  it("is described in pyvenv.cfg", () => {
    const text = fs.readFileSync(at("copy", "pyvenv.cfg"), "utf8");
    expect(text).toBe(
      `home = ${DIST}\ninclude-system-site-packages = false\nversion = 3.12.7\nprompt = 'tea'\nexecutable = ${CLI}\n` +
        `command = ${CLI} -m venv --copies --without-pip --prompt="tea" ${at("copy")}\n`,
    );
  });

  it("cannot have pip where the system has no wheel of it", async () => {
    const program = [
      "import ensurepip, os",
      "ensurepip._WHEEL_PKG_DIR = '/nowhere'",
      "try: ensurepip.bootstrap()",
      "except FileNotFoundError as error: print(error.errno, os.path.relpath(error.filename, ensurepip.__path__[0]))",
    ].join("\n");
    const { stdout } = await runCommand([process.execPath, CLI, "-c", program], { cwd });
    expect(stdout).toBe("2 _bundled/pip-24.2-py3-none-any.whl\n");
  });
});
