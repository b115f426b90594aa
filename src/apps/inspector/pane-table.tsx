/** The panes: what each is for, how much there is in it, and what it shows. */
import type { VNode } from "preact";
import type { Stages } from "../../embed/stages/stages.ts";
import type { TreeReport, TreeValue } from "../../embed/stages/tree.ts";
import { Bytecode } from "./panes/bytecode.tsx";
import { Flow } from "./panes/flow.tsx";
import { Heap } from "./panes/heap.tsx";
import { Imports } from "./panes/imports.tsx";
import { Jit } from "./panes/jit.tsx";
import { Pyc } from "./panes/pyc.tsx";
import { Scopes } from "./panes/scopes.tsx";
import { Tokens } from "./panes/tokens.tsx";
import { Tree } from "./panes/tree.tsx";
import { Machine } from "./panes/vm.tsx";
import type { Runs } from "./runs.ts";

export interface PaneDefinition {
  readonly id: string;
  readonly title: string;
  /** What the stage is for, in a sentence. */
  readonly summary: string;
  /** How much it made; null if the stage was not reached. */
  count(stages: Stages, runs: Runs): string | null;
  content(stages: Stages, runs: Runs, save: Save): VNode | null;
}

/** What a pane made of the stages alone, kept as long as these are the newest: a step through a run draws nothing else anew. */
const kept = new WeakMap<Stages, Map<string, unknown>>();

function once<Made>(stages: Stages, name: string, make: () => Made): Made {
  let all = kept.get(stages);
  if (all === undefined) {
    all = new Map();
    kept.set(stages, all);
  }
  if (!all.has(name)) all.set(name, make());
  return all.get(name) as Made;
}

/** A pane that shows nothing of a run. */
function ofStages(
  pane: Omit<PaneDefinition, "count" | "content"> & {
    count(stages: Stages): string | null;
    content(stages: Stages): VNode | null;
  },
): PaneDefinition {
  return {
    ...pane,
    count: (stages) => once(stages, `count of ${pane.id}`, () => pane.count(stages)),
    content: (stages) => once(stages, pane.id, () => pane.content(stages)),
  };
}

export type Save = (name: string, content: string) => void;

function nodeCount(value: TreeReport | TreeValue): number {
  if (value === null || typeof value === "string") return 0;
  if ("kind" in value) return value.fields.reduce((sum, field) => sum + nodeCount(field.value), 1);
  return value.reduce<number>((sum, item) => sum + nodeCount(item), 0);
}

const NOT_STEPPING = (
  <p class="hint">Press Step: the program is run and recorded, and every moment of it can be seen here.</p>
);

export const PANES: readonly PaneDefinition[] = [
  ofStages({
    id: "tokens",
    title: "Tokens",
    summary: "The tokenizer cuts the characters into words.",
    count: ({ tokens }) => String(tokens.length),
    content: ({ tokens }) => <Tokens tokens={tokens} />,
  }),
  ofStages({
    id: "tree",
    title: "AST",
    summary: "The parser finds the grammar in them: the abstract syntax tree.",
    count: ({ tree }) => (tree === null ? null : String(nodeCount(tree))),
    content: ({ tree, folded }) => (tree === null ? null : <Tree tree={tree} folded={folded} />),
  }),
  ofStages({
    id: "scopes",
    title: "Symbols",
    summary: "The symbol table says which block owns each name.",
    count: ({ scopes }) => (scopes === null ? null : "✓"),
    content: ({ scopes }) => (scopes === null ? null : <Scopes scope={scopes} />),
  }),
  ofStages({
    id: "flow",
    title: "Flow graph",
    summary: "The compiler makes blocks of instructions and improves them, pass by pass.",
    count: ({ flow }) => (flow.length === 0 ? null : String(flow.length)),
    content: ({ flow }) => (flow.length === 0 ? null : <Flow units={flow} />),
  }),
  ofStages({
    id: "bytecode",
    title: "Bytecode",
    summary: "The assembler writes them down: what the virtual machine executes.",
    count: ({ code }) => (code === null ? null : String(code.disassembly.split("\n").length)),
    content: ({ code }) => (code === null ? null : <Bytecode code={code} />),
  }),
  ofStages({
    id: "pyc",
    title: ".pyc",
    summary: "The code object in a file, as an import leaves it in __pycache__.",
    count: ({ pyc }) => (pyc === null ? null : `${pyc.bytes.length} bytes`),
    content: ({ pyc, code }) => (pyc === null || code === null ? null : <Pyc {...pyc} code={code} />),
  }),
  {
    id: "imports",
    title: "Imports",
    summary: "The import system finds modules, and keeps their .pyc files in __pycache__.",
    count: (_stages, { files }) => String(files.filter(({ path }) => path.endsWith(".pyc")).length),
    content: (_stages, runs) => <Imports runs={runs} />,
  },
  {
    id: "machine",
    title: "VM",
    summary:
      "The virtual machine executes them: frames with variables and a value stack. Step through a run to see it.",
    count: (_stages, { stepping }) => (stepping?.state == null ? "" : String(stepping.state.frames.length)),
    content: (_stages, { stepping }) => (stepping?.state == null ? NOT_STEPPING : <Machine state={stepping.state} />),
  },
  {
    id: "heap",
    title: "Heap",
    summary: "Names and objects refer to objects: the references as arrows, and how many each object has.",
    count: (_stages, { stepping }) => (stepping?.state == null ? "" : String(stepping.state.objects.length)),
    content: (_stages, { stepping }, save) =>
      stepping?.state == null ? (
        NOT_STEPPING
      ) : (
        <Heap state={stepping.state} save={(svg) => save("heap.svg", svg.outerHTML)} />
      ),
  },
  {
    id: "jit",
    title: "JIT",
    summary:
      "What runs often becomes JavaScript, with guards for what it takes for granted. Run the program to see it.",
    count: (_stages, { compiled }) => String(compiled.filter(({ text }) => text !== null).length),
    content: ({ code }, { compiled }) => <Jit units={compiled} code={code} />,
  },
];
