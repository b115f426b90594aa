/** Commands that change the text: deleting, killing and yanking, letter case, transposing. */
import type { Command, LineEditor } from "./line-editor.ts";
import { stepped } from "./moving.ts";
import {
  blankWordStart,
  isBlank,
  isWordCharacter,
  lineEnd,
  lineStart,
  skipBackward,
  skipForward,
  wordEnd,
  wordStart,
} from "./text-steps.ts";
import { nextPosition, previousPosition } from "./width.ts";

/** How many texts the kill ring keeps, as readline's does. */
const RING_SIZE = 10;
const INDENTATION = 4;

/** Cut out what lies between the cursor and `to`. One kill after another makes one text. */
function kill(editor: LineEditor, to: number): void {
  editor.nextTrace = "kill";
  const { text, cursor } = editor;
  const { killRing } = editor.options.memory;
  const cut = text.slice(Math.min(cursor, to), Math.max(cursor, to));
  if (cut === "") return;
  if (editor.trace !== "kill") killRing.push(cut);
  else {
    const last = killRing.pop() ?? "";
    killRing.push(to < cursor ? cut + last : last + cut);
  }
  if (killRing.length > RING_SIZE) killRing.shift();
  editor.replace(Math.min(cursor, to), Math.max(cursor, to), "");
}

type Step = (text: string, at: number) => number;

function killTo(forward: Step, backward: Step): Command {
  return (editor, count) => kill(editor, stepped(editor, count, forward, backward));
}

/** To the end of the line; at the end, the line end itself. */
function restOfLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return end === at ? nextPosition(text, at) : end;
}

function beforeOnLine(text: string, at: number): number {
  const start = lineStart(text, at);
  return start === at && at > 0 ? at - 1 : start;
}

function deleteTo(editor: LineEditor, to: number): void {
  if (to === editor.cursor) editor.bell();
  else editor.replace(Math.min(editor.cursor, to), Math.max(editor.cursor, to), "");
}

export function deleteForward(editor: LineEditor, count: number): void {
  deleteTo(editor, stepped(editor, count, nextPosition, previousPosition));
}

/** In the indentation of a block's line, back to the stop before. */
function backspace(editor: LineEditor, count: number): void {
  const { text, cursor } = editor;
  const start = lineStart(text, cursor);
  const before = text.slice(start, cursor);
  if (editor.options.isBlock && count === 1 && start > 0 && /^ +$/.test(before)) {
    deleteTo(editor, start + Math.floor((before.length - 1) / INDENTATION) * INDENTATION);
    return;
  }
  deleteTo(editor, stepped(editor, count, previousPosition, nextPosition));
}

function yank(editor: LineEditor): void {
  const text = editor.options.memory.killRing.at(-1);
  if (text === undefined) return editor.bell();
  editor.nextTrace = "yank";
  editor.insert(text);
}

/** The text before it in the ring, in the place of the one just yanked. */
function yankPop(editor: LineEditor): void {
  const { killRing } = editor.options.memory;
  const last = killRing.at(-1);
  if (editor.trace !== "yank" || last === undefined) return editor.bell();
  editor.nextTrace = "yank";
  killRing.unshift(killRing.pop() as string);
  editor.replace(editor.cursor - last.length, editor.cursor, killRing.at(-1) as string);
}

/** The last word of the entry before; again: of the one before that. */
function yankLastArgument(editor: LineEditor): void {
  const { items } = editor.services.history;
  const isAgain = editor.trace === "yank-last";
  const { yanked } = editor.options.memory;
  const index = isAgain ? yanked.index - 1 : items.length - 1;
  const entry = items[index];
  if (entry === undefined) return editor.bell();
  const word = entry.trim().split(/\s+/).at(-1) ?? "";
  const start = isAgain ? editor.cursor - yanked.length : editor.cursor;
  editor.replace(start, editor.cursor, word);
  yanked.index = index;
  yanked.length = word.length;
  editor.nextTrace = "yank-last";
}

function transposeCharacters(editor: LineEditor): void {
  const { text } = editor;
  const end = editor.cursor === text.length ? editor.cursor : nextPosition(text, editor.cursor);
  const middle = previousPosition(text, end);
  const start = previousPosition(text, middle);
  if (start === middle) return editor.bell();
  editor.replace(start, end, text.slice(middle, end) + text.slice(start, middle));
}

function transposeWords(editor: LineEditor): void {
  const { text, cursor } = editor;
  const secondEnd = wordEnd(text, cursor);
  const secondStart = wordStart(text, secondEnd);
  const firstStart = wordStart(text, secondStart);
  const firstEnd = wordEnd(text, firstStart);
  if (firstStart === secondStart || firstEnd > secondStart) return editor.bell();
  const between = text.slice(firstEnd, secondStart);
  editor.replace(
    firstStart,
    secondEnd,
    text.slice(secondStart, secondEnd) + between + text.slice(firstStart, firstEnd),
  );
}

function changeWords(change: (word: string) => string): Command {
  return (editor, count) => {
    const to = stepped(editor, count, wordEnd, wordStart);
    const start = Math.min(editor.cursor, to);
    const end = Math.max(editor.cursor, to);
    editor.replace(start, end, change(editor.text.slice(start, end)));
  };
}

function capitalize(words: string): string {
  let isInside = false;
  let result = "";
  for (const character of words) {
    const belongs = isWordCharacter(character);
    result += belongs && !isInside ? character.toUpperCase() : character.toLowerCase();
    isInside = belongs;
  }
  return result;
}

function deleteHorizontalSpace(editor: LineEditor): void {
  const isSpace = (character: string): boolean => isBlank(character) && character !== "\n";
  const { text, cursor } = editor;
  editor.replace(skipBackward(text, cursor, isSpace), skipForward(text, cursor, isSpace), "");
}

export const CHANGING: Readonly<Record<string, Command>> = {
  "delete-char": deleteForward,
  "backward-delete-char": backspace,
  "kill-line": killTo(restOfLine, beforeOnLine),
  "backward-kill-line": killTo(beforeOnLine, restOfLine),
  "unix-line-discard": killTo(beforeOnLine, restOfLine),
  "kill-whole-line": (editor) => {
    editor.cursor = lineStart(editor.text, editor.cursor);
    kill(editor, lineEnd(editor.text, editor.cursor));
  },
  "kill-word": killTo(wordEnd, wordStart),
  "backward-kill-word": killTo(wordStart, wordEnd),
  "unix-word-rubout": killTo(blankWordStart, wordEnd),
  "delete-horizontal-space": deleteHorizontalSpace,
  yank,
  "yank-pop": yankPop,
  "yank-last-arg": yankLastArgument,
  "insert-last-argument": yankLastArgument,
  "transpose-chars": transposeCharacters,
  "transpose-words": transposeWords,
  "upcase-word": changeWords((word) => word.toUpperCase()),
  "downcase-word": changeWords((word) => word.toLowerCase()),
  "capitalize-word": changeWords(capitalize),
  "quoted-insert": (editor) => {
    editor.quotes = true;
  },
  "tab-insert": (editor, count) => editor.insert("\t".repeat(Math.max(count, 0))),
  undo: (editor) => {
    if (!editor.undo()) editor.bell();
  },
  "revert-line": (editor) => editor.revert(),
};
