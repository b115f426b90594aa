/** The real machine: the common suite in a temporary folder, and streams in place of the process's own descriptors. */
import { spawn } from "node:child_process";
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
  return new NodeHost({ cwd, isGuest: true });
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

  it("sends datagrams to local sockets", async () => {
    const place = path.join(scratch, "socket");
    const listen = "use Socket; socket(S, PF_UNIX, SOCK_DGRAM, 0); bind(S, pack_sockaddr_un($ARGV[0])) or exit 1;";
    const listener = spawn("perl", [
      "-e",
      `${listen} $| = 1; print "."; recv(S, my $data, 100, 0); print $data;`,
      place,
    ]);
    const text = new Promise<string>((resolve) => {
      let all = "";
      listener.stdout.on("data", (part: Buffer) => {
        all += part.toString("latin1");
        if (all === ".") new NodeHost().network.sendLocal(place, Uint8Array.of(0, 65, 255));
      });
      listener.on("close", () => resolve(all));
    });
    expect(await text).toBe(".\0A\xff");
    expect(codeOf(() => new NodeHost().network.sendLocal(place, Uint8Array.of(1)))).toBe("ECONNREFUSED");
    expect(codeOf(() => new NodeHost().network.sendLocal(`${place}s`, Uint8Array.of(1)))).toBe("ENOENT");
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
