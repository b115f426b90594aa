/**
 * A lesson of the tour: a Markdown file with programs and the commands that show them at work.
 *
 * A fence ```` ```python main.py ```` is a file of the lesson; ```` ```console ```` holds lines `$ command`, each with the
 * output that it had when the lesson was written; a line `...` there stands for any lines, and `...` in a line for any text.
 */

export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  | { readonly kind: "command"; readonly command: string; readonly output: string };

export interface Lesson {
  /** As in the file's name: `04_staleness`. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

const FENCE = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```\n/gm;

export function parseLesson(id: string, markdown: string): Lesson {
  const heading = /^# (.*)\n/.exec(markdown);
  const body = markdown.slice(heading?.[0].length ?? 0);
  const parts: Part[] = [];
  const addText = (text: string): void => {
    if (text.trim() !== "") parts.push({ kind: "text", text: text.trim() });
  };
  let at = 0;
  for (const match of body.matchAll(FENCE)) {
    const [whole, language, name, content = ""] = match;
    addText(body.slice(at, match.index));
    at = match.index + whole.length;
    if (language === "console") parts.push(...commandsOf(content));
    else if (name !== undefined) parts.push({ kind: "file", name, text: content });
    else parts.push({ kind: "text", text: content.replace(/^(?=.)/gm, "    ").trimEnd() });
  }
  addText(body.slice(at));
  return { id, title: heading?.[1] ?? id, parts };
}

function commandsOf(block: string): Part[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const end = text.indexOf("\n");
      return { kind: "command", command: text.slice(0, end), output: text.slice(end + 1) };
    });
}

/** Whether an output is the one that the lesson tells of. */
export function matchesOutput(told: string, actual: string): boolean {
  const pattern = told
    .split(/^\.\.\.\n/m)
    .map((lines) => lines.split("...").map(escapePattern).join(".*"))
    .join("(?:.*\\n)*");
  return new RegExp(`^${pattern}$`).test(actual);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
