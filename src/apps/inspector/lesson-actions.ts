/** What a command of a lesson is on the page: a program to run, or a file and the pane that shows what is made of it. */
import type { Lesson } from "../tour/lesson.ts";

export interface LessonAction {
  readonly label: string;
  readonly text: string;
  readonly optimize: number;
  /** Panes to open. */
  readonly panes: readonly string[];
  readonly runs: boolean;
}

const PANES: Readonly<Record<string, string>> = {
  "--tokens": "tokens",
  "--ast": "tree",
  "--symtable": "scopes",
  "--cfg": "flow",
  "--cfg=all": "flow",
  "--code": "bytecode",
  "--jit": "jit",
};

const PROGRAM = /^python((?: -[BO]+| -OO)*) (\w+\.py)$/;
const SOURCE = /^python((?: -[BO]+| -OO)*) -c "((?:[^"\\]|\\.)*)"$/;
const INSPECT = /^chaipy inspect((?: -\S+)*) (\w+\.py)$/;
const PYC = /^chaipy pyc(?: --\S+)* (\w+\.py)$/;

function fileOf(lesson: Lesson, name: string | undefined): string | undefined {
  const file = lesson.parts.find((part) => part.kind === "file" && part.name === name);
  return file?.kind === "file" ? file.text : undefined;
}

const levelOf = (options = ""): number => (options.includes("-OO") ? 2 : options.includes("-O") ? 1 : 0);

/** Null for what only a shell can do. */
export function actionOf(lesson: Lesson, command: string): LessonAction | null {
  const [, programOptions, programName] = PROGRAM.exec(command) ?? [];
  const [, sourceOptions, source] = SOURCE.exec(command) ?? [];
  const [, inspectOptions, inspected] = INSPECT.exec(command) ?? [];
  const [, compiled] = PYC.exec(command) ?? [];
  const text =
    source === undefined
      ? fileOf(lesson, programName ?? inspected ?? compiled)
      : `${source.replace(/\\(["\\$`])/g, "$1")}\n`;
  if (text === undefined) return null;
  const runs = programName !== undefined || source !== undefined;
  const views = (inspectOptions ?? "").split(" ").flatMap((option) => PANES[option] ?? []);
  return {
    label: runs ? "Run here" : "Show here",
    text,
    optimize: levelOf(programOptions ?? sourceOptions ?? inspectOptions),
    panes: compiled === undefined ? views : ["pyc"],
    runs,
  };
}
