/**
 * The picture of an edited text on a terminal: rows of characters, and the escape sequences that turn the picture before
 * into the new one.
 *
 * Trap: every row is ended by an explicit move, so that it does not matter what a terminal does behind its last column.
 */
import { nextPosition, shown, textWidth } from "./width.ts";

export interface Size {
  readonly columns: number;
  readonly lines: number;
}

/** What is to be seen: a prompt for each line of the text. */
export interface View {
  readonly text: string;
  readonly cursor: number;
  /** The prompt of the line with this number. */
  prompt(line: number): string;
}

interface Row {
  /** May hold escape sequences. */
  readonly prompt: string;
  readonly text: string;
}

interface Picture {
  readonly rows: readonly Row[];
  readonly row: number;
  readonly column: number;
}

/** A prompt's invisible parts lie between \x01 and \x02, or are the escape sequences of colours. */
const INVISIBLE = /\x01[^\x02]*\x02|\x1b\[[\d;]*m/g;
const MARKS = /[\x01\x02]/g;

const NOTHING: Picture = { rows: [], row: 0, column: 0 };

/** Cut the text into rows and find the cursor among them. */
export function pictureOf(view: View, columns: number): Picture {
  const rows: Row[] = [];
  let cursor = { row: 0, column: 0 };
  let at = 0;
  view.text.split("\n").forEach((line, number) => {
    const prompt = view.prompt(number);
    let row = { prompt: prompt.replace(MARKS, ""), text: "" };
    let column = textWidth(prompt.replace(INVISIBLE, "")) % columns;
    const end = at + line.length;
    for (;;) {
      const next = Math.min(nextPosition(view.text, at), end);
      const cluster = at < end ? drawCluster(view.text.slice(at, next), column, columns) : NO_CLUSTER;
      // A full row goes on below, also for the cursor behind it.
      if (column + Math.max(cluster.width, 1) > columns && (at < end || at === view.cursor)) {
        rows.push(row);
        row = { prompt: "", text: "" };
        column = 0;
      }
      if (at === view.cursor) cursor = { row: rows.length, column };
      if (at >= end) break;
      row.text += cluster.text;
      column += cluster.width;
      at = next;
    }
    rows.push(row);
    at = end + 1;
  });
  return { rows, ...cursor };
}

interface Cluster {
  readonly text: string;
  readonly width: number;
}

const NO_CLUSTER: Cluster = { text: "", width: 0 };

/** A tab fills at most its row. */
function drawCluster(cluster: string, column: number, columns: number): Cluster {
  if (cluster.startsWith("\t")) {
    const start = column === columns ? 0 : column;
    const width = Math.min(shown("\t", start).width, columns - start);
    return { text: " ".repeat(width), width };
  }
  let text = "";
  let width = 0;
  for (const character of cluster) {
    const each = shown(character, column + width);
    text += each.text;
    width += each.width;
  }
  return { text, width };
}

/** The part of a picture that fits a screen: rows around the cursor. */
function window({ rows, row, column }: Picture, lines: number, top: number): { picture: Picture; top: number } {
  if (rows.length <= lines) return { picture: { rows, row, column }, top: 0 };
  const start = Math.min(Math.max(top, row - lines + 1), row, rows.length - lines);
  return { picture: { rows: rows.slice(start, start + lines), row: row - start, column }, top: start };
}

export class Screen {
  private picture = NOTHING;
  private top = 0;
  private columns = 0;

  /** Draw the view in place of what was drawn before. */
  draw(view: View, { columns, lines }: Size): string {
    const { picture, top } = window(pictureOf(view, columns), lines, this.top);
    let output = "";
    if (top !== this.top || columns !== this.columns) output += this.erase(columns);
    this.top = top;
    this.columns = columns;
    output += this.change(picture);
    this.picture = picture;
    return output;
  }

  /** Go below what was drawn; the next picture begins there. */
  leave(): string {
    const { rows, row } = this.picture;
    const below = rows.length - 1 - row;
    const output = rows.length === 0 ? "" : `${below > 0 ? `\x1b[${below}B` : ""}\r\n`;
    this.forget();
    return output;
  }

  /** Forget what was drawn: the cursor is at the beginning of a row of its own. */
  forget(): void {
    this.picture = NOTHING;
    this.top = 0;
  }

  /** Take away what was drawn. Where the terminal has become narrower, it has broken long rows. */
  private erase(columns: number): string {
    const { rows, row } = this.picture;
    if (rows.length === 0) return "";
    let up = 0;
    for (const each of rows.slice(0, row)) {
      const width = textWidth(each.prompt.replace(INVISIBLE, "") + each.text);
      up += columns < this.columns ? Math.max(1, Math.ceil(width / columns)) : 1;
    }
    if (columns < this.columns) up += Math.floor(this.picture.column / columns);
    this.picture = NOTHING;
    return `\r${up > 0 ? `\x1b[${up}A` : ""}\x1b[J`;
  }

  private change(next: Picture): string {
    const before = this.picture;
    let output = "";
    let { row, column } = before;
    const goTo = (target: number, targetColumn: number): void => {
      if (target < row) output += `\x1b[${row - target}A`;
      else if (target > row && target < before.rows.length) output += `\x1b[${target - row}B`;
      // Rows that are not there yet: the terminal may have to scroll.
      else if (target > row) output += "\r\n".repeat(target - row);
      if (target > row && target >= before.rows.length) column = 0;
      if (target !== row || targetColumn !== column) {
        output += targetColumn === 0 ? "\r" : `\r\x1b[${targetColumn}C`;
      }
      row = target;
      column = targetColumn;
    };
    next.rows.forEach((line, index) => {
      const old = before.rows[index];
      if (old !== undefined && old.prompt === line.prompt && old.text === line.text) return;
      const kept = old?.prompt === line.prompt ? commonStart(old.text, line.text) : -1;
      const promptWidth = textWidth(line.prompt.replace(INVISIBLE, ""));
      goTo(index, kept < 0 ? 0 : promptWidth + textWidth(line.text.slice(0, kept)));
      const written = kept < 0 ? line.prompt + line.text : line.text.slice(kept);
      output += written;
      column = promptWidth + textWidth(line.text);
      const isShorter = old !== undefined && textWidth(old.prompt + old.text) > textWidth(line.prompt + line.text);
      if (isShorter) output += "\x1b[K";
      // A full row leaves the cursor where terminals differ.
      if (column >= this.columns) column = -1;
    });
    if (before.rows.length > next.rows.length) {
      goTo(next.rows.length, 0);
      output += "\x1b[J";
    }
    goTo(next.row, next.column);
    return output;
  }
}

/** How much of the beginning two rows share, in whole clusters. */
function commonStart(a: string, b: string): number {
  let at = 0;
  for (;;) {
    const next = nextPosition(b, at);
    if (next === at || a.slice(at, next) !== b.slice(at, next) || nextPosition(a, at) !== next) return at;
    at = next;
  }
}
