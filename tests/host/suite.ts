/**
 * What every host must do, run on the real machine and on the memory machine.
 *
 * The expectations are Linux's, seen through CPython's os module; `make` gives a host whose working folder is empty.
 */
import { beforeEach, describe, expect, it } from "vitest";
import {
  O_APPEND,
  O_CREAT,
  O_DIRECTORY,
  O_EXCL,
  O_NOFOLLOW,
  O_RDONLY,
  O_RDWR,
  O_TRUNC,
  O_WRONLY,
  S_IFDIR,
  S_IFLNK,
  S_IFMT,
  S_IFREG,
  SEEK_CUR,
  SEEK_END,
  SEEK_SET,
} from "../../src/host/constants.ts";
import { type Host, HostError } from "../../src/host/host.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function describeHost(name: string, make: () => Host): void {
  describe(name, () => {
    let host: Host;
    beforeEach(() => {
      host = make();
    });
    describe("files", () => fileTests(() => host));
    describe("descriptors", () => descriptorTests(() => host));
    describe("folders and links", () => folderTests(() => host));
    describe("metadata", () => metadataTests(() => host));
    describe("clock, process, randomness", () => worldTests(() => host));
  });
}

function writeText(host: Host, path: string, text: string, flags = O_WRONLY | O_CREAT | O_TRUNC): void {
  const fd = host.files.open(path, flags, 0o644);
  expect(host.files.write(fd, encoder.encode(text))).toBe(text.length);
  host.files.close(fd);
}

function readText(host: Host, path: string): string {
  return decoder.decode(host.files.readFile(path));
}

function readSome(host: Host, fd: number, length: number): string {
  const target = new Uint8Array(length);
  return decoder.decode(target.subarray(0, host.files.read(fd, target)));
}

export function codeOf(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    if (error instanceof HostError) return error.code;
    throw error;
  }
  return "no error";
}

function fileTests(current: () => Host): void {
  it("writes and reads back", () => {
    writeText(current(), "a.txt", "hello");
    expect(readText(current(), "a.txt")).toBe("hello");
    expect(current().files.stat("a.txt").size).toBe(5);
  });

  it("truncates, appends and creates exclusively", () => {
    const host = current();
    writeText(host, "a", "long content");
    writeText(host, "a", "x");
    writeText(host, "a", "yz", O_WRONLY | O_APPEND);
    expect(readText(host, "a")).toBe("xyz");
    expect(codeOf(() => host.files.open("a", O_WRONLY | O_CREAT | O_EXCL))).toBe("EEXIST");
    expect(codeOf(() => host.files.open("missing", O_RDONLY))).toBe("ENOENT");
    expect(codeOf(() => host.files.open("a/b", O_RDONLY))).toBe("ENOTDIR");
  });

  it("refuses writing to a folder and reading a folder's bytes", () => {
    const { files } = current();
    expect(codeOf(() => files.open(".", O_WRONLY))).toBe("EISDIR");
    expect(codeOf(() => files.readFile("."))).toBe("EISDIR");
    const fd = files.open(".", O_RDONLY | O_DIRECTORY);
    expect(codeOf(() => files.read(fd, new Uint8Array(4)))).toBe("EISDIR");
    files.close(fd);
  });

  it("truncates by path and by descriptor, leaving zeros when it grows", () => {
    const host = current();
    writeText(host, "a", "abcdef");
    host.files.truncate("a", 3);
    expect(readText(host, "a")).toBe("abc");
    const fd = host.files.open("a", O_RDWR);
    host.files.ftruncate(fd, 5);
    host.files.close(fd);
    expect(readText(host, "a")).toBe("abc\0\0");
    expect(codeOf(() => host.files.truncate("missing", 0))).toBe("ENOENT");
  });

  it("names the path in the error", () => {
    try {
      current().files.stat("nowhere");
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "ENOENT", errno: 2, path: "nowhere", path2: null });
      expect((error as Error).message).toBe("[Errno 2] No such file or directory: 'nowhere'");
    }
  });

  it("refuses an empty path and a name that is too long", () => {
    const { files } = current();
    expect(codeOf(() => files.stat(""))).toBe("ENOENT");
    expect(codeOf(() => files.open("n".repeat(256), O_RDONLY))).toBe("ENAMETOOLONG");
  });

  it("keeps names that are not UTF-8 as bytes", () => {
    const { files } = current();
    const name = Uint8Array.of(0x66, 0xff, 0xc3, 0xa9);
    files.close(files.open(name, O_WRONLY | O_CREAT));
    const [entry] = files.readdir(".");
    expect(Array.from(entry?.name as Uint8Array)).toEqual([0x66, 0xff, 0xc3, 0xa9]);
    expect(files.stat(name).size).toBe(0);
    files.unlink(name);
    expect(files.readdir(".")).toEqual([]);
  });
}

function descriptorTests(current: () => Host): void {
  it("takes the lowest free number, from 3", () => {
    const { files } = current();
    writeText(current(), "a", "");
    expect([files.open("a", O_RDONLY), files.open("a", O_RDONLY)]).toEqual([3, 4]);
    files.close(3);
    expect(files.open("a", O_RDONLY)).toBe(3);
    files.close(3);
    files.close(4);
    expect(codeOf(() => files.close(3))).toBe("EBADF");
    expect(codeOf(() => files.read(99, new Uint8Array(1)))).toBe("EBADF");
  });

  it("moves one position for reading and writing", () => {
    const host = current();
    const { files } = host;
    writeText(host, "a", "0123456789");
    const fd = files.open("a", O_RDWR);
    expect(readSome(host, fd, 3)).toBe("012");
    expect(files.lseek(fd, 0, SEEK_CUR)).toBe(3);
    files.write(fd, encoder.encode("XY"));
    expect(readSome(host, fd, 2)).toBe("56");
    expect(files.lseek(fd, -1, SEEK_END)).toBe(9);
    expect(readSome(host, fd, 5)).toBe("9");
    expect(readSome(host, fd, 5)).toBe("");
    expect(files.lseek(fd, 20, SEEK_SET)).toBe(20);
    files.write(fd, encoder.encode("!"));
    files.close(fd);
    expect(readText(host, "a")).toBe(`012XY56789${"\0".repeat(10)}!`);
  });

  it("refuses bad seeks", () => {
    const { files } = current();
    writeText(current(), "a", "abc");
    const fd = files.open("a", O_RDONLY);
    expect(codeOf(() => files.lseek(fd, -1, SEEK_SET))).toBe("EINVAL");
    expect(codeOf(() => files.lseek(fd, 0, 9))).toBe("EINVAL");
    files.close(fd);
  });

  it("reads and writes at an offset without moving", () => {
    const host = current();
    writeText(host, "a", "abcdef");
    const fd = host.files.open("a", O_RDWR);
    const target = new Uint8Array(2);
    expect(host.files.pread(fd, target, 3)).toBe(2);
    expect(decoder.decode(target)).toBe("de");
    expect(host.files.pwrite(fd, encoder.encode("Z"), 1)).toBe(1);
    expect(readSome(host, fd, 10)).toBe("aZcdef");
    host.files.close(fd);
  });

  it("appends wherever the position stands", () => {
    const host = current();
    writeText(host, "a", "abc");
    const fd = host.files.open("a", O_RDWR | O_APPEND);
    host.files.lseek(fd, 1, SEEK_SET);
    host.files.write(fd, encoder.encode("D"));
    expect(host.files.lseek(fd, 0, SEEK_CUR)).toBe(4);
    host.files.close(fd);
    expect(readText(host, "a")).toBe("abcD");
  });

  it("keeps to the access it was opened with", () => {
    const { files } = current();
    writeText(current(), "a", "abc");
    const reading = files.open("a", O_RDONLY);
    const writing = files.open("a", O_WRONLY);
    expect(codeOf(() => files.write(reading, encoder.encode("x")))).toBe("EBADF");
    expect(codeOf(() => files.read(writing, new Uint8Array(1)))).toBe("EBADF");
    files.close(reading);
    files.close(writing);
  });

  it("shares the position between duplicates", () => {
    const host = current();
    const { files } = host;
    writeText(host, "a", "abcdef");
    const fd = files.open("a", O_RDONLY);
    const copy = files.dup(fd);
    expect(copy).toBe(fd + 1);
    expect(readSome(host, fd, 2) + readSome(host, copy, 2)).toBe("abcd");
    files.close(fd);
    expect(readSome(host, copy, 2)).toBe("ef");
    files.dup2(copy, 12);
    files.lseek(12, 0, SEEK_SET);
    expect(readSome(host, copy, 1)).toBe("a");
    files.close(copy);
    files.close(12);
  });

  it("keeps an unlinked file alive while it is open", () => {
    const host = current();
    writeText(host, "a", "still here");
    const fd = host.files.open("a", O_RDONLY);
    host.files.unlink("a");
    expect(readSome(host, fd, 20)).toBe("still here");
    expect(host.files.fstat(fd).nlink).toBe(0);
    host.files.close(fd);
  });
}

function folderTests(current: () => Host): void {
  it("makes, lists and removes folders", () => {
    const { files } = current();
    files.mkdir("d");
    writeText(current(), "d/f", "");
    files.symlink("f", "d/l");
    files.mkdir("d/sub");
    const entries = files.readdir("d").map(({ name, type }) => [name, type]);
    expect(entries.sort()).toEqual([
      ["f", S_IFREG],
      ["l", S_IFLNK],
      ["sub", S_IFDIR],
    ]);
    expect(files.stat("d").nlink).toBe(3);
    expect(codeOf(() => files.rmdir("d"))).toBe("ENOTEMPTY");
    expect(codeOf(() => files.mkdir("d"))).toBe("EEXIST");
    expect(codeOf(() => files.mkdir("no/where"))).toBe("ENOENT");
    expect(codeOf(() => files.rmdir("d/f"))).toBe("ENOTDIR");
    expect(["EISDIR", "EPERM"]).toContain(codeOf(() => files.unlink("d")));
    expect(codeOf(() => files.readdir("d/f"))).toBe("ENOTDIR");
    files.rmdir("d/sub");
    expect(codeOf(() => files.stat("d/sub"))).toBe("ENOENT");
  });

  it("renames over files and empty folders, and never into itself", () => {
    const host = current();
    const { files } = host;
    writeText(host, "a", "A");
    writeText(host, "b", "B");
    files.rename("a", "b");
    expect(readText(host, "b")).toBe("A");
    files.mkdir("d");
    files.mkdir("e");
    writeText(host, "e/x", "");
    expect(codeOf(() => files.rename("d", "e"))).toBe("ENOTEMPTY");
    files.rename("e", "d");
    expect(files.readdir("d")).toHaveLength(1);
    expect(codeOf(() => files.rename("d", "d/inner"))).toBe("EINVAL");
    expect(codeOf(() => files.rename("b", "d"))).toBe("EISDIR");
    expect(codeOf(() => files.rename("d", "b"))).toBe("ENOTDIR");
    expect(codeOf(() => files.rename("missing", "z"))).toBe("ENOENT");
  });

  it("renaming a name onto another name of the same file does nothing", () => {
    const { files } = current();
    writeText(current(), "a", "A");
    files.link("a", "b");
    files.rename("a", "b");
    expect(files.readdir(".")).toHaveLength(2);
  });

  it("links", () => {
    const host = current();
    const { files } = host;
    writeText(host, "a", "one");
    files.link("a", "b");
    expect(files.stat("a").nlink).toBe(2);
    expect(files.stat("a").ino).toBe(files.stat("b").ino);
    writeText(host, "b", "two");
    expect(readText(host, "a")).toBe("two");
    files.unlink("a");
    expect(files.stat("b").nlink).toBe(1);
    files.mkdir("d");
    expect(codeOf(() => files.link("d", "e"))).toBe("EPERM");
  });

  it("follows symbolic links, and finds loops", () => {
    const host = current();
    const { files } = host;
    files.mkdir("d");
    writeText(host, "d/f", "text");
    files.symlink("d", "l");
    expect(readText(host, "l/f")).toBe("text");
    expect(files.readlink("l")).toBe("d");
    expect(files.lstat("l").mode & S_IFMT).toBe(S_IFLNK);
    expect(files.stat("l").mode & S_IFMT).toBe(S_IFDIR);
    expect(files.realpath("l/f")).toBe(`${String(files.getcwd())}/d/f`);
    files.symlink("loop", "loop");
    expect(codeOf(() => files.stat("loop"))).toBe("ELOOP");
    files.symlink("nothing", "dangling");
    expect(codeOf(() => files.stat("dangling"))).toBe("ENOENT");
    expect(codeOf(() => files.realpath("dangling"))).toBe("ENOENT");
    writeText(host, "dangling", "made");
    expect(readText(host, "nothing")).toBe("made");
    expect(codeOf(() => files.open("dangling", O_RDONLY | O_NOFOLLOW))).toBe("ELOOP");
    expect(codeOf(() => files.open("loop", O_WRONLY | O_CREAT | O_EXCL))).toBe("EEXIST");
    expect(codeOf(() => files.readlink("d"))).toBe("EINVAL");
  });

  it("changes the working folder", () => {
    const { files } = current();
    const start = String(files.getcwd());
    files.mkdir("d");
    files.chdir("d");
    expect(files.getcwd()).toBe(`${start}/d`);
    writeText(current(), "here", "x");
    files.chdir("..");
    expect(readText(current(), "d/here")).toBe("x");
    expect(codeOf(() => files.chdir("d/here"))).toBe("ENOTDIR");
    expect(codeOf(() => files.chdir("missing"))).toBe("ENOENT");
    expect(files.getcwd()).toBe(start);
  });

  it("treats a trailing slash as a folder", () => {
    const { files } = current();
    files.mkdir("d/");
    writeText(current(), "f", "");
    expect(files.stat("d/").mode & S_IFMT).toBe(S_IFDIR);
    expect(codeOf(() => files.stat("f/"))).toBe("ENOTDIR");
    expect(codeOf(() => files.unlink("f/"))).toBe("ENOTDIR");
  });
}

function metadataTests(current: () => Host): void {
  it("keeps permission bits, less the mask", () => {
    const { files } = current();
    const old = files.umask(0o027);
    files.close(files.open("a", O_WRONLY | O_CREAT, 0o666));
    files.mkdir("d", 0o777);
    expect(files.umask(old)).toBe(0o027);
    expect(files.stat("a").mode).toBe(S_IFREG | 0o640);
    expect(files.stat("d").mode).toBe(S_IFDIR | 0o750);
    files.chmod("a", 0o751);
    expect(files.stat("a").mode & 0o7777).toBe(0o751);
    const fd = files.open("a", O_RDONLY);
    files.fchmod(fd, 0o600);
    files.close(fd);
    expect(files.stat("a").mode & 0o7777).toBe(0o600);
  });

  it("sets times, by path, link and descriptor", () => {
    const { files } = current();
    writeText(current(), "a", "");
    files.symlink("a", "l");
    files.utimes("a", 1_000_000_000_500_000_000n, 2_000_000_000_250_000_000n);
    const stat = files.stat("a");
    expect([stat.atimeNs, stat.mtimeNs]).toEqual([1_000_000_000_500_000_000n, 2_000_000_000_250_000_000n]);
    files.utimes("l", 5_000_000_000n, 6_000_000_000n, false);
    expect(files.lstat("l").mtimeNs).toBe(6_000_000_000n);
    expect(files.stat("l").mtimeNs).toBe(2_000_000_000_250_000_000n);
    const fd = files.open("a", O_RDWR);
    files.futimes(fd, 0n, 7_000_000_000n);
    files.close(fd);
    expect(files.stat("a").mtimeNs).toBe(7_000_000_000n);
  });

  it("moves the modification time when content changes", () => {
    const { files } = current();
    writeText(current(), "a", "1");
    files.utimes("a", 0n, 0n);
    writeText(current(), "a", "2");
    expect(files.stat("a").mtimeNs).toBeGreaterThan(1_600_000_000_000_000_000n);
  });

  it("answers access", () => {
    const { files } = current();
    writeText(current(), "a", "");
    files.chmod("a", 0o600);
    expect([files.access("a", 0), files.access("a", 6), files.access("a", 1)]).toEqual([true, true, false]);
    expect(files.access("missing", 0)).toBe(false);
  });

  it("tells the file system's size", () => {
    const { bsize, blocks } = current().files.statvfs(".");
    expect(bsize).toBeGreaterThan(0);
    expect(blocks).toBeGreaterThan(0);
  });
}

function worldTests(current: () => Host): void {
  it("has clocks that go forward", () => {
    const { clock } = current();
    const start = [clock.timeNs(), clock.monotonicNs(), clock.perfCounterNs(), clock.processTimeNs()];
    current().wait(0.02);
    expect(clock.timeNs() - (start[0] as bigint)).toBeGreaterThanOrEqual(15_000_000n);
    expect(clock.monotonicNs() - (start[1] as bigint)).toBeGreaterThanOrEqual(15_000_000n);
    expect(clock.perfCounterNs() - (start[2] as bigint)).toBeGreaterThanOrEqual(15_000_000n);
    expect(clock.processTimeNs()).toBeGreaterThanOrEqual(start[3] as bigint);
    expect(clock.zone(0).name).toMatch(/^([A-Z]{3,5}|[+-]\d+)$/);
  });

  it("gives as many random bytes as asked", () => {
    const bytes = current().randomBytes(100_000);
    expect(bytes.length).toBe(100_000);
    expect(new Set(bytes).size).toBeGreaterThan(200);
  });

  it("has an environment", () => {
    const { environment } = current().process;
    environment.set("CHAIPY_HOST_TEST", "yes");
    expect(environment.get("CHAIPY_HOST_TEST")).toBe("yes");
    expect(environment.names()).toContain("CHAIPY_HOST_TEST");
    environment.unset("CHAIPY_HOST_TEST");
    expect(environment.get("CHAIPY_HOST_TEST")).toBeUndefined();
  });

  it("knows its process and refuses signals to strangers", () => {
    const { process } = current();
    expect(process.cpuCount).toBeGreaterThan(0);
    expect(process.uname().sysname).not.toBe("");
    process.kill(process.pid, 0);
    expect(codeOf(() => process.kill(2 ** 22 + 7, 0))).toBe("ESRCH");
    expect(codeOf(() => process.kill(process.pid, 9999))).toBe("EINVAL");
    expect(codeOf(() => process.onSignal(9, () => {}))).toBe("EINVAL");
  });
}
