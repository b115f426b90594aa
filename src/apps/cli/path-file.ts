/**
 * `<executable>._pth`: a file beside the executable that says what `sys.path` is, and that nothing else does (CPython
 * Modules/getpath.py). No environment, no `site` unless a line asks for it; the file's folder is the prefix.
 */
import { type Host, ifPossible } from "../../host/host.ts";

export interface PathFile {
  /** The folder of the file: lines are relative to it. */
  readonly folder: string;
  readonly searchPath: readonly string[];
  readonly importsSite: boolean;
  /** What is said of lines that are not obeyed. */
  readonly warnings: readonly string[];
}

/** Undefined if there is none. */
export function readPathFile(world: Host, executable: string): PathFile | undefined {
  const content = ifPossible(() => world.files.readFile(`${executable}._pth`));
  if (content === undefined) return undefined;
  const folder = executable.slice(0, executable.lastIndexOf("/")) || "/";
  const lines = new TextDecoder().decode(content).split("\n");
  const stripped = lines.map((line) => (line.split("#", 1)[0] as string).trim()).filter((line) => line !== "");
  const others = stripped.filter((line) => line !== "import site");
  const imports = others.filter((line) => line.startsWith("import "));
  return {
    folder,
    searchPath: others.filter((line) => !line.startsWith("import ")).map((line) => resolve(folder, line)),
    importsSite: others.length < stripped.length,
    warnings: imports.map(() => "unsupported 'import' line in ._pth file"),
  };
}

/** An absolute path without "." and "..". */
function resolve(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${folder}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
