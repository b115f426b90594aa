/** Where a program lies that is run to be looked at. */
import type { Host } from "../../host/host.ts";

/** The folder of the program: its modules belong to it. */
export function folderOf(world: Host, file: string): string {
  const cwd = world.files.getcwd();
  const base = typeof cwd === "string" ? cwd : new TextDecoder().decode(cwd);
  const path = file.startsWith("/") ? file : `${base.replace(/\/$/, "")}/${file.replace(/^\.\//, "")}`;
  return `${path.slice(0, path.lastIndexOf("/"))}/`;
}
