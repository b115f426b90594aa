/**
 * `chaipy inspect FILE`: what each stage between a source and its `.pyc` makes of it. Nothing is run.
 *
 * Without stages named all are shown. `--json` prints JSON lines, a record each, with the stage in `stage`.
 */
import type { TraceLevel } from "../../embed/recording/trace.ts";
import { compileStages, type Stages } from "../../embed/stages/stages.ts";
import { type Host, HostError } from "../../host/host.ts";
import { INSPECT_USAGE } from "../cli/command-usage.ts";
import type { Invocation } from "../cli/invocation.ts";
import { cacheFile } from "../pyc/main.ts";
import { reportPyc } from "../pyc/report.ts";
import { reportText } from "../pyc/text.ts";
import { runJitView } from "./jit.ts";
import { type Palette, paletteFor } from "./palette.ts";
import { codeLines, flowLines, scopeLines, tokenLines, treeLines } from "./text.ts";
import { runTrace } from "./trace.ts";

interface Request {
  readonly file: string;
  readonly shown: ReadonlySet<StageName>;
  readonly everyPass: boolean;
  readonly optimize: number;
  readonly json: boolean;
}

interface StageView {
  readonly title: string;
  lines(stages: Stages, request: Request, world: Host, paint: Palette): string[];
  /** The records of `--json`. */
  records(stages: Stages): readonly object[];
}

const VIEWS = {
  tokens: {
    title: "Tokens",
    lines: ({ tokens }, _request, _world, paint) => tokenLines(tokens, paint),
    records: ({ tokens }) => tokens,
  },
  ast: {
    title: "Abstract syntax tree",
    lines: ({ tree }, _request, _world, paint) => (tree === null ? [] : treeLines(tree, paint)),
    records: ({ tree, folded }) => (tree === null ? [] : [{ tree, folded }]),
  },
  symtable: {
    title: "Symbol table",
    lines: ({ scopes }, _request, _world, paint) => (scopes === null ? [] : scopeLines(scopes, paint)),
    records: ({ scopes }) => (scopes === null ? [] : [scopes]),
  },
  cfg: {
    title: "Control flow graph",
    lines: ({ flow }, { everyPass }, _world, paint) => flowLines(flow, everyPass, paint),
    records: ({ flow }) => flow,
  },
  code: {
    title: "Bytecode",
    lines: ({ code }, _request, _world, paint) => (code === null ? [] : codeLines(code, paint)),
    records: ({ code }) => (code === null ? [] : [code]),
  },
  pyc: {
    title: "The .pyc file",
    lines: ({ pyc }, { file }, world) =>
      pyc === null
        ? []
        : reportText(reportPyc(cacheFile(file), pyc.bytes, world), pyc.bytes)
            .trimEnd()
            .split("\n"),
    records: ({ pyc }) => (pyc === null ? [] : [{ hex: hexText(pyc.bytes), spans: pyc.spans }]),
  },
} satisfies Record<string, StageView>;

const hexText = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");

type StageName = keyof typeof VIEWS;
const STAGE_NAMES = Object.keys(VIEWS) as StageName[];

export function runInspect(invocation: Invocation): number {
  const { args, world, print, printError } = invocation;
  const jit = parseRun(args, ["--jit"]);
  if (jit !== undefined) return runJitView(invocation, jit);
  const trace = parseRun(args, Object.keys(TRACE_LEVELS));
  if (trace !== undefined) return runTrace(invocation, { ...trace, level: TRACE_LEVELS[trace.option] as TraceLevel });
  const request = parseRequest(args);
  if (request === undefined) {
    printError(`usage: chaipy inspect ${INSPECT_USAGE}\n`);
    return 2;
  }
  let stages: Stages;
  try {
    stages = readStages(request, world);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    printError(`chaipy inspect: ${error.message}\n`);
    return 1;
  }
  print(request.json ? jsonText(stages, request) : shownText(stages, request, world));
  if (stages.error === null) return 0;
  const { type, message, lineno } = stages.error;
  printError(`${request.file}${lineno === null ? "" : `:${lineno}`}: ${type}: ${message}\n`);
  return 1;
}

interface Run {
  /** What of the run is wanted. */
  readonly option: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly json: boolean;
}

/** The request to run a file with one of these options; what follows the file belongs to the program. */
function parseRun(args: readonly string[], names: readonly string[]): Run | undefined {
  const at = args.findIndex((arg) => !arg.startsWith("-"));
  const options = at < 0 ? args : args.slice(0, at);
  const option = names.find((each) => options.includes(each));
  const file = args[at];
  if (option === undefined || file === undefined) return undefined;
  if (options.some((each) => each !== "--json" && each !== option)) return undefined;
  return { option, file, args: args.slice(at + 1), json: options.includes("--json") };
}

const TRACE_LEVELS: Readonly<Record<string, TraceLevel>> = {
  "--trace=ops": "ops",
  "--trace=lines": "lines",
  "--trace=calls": "calls",
};

function parseRequest(args: readonly string[]): Request | undefined {
  const shown = new Set<StageName>();
  const files: string[] = [];
  let [everyPass, optimize, json] = [false, 0, false];
  for (const arg of args) {
    const stage = STAGE_NAMES.find((name) => arg === `--${name}`);
    if (stage !== undefined) shown.add(stage);
    else if (arg === "--cfg=all") {
      shown.add("cfg");
      everyPass = true;
    } else if (arg === "-O" || arg === "-OO") optimize = arg.length - 1;
    else if (arg === "--json") json = true;
    else if (arg.startsWith("-")) return undefined;
    else files.push(arg);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) return undefined;
  return { file, shown: shown.size > 0 ? shown : new Set(STAGE_NAMES), everyPass, optimize, json };
}

function readStages({ file, optimize }: Request, world: Host): Stages {
  const mtime = Number(world.files.stat(file).mtimeNs / 1_000_000_000n);
  return compileStages(world.files.readFile(file), { filename: file, optimize, mtime });
}

function shownText(stages: Stages, request: Request, world: Host): string {
  const paint = paletteFor(world);
  const parts = STAGE_NAMES.filter((name) => request.shown.has(name)).map((name) => {
    const view: StageView = VIEWS[name];
    const lines = view.lines(stages, request, world, paint);
    return lines.length === 0 ? "" : `${paint.title(view.title)}\n${lines.join("\n").trimEnd()}\n`;
  });
  const warnings = stages.warnings.map(
    ({ category, message, lineno }) => `${request.file}:${lineno}: ${category}: ${message}\n`,
  );
  return [...parts, warnings.join("")].filter((part) => part !== "").join("\n");
}

function jsonText(stages: Stages, request: Request): string {
  const records: object[] = [];
  for (const name of STAGE_NAMES) {
    if (!request.shown.has(name)) continue;
    const view: StageView = VIEWS[name];
    for (const record of view.records(stages)) records.push({ stage: name, ...record });
  }
  for (const warning of stages.warnings) records.push({ stage: "warning", ...warning });
  if (stages.error !== null) records.push({ stage: "error", ...stages.error });
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
