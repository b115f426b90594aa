/** The machine of a program in the page's runner: where its files and its Python lie. */
import type { BrowserHost, BrowserHostOptions, Library } from "../../../host/browser.ts";
import type { VirtualFile } from "./messages.ts";

/** Where the program's files lie. */
export const HOME = "/home/user";
export const PREFIX = "/usr";

/** A machine with these files; their times are to be set when it is there (`setTimes`). */
export const machineOptions = (files: readonly VirtualFile[], library: Library): BrowserHostOptions => ({
  files: Object.fromEntries(files.map(({ path, content }) => [path, content])),
  cwd: HOME,
  executable: `${PREFIX}/bin/python3.12`,
  library,
  libraryFolder: `${PREFIX}/lib/python3.12`,
});

export function setTimes(world: BrowserHost, files: readonly VirtualFile[]): void {
  for (const { path, mtimeNs } of files) world.files.utimes(path, mtimeNs, mtimeNs);
}
