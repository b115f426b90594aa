/**
 * `chaipy freeze APP.py -o TARGET`: a program and the modules it needs as one executable, one HTML file (--html) or one
 * `.pyz` (--zip). The program is compiled and read, never run.
 */
import { compileToCode, type Optimization } from "../../embed/compiler.ts";
import { O_CREAT, O_TRUNC, O_WRONLY, S_IFDIR, S_IFMT } from "../../host/constants.ts";
import { writeAll } from "../../host/current.ts";
import { ExecutableError, makeExecutable } from "../../host/executable.ts";
import { type Host, HostError, ifPossible } from "../../host/host.ts";
import { FrozenTable } from "../../importing/frozen.ts";
import { writeZip } from "../../util/binary/zip.ts";
import { Problem } from "../../util/problem.ts";
import { FREEZE_USAGE } from "../cli/command-usage.ts";
import type { Invocation } from "../cli/invocation.ts";
import { archiveMembers, type DataFiles, programTable } from "./collect.ts";
import { explainGraph } from "./explain.ts";
import { FileFinder } from "./finder.ts";
import { importedAtOnce, type ModuleGraph, traceImports } from "./graph.ts";
import { programHtml } from "./html.ts";
import { ALWAYS, BY_NAME, CALLED, WITH_MODULE } from "./needs.ts";
import { compileFile, SourceError } from "./source.ts";

type Kind = "executable" | "html" | "zip";

interface Request {
  readonly file: string;
  readonly target: string;
  readonly kind: Kind;
  readonly data: readonly string[];
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly optimization: Optimization;
  readonly explain: boolean;
}

/** What the command refuses. */
class FreezeError extends Error {}

/** What tools/build/parts.ts calls the parts of commands that a frozen program has not. */
const OTHER_COMMAND = /^apps-.*-(main|shell)$/;

/** The first line of a `.pyz`. */
const SHEBANG = "#!/usr/bin/env python3.12\n";

export function runFreeze(invocation: Invocation): number {
  const { args, print, printError } = invocation;
  const request = parseRequest(args);
  if (request === undefined) {
    printError(`usage: chaipy freeze ${FREEZE_USAGE}\n`);
    return 2;
  }
  try {
    const report = freeze(request, invocation);
    if (request.explain) print(report);
    return 0;
  } catch (error) {
    const expected = [FreezeError, HostError, ExecutableError, Problem, SourceError];
    if (!expected.some((type) => error instanceof type)) throw error;
    printError(`chaipy freeze: ${(error as Error).message}\n`);
    return 1;
  }
}

function parseRequest(args: readonly string[]): Request | undefined {
  const files: string[] = [];
  const lists: Record<string, string[]> = { "-o": [], "--add-data": [], "--include": [], "--exclude": [] };
  const flags = new Set<string>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] as string;
    const equals = arg.startsWith("--") ? arg.indexOf("=") : -1;
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (list !== undefined) {
      const value = equals < 0 ? args[++i] : arg.slice(equals + 1);
      if (value === undefined) return undefined;
      list.push(value);
    } else if (["--html", "--zip", "--explain", "-O", "-OO"].includes(arg)) flags.add(arg);
    else if (arg.startsWith("-")) return undefined;
    else files.push(arg);
  }
  const [file] = files;
  if (file === undefined || files.length > 1 || (flags.has("--html") && flags.has("--zip"))) return undefined;
  const kind: Kind = flags.has("--html") ? "html" : flags.has("--zip") ? "zip" : "executable";
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.py$/, "");
  const suffix = { executable: "", html: ".html", zip: ".pyz" }[kind];
  return {
    file,
    target: lists["-o"]?.at(-1) ?? `${stem}${suffix}`,
    kind,
    data: lists["--add-data"] ?? [],
    included: lists["--include"] ?? [],
    excluded: lists["--exclude"] ?? [],
    optimization: flags.has("-OO") ? 2 : flags.has("-O") ? 1 : 0,
    explain: flags.has("--explain"),
  };
}

/** Make the file; the report of what is in it. */
function freeze(request: Request, { world, prefix }: Invocation): string {
  const { file, target, kind, optimization } = request;
  const source = world.files.readFile(file);
  const slash = file.lastIndexOf("/");
  const name = file.slice(slash + 1);
  const folder = slash < 0 ? "." : file.slice(0, slash) || "/";
  const main = compileFile(source, name, optimization);
  const data = readData(world, request.data);
  const finder = new FileFinder(world, {
    program: folder,
    library: `${prefix}/lib/python3.12`,
    frozen: new FrozenTable(() => world.files.readFile(`${prefix}/frozen.bin`)),
    optimization,
  });
  const graph = traceImports(finder, {
    main,
    always: kind === "zip" ? [] : ALWAYS,
    included: request.included,
    excluded: request.excluded,
    called: CALLED,
    byName: BY_NAME,
    withModule: kind === "zip" ? {} : WITH_MODULE,
  });
  checkIncluded(request, graph);
  const ahead = kind === "executable" ? importedAtOnce(graph, main) : [];
  if (kind === "zip") {
    const members = archiveMembers(main, graph, data, (path) => world.files.readFile(path), file);
    const prefixBytes = new TextEncoder().encode(SHEBANG);
    writeWhole(world, target, writeZip(members, { compress: true, prefix: prefixBytes }), 0o755);
  } else {
    const helper = kind === "executable" ? world.files.readFile(`${prefix}/worker.js`) : undefined;
    const settings = { optimize: optimization, ahead };
    const readLibrary = (file: string): Uint8Array => world.files.readFile(`${prefix}/lib/python3.12/${file}`);
    const payload = programTable(main, withDataPackages(graph, data), data, settings, helper, readLibrary);
    if (kind === "executable") {
      const contents = { payload, scripts: readScripts(world, prefix) };
      writeWhole(world, target, makeExecutable(`${prefix}/freeze/executable.js`, contents), 0o755);
    } else {
      const script = new TextDecoder().decode(world.files.readFile(`${prefix}/freeze/page.js`));
      const html = programHtml(name.replace(/\.py$/, ""), payload, script);
      writeWhole(world, target, new TextEncoder().encode(html), 0o644);
    }
  }
  return explainGraph(name, graph, data, ahead);
}

/** dist/main.js and its parts, without those of other commands. */
function readScripts({ files }: Host, prefix: string): Record<string, string> {
  const parts = files.readdir(`${prefix}/parts`).map(({ name }) => String(name).replace(/\.js$/, ""));
  const names = parts.filter((name) => !OTHER_COMMAND.test(name)).sort();
  const texts = ["main", ...names.map((name) => `parts/${name}`)].map((name) => [
    name,
    new TextDecoder().decode(files.readFile(`${prefix}/${name}.js`)),
  ]);
  return Object.fromEntries(texts);
}

function checkIncluded({ included }: Request, graph: ModuleGraph): void {
  const lost = included.find((name) => !graph.modules.has(name));
  if (lost !== undefined) throw new FreezeError(`no module named '${lost}'`);
}

/** Folders of data that are no packages become ones, so that `importlib.resources.files` finds them by name. */
function withDataPackages(graph: ModuleGraph, data: DataFiles): ModuleGraph {
  const modules = new Map(graph.modules);
  for (const path of data.keys()) {
    const parts = path.split("/").slice(0, -1);
    for (const [i] of parts.entries()) {
      const name = parts.slice(0, i + 1).join(".");
      const code = compileToCode("", `${parts.slice(0, i + 1).join("/")}/`, 0);
      if (!modules.has(name)) modules.set(name, { origin: "program", isPackage: true, path: "", code, alsoNeeds: [] });
    }
  }
  return { ...graph, modules };
}

/** SRC:DEST pairs: a file or folder, and the folder of the program it goes into ("." is its root). */
function readData(world: Host, pairs: readonly string[]): DataFiles {
  const files = new Map<string, Uint8Array>();
  const add = (path: string, name: string): void => {
    if ((world.files.stat(path).mode & S_IFMT) !== S_IFDIR) {
      files.set(name, world.files.readFile(path));
      return;
    }
    const names = world.files.readdir(path).map((entry) => entry.name);
    for (const each of names)
      if (typeof each === "string") add(`${path}/${each}`, name === "" ? each : `${name}/${each}`);
  };
  for (const pair of pairs) {
    const colon = pair.lastIndexOf(":");
    if (colon <= 0) throw new FreezeError(`--add-data wants SRC:DEST, not '${pair}'`);
    const from = pair.slice(0, colon).replace(/\/+$/, "");
    const parts = pair
      .slice(colon + 1)
      .split("/")
      .filter((part) => part !== "" && part !== ".");
    if (parts.includes("..")) throw new FreezeError(`'${pair}' leads out of the program`);
    const isFolder = (world.files.stat(from).mode & S_IFMT) === S_IFDIR;
    const last = isFolder ? [] : [from.slice(from.lastIndexOf("/") + 1)];
    add(from, [...parts, ...last].join("/"));
  }
  return new Map([...files].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Under another name first: a file half-written is never there. */
function writeWhole(world: Host, target: string, content: Uint8Array, mode: number): void {
  const temporary = `${target}.${world.process.pid}`;
  const { files } = world;
  try {
    const fd = files.open(temporary, O_WRONLY | O_CREAT | O_TRUNC, mode);
    try {
      writeAll(fd, content, world);
    } finally {
      files.close(fd);
    }
    files.rename(temporary, target);
  } catch (error) {
    ifPossible(() => files.unlink(temporary));
    throw error instanceof HostError ? new HostError(error.code, target) : error;
  }
}
