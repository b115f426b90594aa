/** The real machine: the common suite in a temporary folder, and streams in place of the process's own descriptors. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NodeHost } from "../../src/host/node.ts";
import { BytesInput, BytesOutput } from "../../src/host/streams.ts";
import { codeOf, describeHost } from "./suite.ts";

const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-host-")));
let count = 0;

afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

describeHost("node host", () => {
  count += 1;
  const cwd = path.join(scratch, String(count));
  fs.mkdirSync(cwd);
  return new NodeHost({ cwd });
});

describe("node host, alone", () => {
  it("takes streams for descriptors 0, 1 and 2", () => {
    const stdout = new BytesOutput();
    const host = new NodeHost({ stdin: new BytesInput("line\n"), stdout, environment: { A: "b" }, argv: ["x"] });
    const target = new Uint8Array(3);
    expect(host.files.read(0, target)).toBe(3);
    expect(host.files.read(0, target)).toBe(2);
    expect(host.files.read(0, target)).toBe(0);
    host.files.write(1, new TextEncoder().encode("text"));
    expect(stdout.text()).toBe("text");
    expect(host.files.isatty(1)).toBe(false);
    expect(codeOf(() => host.files.lseek(1, 0, 0))).toBe("ESPIPE");
    expect(codeOf(() => host.files.write(0, target))).toBe("EBADF");
    expect(host.process.environment.names()).toEqual(["A"]);
    expect(host.process.argv).toEqual(["x"]);
  });

  it("reads the fields of stat exactly", () => {
    const file = path.join(scratch, "exact");
    fs.writeFileSync(file, "12345");
    const stat = new NodeHost().files.stat(file);
    expect(stat.size).toBe(5);
    expect(stat.mtimeNs).toBe(fs.statSync(file, { bigint: true }).mtimeNs);
    expect(stat.uid).toBe(process.getuid?.() ?? 0);
  });

  it("has a clock finer than a millisecond and near the system's", () => {
    const { clock } = new NodeHost();
    const difference = Number(clock.timeNs() / 1_000_000n) - Date.now();
    expect(Math.abs(difference)).toBeLessThan(50);
  });
});
