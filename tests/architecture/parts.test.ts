/** Which files the command line loads when: rules that the build's cutting rests on (tools/build/parts.ts). */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { AT_FIRST_CALL, makePlan } from "../../tools/build/parts.ts";
import { DIST, ROOT } from "../../tools/build/paths.ts";

const ENTRY = "src/apps/cli/main.ts";
const { metafile } = await build({
  absWorkingDir: ROOT,
  entryPoints: [ENTRY],
  bundle: true,
  platform: "node",
  write: false,
  metafile: true,
});
const plan = makePlan(metafile.inputs, ENTRY);

describe("parts", () => {
  it("share no file, and have a name each", () => {
    const files = plan.parts.flatMap((part) => part.files);
    expect(files.length).toBe(new Set(files).size);
    expect(new Set(plan.parts.map(({ name }) => name)).size).toBe(plan.parts.length);
  });

  it("hold what main.js must not need: its files import none of theirs, but at the cuts", () => {
    const cuts = new Set([...plan.natives.values(), ...AT_FIRST_CALL]);
    const wrong = Object.entries(metafile.inputs)
      .filter(([file]) => !plan.partOf.has(file))
      .flatMap(([file, { imports }]) => imports.map((item) => [file, item.path] as const))
      .filter(([, target]) => plan.partOf.has(target) && !cuts.has(target));
    expect(wrong).toEqual([]);
  });

  it("that are loaded at the first call export nothing but functions", () => {
    const wrong = AT_FIRST_CALL.flatMap((file) =>
      [...fs.readFileSync(path.join(ROOT, file), "utf8").matchAll(/^export (?!function\b|type\b|interface\b).*/gm)].map(
        ([line]) => `${file}: ${line}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("are not loaded by a start", () => {
    const program = "import sys; print(*sorted(n for n in sys.builtin_module_names if n in sys.modules))";
    const { stdout } = spawnSync(process.execPath, [path.join(DIST, "cli.js"), "-I", "-c", program], {
      encoding: "utf8",
    });
    const loaded = stdout.trim().split(" ");
    expect(loaded).toContain("posix");
    expect(loaded.filter((name) => plan.natives.has(name))).toEqual([]);
  });
});
