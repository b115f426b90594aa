/** What is sent to a terminal when a text changes: afterwards the screen shows the text, whatever it showed before. */
import { describe, expect, it } from "vitest";
import { pictureOf, Screen, type Size, type View } from "../../src/native/readline/editor/screen.ts";
import { nextPosition } from "../../src/native/readline/editor/width.ts";
import { Display } from "../support/display.ts";

function view(text: string, cursor: number, prompts: readonly [string, string] = [">>> ", "... "]): View {
  return { text, cursor, prompt: (line) => prompts[line === 0 ? 0 : 1] };
}

/** The same numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const PIECES = ["a", "bc", "日本", "é", "e\u0301", "\t", "\n", " ", "😀", "x".repeat(17), "\x01", "-\n-"];

function positions(text: string): number[] {
  const found = [0];
  for (let at = 0; at < text.length; ) {
    at = nextPosition(text, at);
    found.push(at);
  }
  return found;
}

/** Change a text at random, drawing it after each change. */
function draws(lines: number, check: (display: Display, drawn: View, size: Size) => void): void {
  const random = numbers(20261130);
  for (let round = 0; round < 40; round++) {
    const size = { columns: 5 + random(20), lines };
    const display = new Display(size.columns, size.lines);
    const screen = new Screen();
    let text = "";
    for (let step = 0; step < 40; step++) {
      const places = positions(text);
      const from = places[random(places.length)] ?? 0;
      const to = places[random(places.length)] ?? 0;
      const piece = random(3) === 0 ? "" : (PIECES[random(PIECES.length)] ?? "");
      text = text.slice(0, from) + piece + text.slice(random(2) === 0 ? from : Math.max(from, to));
      const after = positions(text);
      const drawn = view(text, after[random(after.length)] ?? 0);
      display.write(screen.draw(drawn, size));
      check(display, drawn, size);
    }
  }
}

describe("the screen", () => {
  it("is what it would be if it were drawn anew, after any change", () => {
    draws(1000, (display, drawn, size) => {
      const fresh = new Display(size.columns, size.lines);
      fresh.write(new Screen().draw(drawn, size));
      expect([drawn.text, display.text, display.cursor]).toEqual([drawn.text, fresh.text, fresh.cursor]);
    });
  });

  it("shows the cursor and what is around it, where it cannot show all", () => {
    draws(4, (display, drawn, size) => {
      const { rows, row, column } = pictureOf(drawn, size.columns);
      const all = new Display(size.columns, 1000);
      all.write(new Screen().draw(drawn, { ...size, lines: 1000 }));
      const lines = all.text.split("\n");
      const top = row - display.cursor.row;
      expect(display.cursor.column).toBe(column);
      expect(top).toBeGreaterThanOrEqual(0);
      const shown = Array.from({ length: Math.min(rows.length, 4) }, (_, i) => lines[top + i] ?? "");
      expect(display.text).toBe(shown.join("\n").trimEnd());
    });
  });

  it("shows the rows around the cursor of a text that is too long", () => {
    const text = Array.from({ length: 9 }, (_, i) => `line ${i}`).join("\n");
    const display = new Display(20, 4);
    const screen = new Screen();
    display.write(screen.draw(view(text, text.length), display));
    expect(display.text).toBe("... line 5\n... line 6\n... line 7\n... line 8");
    display.write(screen.draw(view(text, 0), display));
    expect(display.text).toBe(">>> line 0\n... line 1\n... line 2\n... line 3");
    expect(display.cursor).toEqual({ row: 0, column: 4 });
  });

  it("breaks full rows, and puts the cursor below one", () => {
    const display = new Display(8, 5);
    display.write(new Screen().draw(view("abcd", 4), display));
    expect(display.text).toBe(">>> abcd");
    expect(display.cursor).toEqual({ row: 1, column: 0 });
  });

  it("does not split a wide character", () => {
    const display = new Display(9, 5);
    display.write(new Screen().draw(view("ab日本語", 5), display));
    expect(display.text).toBe(">>> ab日\n本語");
    expect(display.cursor).toEqual({ row: 1, column: 4 });
  });

  it("counts no invisible parts of a prompt", () => {
    const display = new Display(20, 5);
    display.write(new Screen().draw(view("ab", 1, ["\x01\x1b[1m\x02in> \x1b[0m", ""]), display));
    expect(display.text).toBe("in> ab");
    expect(display.cursor).toEqual({ row: 0, column: 5 });
  });

  it("sends little for a letter at the end", () => {
    const screen = new Screen();
    const size = { columns: 80, lines: 24 };
    screen.draw(view("print", 5), size);
    expect(screen.draw(view("print(", 6), size)).toBe("(");
    expect(screen.draw(view("print(", 6), size)).toBe("");
  });

  it("is drawn anew when the terminal has become narrower", () => {
    const display = new Display(20, 6);
    const screen = new Screen();
    display.write(screen.draw(view("abcdefghij", 10), display));
    const narrow = new Display(10, 6);
    // What such a terminal has made of the rows.
    narrow.write(">>> abcdef\r\nghij");
    narrow.write(screen.draw(view("abcdefghij", 10), narrow));
    expect(narrow.text).toBe(">>> abcdef\nghij");
    expect(narrow.cursor).toEqual({ row: 1, column: 4 });
  });
});
