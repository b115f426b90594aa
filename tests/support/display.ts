/**
 * A terminal's screen, as far as line editors use one: what xterm makes of characters and escape sequences. It knows no
 * more than ours send; anything else is an error, so that no test passes by what was overlooked.
 */
import { shown } from "../../src/native/readline/editor/width.ts";

const PIECE = /\x1b\[([?\d;]*)([A-Za-z])|\x1b|[\s\S]/gu;

export class Display {
  private rows: string[][] = [[]];
  private row = 0;
  private column = 0;
  private isWrapping = false;
  /** How often the bell rang. */
  bells = 0;

  constructor(
    public columns = 80,
    public lines = 24,
  ) {}

  /** What is to be seen, without blanks at the ends of rows and empty rows at the end. */
  get text(): string {
    const text = this.rows.map((row) => row.join("").trimEnd()).join("\n");
    return text.trimEnd();
  }

  get cursor(): { readonly row: number; readonly column: number } {
    return { row: this.row, column: this.column };
  }

  write(output: string): void {
    for (const [piece, parameters = "", letter] of output.matchAll(PIECE)) {
      if (letter !== undefined) this.control(letter, parameters);
      else this.put(piece);
    }
  }

  private put(character: string): void {
    switch (character) {
      case "\r":
        this.column = 0;
        this.isWrapping = false;
        return;
      case "\n":
        this.lineFeed();
        return;
      case "\b":
        this.column = Math.max(0, this.column - 1);
        return;
      case "\x07":
        this.bells++;
        return;
      default:
        if (character < " ") throw new Error(`unexpected character ${JSON.stringify(character)}`);
        this.print(character);
    }
  }

  private print(character: string): void {
    const { width } = shown(character, this.column);
    const cells = this.currentRow();
    if (width === 0) {
      const at = this.isWrapping ? this.column : this.column - 1;
      cells[at] = (cells[at] ?? "") + character;
      return;
    }
    if (this.isWrapping || this.column + width > this.columns) {
      this.column = 0;
      this.lineFeed();
      this.print(character);
      return;
    }
    cells[this.column] = character;
    if (width === 2) cells[this.column + 1] = "";
    this.column += width;
    this.isWrapping = this.column >= this.columns;
    if (this.isWrapping) this.column = this.columns - 1;
  }

  private currentRow(): string[] {
    while (this.rows.length <= this.row) this.rows.push([]);
    const cells = this.rows[this.row] as string[];
    while (cells.length < this.column) cells.push(" ");
    return cells;
  }

  private lineFeed(): void {
    this.isWrapping = false;
    this.row++;
    if (this.row >= this.lines) {
      this.rows.shift();
      this.row--;
    }
    this.currentRow();
  }

  private control(letter: string, parameters: string): void {
    const count = Number(parameters === "" ? 1 : parameters);
    this.isWrapping = false;
    if (letter === "A") this.row = Math.max(0, this.row - count);
    else if (letter === "B") this.row = Math.min(this.lines - 1, this.row + count);
    else if (letter === "C") this.column = Math.min(this.columns - 1, this.column + count);
    else if (letter === "D") this.column = Math.max(0, this.column - count);
    else if (letter === "H") {
      this.row = 0;
      this.column = 0;
    } else if (letter === "K") this.currentRow().length = Math.min(this.currentRow().length, this.column);
    else if (letter === "J") this.erase(parameters);
    else if (letter !== "m" && !parameters.startsWith("?")) throw new Error(`unexpected sequence ${letter}`);
  }

  private erase(parameters: string): void {
    if (parameters === "2") this.rows = [[]];
    else {
      this.currentRow().length = Math.min(this.currentRow().length, this.column);
      this.rows.length = this.row + 1;
    }
  }
}
