/** A database with a write-ahead log is for one process at a time: any other one finds it locked, and loses nothing. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { DIST } from "../../../tools/build/paths.ts";
import { runCommand } from "../../support/command-line.ts";

const CLI = path.join(DIST, "cli.js");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "chaipy-wal-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const HOLDER = `
import sqlite3
connection = sqlite3.connect("x.db")
connection.execute("pragma journal_mode=wal")
connection.execute("create table t(a)")
connection.execute("insert into t values(1)")
connection.commit()
print("ready", flush=True)
input()
`;
const OTHER = `
import sqlite3
connection = sqlite3.connect("x.db", timeout=0.1)
try: print(connection.execute("select * from t").fetchall())
except sqlite3.OperationalError as error: print(error, error.sqlite_errorname)
`;

it("is locked while another process has it, and whole when that was killed", async () => {
  const holder = spawn(CLI, ["-c", HOLDER], { cwd: folder });
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  const other = (): Promise<unknown> => runCommand([CLI, "-c", OTHER], { cwd: folder });
  expect(await other()).toEqual({ stdout: "database is locked SQLITE_BUSY_RECOVERY\n", stderr: "", code: 0 });
  const ended = new Promise((resolve) => holder.once("close", resolve));
  holder.kill("SIGKILL");
  await ended;
  expect(fs.existsSync(path.join(folder, "x.db-wal"))).toBe(true);
  expect(await other()).toEqual({ stdout: "[(1,)]\n", stderr: "", code: 0 });
});
