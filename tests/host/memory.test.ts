/** The memory machine: the common suite, and what only it can show (another user's rights, a frozen clock, streams). */
import { describe, expect, it } from "vitest";
import { O_CREAT, O_RDONLY, O_WRONLY } from "../../src/host/constants.ts";
import { HostExit } from "../../src/host/host.ts";
import { MemoryHost } from "../../src/host/memory.ts";
import { BytesOutput } from "../../src/host/streams.ts";
import { codeOf, describeHost } from "./suite.ts";

describeHost("memory host", () => {
  const host = new MemoryHost({ cwd: "/home/user" });
  host.files.mkdir("work");
  host.files.chdir("work");
  return host;
});

describe("memory host, alone", () => {
  it("holds users other than root to the mode bits", () => {
    const host = new MemoryHost({ uid: 1000, files: { "/etc/secret": "x", "/etc/open": "y" } });
    expect(codeOf(() => host.files.open("/etc/open", O_WRONLY))).toBe("EACCES");
    expect(codeOf(() => host.files.chmod("/etc/open", 0o777))).toBe("EPERM");
    expect(codeOf(() => host.files.unlink("/etc/secret"))).toBe("EACCES");
    expect(codeOf(() => host.files.mkdir("/etc/d"))).toBe("EACCES");
    host.files.mkdir("/tmp/private", 0o700);
    host.files.close(host.files.open("/tmp/private/f", O_WRONLY | O_CREAT));
    host.files.chmod("/tmp/private", 0o000);
    expect(codeOf(() => host.files.stat("/tmp/private/f"))).toBe("EACCES");
    expect(codeOf(() => host.files.readdir("/tmp/private"))).toBe("EACCES");
  });

  it("lets root do anything", () => {
    const host = new MemoryHost({ uid: 0, files: { "/etc/secret": "x" } });
    host.files.chmod("/etc/secret", 0);
    expect(host.files.readFile("/etc/secret")).toHaveLength(1);
    host.files.chown("/etc/secret", 5, 6);
    expect(host.files.stat("/etc/secret")).toMatchObject({ uid: 5, gid: 6 });
  });

  it("reads its standard input and keeps its output", () => {
    const stdout = new BytesOutput();
    const host = new MemoryHost({ stdin: "in", stdout });
    const target = new Uint8Array(10);
    expect(host.files.read(0, target)).toBe(2);
    expect(host.files.read(0, target)).toBe(0);
    host.files.write(1, new TextEncoder().encode("out"));
    expect(stdout.text()).toBe("out");
    expect(host.files.isatty(1)).toBe(false);
    expect(codeOf(() => host.files.lseek(0, 0, 1))).toBe("ESPIPE");
    expect(codeOf(() => host.files.terminalSize(1))).toBe("ENOTTY");
  });

  it("has the usual devices", () => {
    const { files } = new MemoryHost();
    const fd = files.open("/dev/zero", O_RDONLY);
    const target = new Uint8Array(3).fill(7);
    expect(files.read(fd, target)).toBe(3);
    expect(Array.from(target)).toEqual([0, 0, 0]);
    const sink = files.open("/dev/null", O_WRONLY);
    expect(files.write(sink, target)).toBe(3);
    expect(codeOf(() => files.open("/dev/null/x", O_RDONLY))).toBe("ENOTDIR");
  });

  it("notices that its working folder is gone", () => {
    const { files } = new MemoryHost();
    files.mkdir("/tmp/gone");
    files.chdir("/tmp/gone");
    files.rmdir("/tmp/gone");
    expect(codeOf(() => files.getcwd())).toBe("ENOENT");
    expect(codeOf(() => files.open("x", O_WRONLY | O_CREAT))).toBe("ENOENT");
  });

  it("can stand still in time", () => {
    const host = new MemoryHost({ frozenTimeNs: 1_000n });
    const { clock } = host;
    host.wait(2.5);
    expect(clock.timeNs()).toBe(2_500_001_000n);
    expect(clock.monotonicNs()).toBe(2_500_000_000n);
  });

  it("exits by an exception and delivers signals to itself", () => {
    const { process } = new MemoryHost();
    expect(() => process.exit(300)).toThrow(HostExit);
    const seen: number[] = [];
    process.onSignal(2, (signal) => seen.push(signal));
    process.kill(1, 2);
    expect(seen).toEqual([2]);
    process.onSignal(2, null);
    expect(() => process.kill(1, 2)).toThrow("exit 130");
  });
});
