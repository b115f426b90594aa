/**
 * `chaipy tour`: claims about Python's inner working, each made visible by commands that are run before the reader's eyes.
 *
 * The lessons are Markdown files (docs/tour, beside us as `tour/`). In a folder that is named the files of the lesson stay,
 * to be changed and run again; otherwise the folder is a temporary one.
 */
import { HostError } from "../../host/host.ts";
import { TOUR_USAGE } from "../cli/command-usage.ts";
import type { Invocation } from "../cli/invocation.ts";
import { type Palette, paletteFor } from "../inspect/palette.ts";
import { makeFolder, makeTemporaryFolder, removeFolder } from "./folder.ts";
import { type Lesson, type Part, parseLesson } from "./lesson.ts";
import { type PartListener, runLesson } from "./run.ts";

export function runTour(invocation: Invocation): number {
  const { args, prefix, world, print, printError } = invocation;
  const lessons = readLessons(`${prefix}/tour`, invocation);
  const paint = paletteFor(world);
  const asJson = args[0] === "--json";
  const [number, folder, ...rest] = asJson ? args.slice(1) : args;
  if (number === undefined) {
    print(contents(lessons, paint));
    return 0;
  }
  const lesson = lessons[Number(number) - 1];
  if (lesson === undefined || rest.length > 0) {
    printError(`usage: chaipy tour ${TOUR_USAGE}\nLessons are 1 to ${lessons.length}.\n`);
    return 2;
  }
  try {
    show(lesson, folder, invocation, (part) => print(asJson ? `${JSON.stringify(part)}\n` : partText(part, paint)));
    return 0;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    printError(`chaipy tour: ${error.message}\n`);
    return 1;
  }
}

function readLessons(folder: string, { world }: Invocation): Lesson[] {
  const names = world.files.readdir(folder).map(({ name }) => name as string);
  return names
    .filter((name) => /^\d+_\w+\.md$/.test(name))
    .sort()
    .map((name) => {
      const text = new TextDecoder().decode(world.files.readFile(`${folder}/${name}`));
      return parseLesson(name.slice(0, -".md".length), text);
    });
}

function contents(lessons: readonly Lesson[], paint: Palette): string {
  const lines = lessons.map(({ title }, i) => `  ${paint.name(String(i + 1).padStart(2))}  ${title}\n`);
  return `${paint.title("A tour of Python's inside")}\n${lines.join("")}
chaipy tour 1 shows the first; chaipy tour 1 FOLDER leaves its files in FOLDER, to be changed and run again.\n`;
}

function show(
  lesson: Lesson,
  kept: string | undefined,
  { executable, world }: Invocation,
  listener: PartListener,
): void {
  const folder = kept === undefined ? makeTemporaryFolder(world) : makeFolder(kept, world);
  try {
    listener({ kind: "text", text: lesson.title });
    runLesson(lesson, folder, executable, world, listener);
  } finally {
    if (kept === undefined) removeFolder(folder, world);
  }
}

function partText(part: Part, paint: Palette): string {
  switch (part.kind) {
    case "text":
      return `\n${part.text}\n`;
    case "file":
      return `\n${paint.faint(`${part.name}:`)}\n${part.text.replace(/^(?=.)/gm, "    ")}`;
    case "command":
      return `\n${paint.name(`$ ${part.command}`)}\n${part.output}`;
  }
}
