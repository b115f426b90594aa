/**
 * Makes the working tree ready to run: installs the packages and builds, each only when it is out of date.
 *
 * Plain JavaScript without packages, because it runs before there are any. Silent when there is nothing to do; what it
 * says goes to stderr, so that `npm start` leaves stdout to the Python program. `--force` builds in any case.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stampFile = path.join(root, "dist", ".stamp");
const lockFolder = path.join(root, "node_modules", ".cache", "chaipy-build.lock");
const INPUT_FOLDERS = ["src", "lib", "tools"];
const INPUT_FILES = ["package.json", "package-lock.json"];

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`chaipy needs Node 20.19 or newer; this is ${process.versions.node}`);
  process.exit(1);
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(path.join(root, file), "utf8"));
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/** npm writes node_modules/.package-lock.json at the end of an install; packages for other systems are not in it. */
function isInstalled() {
  if (!fs.existsSync(path.join(root, "node_modules/.package-lock.json"))) return false;
  const installed = readJson("node_modules/.package-lock.json").packages;
  return Object.entries(readJson("package-lock.json").packages).every(
    ([name, { version, optional }]) => name === "" || optional || installed[name]?.version === version,
  );
}

function install() {
  if (isInstalled()) return;
  console.error("installing packages (npm ci)");
  run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}

function* filesUnder(folder) {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== "__pycache__") yield* filesUnder(name);
    else if (entry.isFile()) yield name;
  }
}

/** A digest of everything the build reads. */
function inputStamp() {
  const hash = createHash("sha256");
  for (const folder of INPUT_FOLDERS) {
    if (!fs.existsSync(path.join(root, folder))) continue;
    for (const file of [...filesUnder(folder)].sort())
      hash.update(`${file}\0`).update(fs.readFileSync(path.join(root, file)));
  }
  for (const file of INPUT_FILES) hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function storedStamp() {
  return fs.existsSync(stampFile) ? fs.readFileSync(stampFile, "utf8") : "";
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** One build at a time; a lock whose owner is gone is taken over. */
function lock() {
  fs.mkdirSync(path.dirname(lockFolder), { recursive: true });
  const owner = path.join(lockFolder, "pid");
  for (;;) {
    try {
      fs.mkdirSync(lockFolder);
      fs.writeFileSync(owner, String(process.pid));
      process.on("exit", () => fs.rmSync(lockFolder, { recursive: true, force: true }));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    const pid = fs.existsSync(owner) ? Number(fs.readFileSync(owner, "utf8")) : 0;
    const age = Date.now() - (fs.statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (pid > 0 ? !isAlive(pid) : age > 5000) fs.rmSync(lockFolder, { recursive: true, force: true });
  }
}

function buildIfStale() {
  const force = process.argv.includes("--force");
  if (!force && storedStamp() === inputStamp()) return;
  lock();
  const stamp = inputStamp();
  if (!force && storedStamp() === stamp) return;
  run(process.execPath, [path.join(root, "tools", "run.mjs"), "build"]);
  fs.writeFileSync(stampFile, stamp);
}

checkNode();
install();
buildIfStale();
