/**
 * dist/embed.mjs: Python as a library for Node, on the machine's own files.
 *
 * `const python = createPython({ stdout: (text) => console.log(text) }); python.runScript("a.py");`
 */
import { bundleFolder } from "../host/bundle-folder.ts";
import { NodeHost } from "../host/node.ts";
import { BytesInput, TextInput, TextOutput } from "../host/streams.ts";
import type { Python, PythonOptions } from "./api.ts";
import { EmbeddedPython } from "./python.ts";

/** Make an interpreter ready. */
export function createPython(options: PythonOptions = {}): Python {
  const { stdin = "", stdout = () => {}, stderr = () => {}, environment, cwd } = options;
  const prefix = bundleFolder();
  const world = new NodeHost({
    isGuest: true,
    argv: [],
    executable: `${prefix}/cli.js`,
    stdin: typeof stdin === "string" ? new BytesInput(stdin) : new TextInput(stdin),
    stdout: new TextOutput(stdout),
    stderr: new TextOutput(stderr),
    ...(environment === undefined ? {} : { environment }),
    ...(cwd === undefined ? {} : { cwd }),
  });
  const { hashSeed, optimize = 0, dontWriteBytecode = false } = options;
  return new EmbeddedPython(world, {
    frozen: world.files.readFile(`${prefix}/frozen.bin`),
    prefix,
    settings: { hashSeed, optimize, dontWriteBytecode },
  });
}
