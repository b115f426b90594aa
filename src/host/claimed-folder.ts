/** Folders that one process makes for a piece of work, and that others take for a sign that it is being done. */
import fs from "node:fs";
import path from "node:path";

/** How long it may take to name the owner of a folder that was made, in milliseconds. */
const NAMING = 2000;
const OWNER = "owner";

/** Make the folder for this process alone; throws EEXIST if it is there. */
export function claimFolder(folder: string): void {
  fs.mkdirSync(folder, { mode: 0o700 });
  fs.writeFileSync(path.join(folder, OWNER), `${process.pid}`);
}

/** Was its owner killed? One that has had its time and named no owner is nobody's either. */
export function isAbandoned(folder: string): boolean {
  try {
    process.kill(Number(fs.readFileSync(path.join(folder, OWNER), "utf8")), 0);
    return false;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") return code === "ESRCH";
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    return stat !== undefined && Date.now() - stat.mtimeMs > NAMING;
  }
}
