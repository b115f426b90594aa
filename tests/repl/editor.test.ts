/** The line editor without a terminal: keys in, text and cursor out. */
import { describe, expect, it } from "vitest";
import { blockNeedsMore } from "../../src/apps/repl/statements.ts";
import { standardKeymap } from "../../src/native/readline/editor/bindings.ts";
import { History } from "../../src/native/readline/editor/history.ts";
import { KeyDecoder } from "../../src/native/readline/editor/keys.ts";
import { LineEditor } from "../../src/native/readline/editor/line-editor.ts";

interface Setting {
  readonly history?: readonly string[];
  readonly words?: readonly string[];
  readonly isBlock?: boolean;
}

const KEYS: Readonly<Record<string, string>> = {
  up: "\x1b[A",
  down: "\x1b[B",
  right: "\x1b[C",
  left: "\x1b[D",
  home: "\x1b[H",
  end: "\x1b[F",
  delete: "\x1b[3~",
  backspace: "\x7f",
  enter: "\r",
  tab: "\t",
  f3: "\x1bOR",
};

/** `<C-a>`, `<M-f>`, `<left>` are keys; the rest is typed. */
function bytesOf(keys: string): Uint8Array {
  const text = keys.replace(/<(C-|M-C-|M-)?([^<>]+)>/g, (_all, modifier: string | undefined, name: string) => {
    const key = KEYS[name] ?? name;
    const control = modifier?.includes("C-") === true ? String.fromCharCode(key.toUpperCase().charCodeAt(0) & 31) : key;
    return modifier?.startsWith("M-") === true ? `\x1b${control}` : control;
  });
  return new TextEncoder().encode(text);
}

function edit(keys: string, { history = [], words = [], isBlock = false }: Setting = {}): LineEditor {
  const past = new History();
  past.items.push(...history);
  const editor = new LineEditor(
    {
      history: past,
      complete: (each, start, end) => words.filter((word) => word.startsWith(each.text.slice(start, end))),
      delimiters: " \t\n()[].,",
      needsMore: blockNeedsMore,
    },
    {
      keymap: standardKeymap(),
      isBlock,
      memory: { killRing: [], pattern: "", yanked: { index: 0, length: 0 }, next: undefined },
      showAllIfAmbiguous: false,
    },
  );
  // `tab: complete`, as site has it.
  (editor.options.keymap as Map<string, unknown>).set("tab", standardKeymap().get("M-escape"));
  const decoder = new KeyDecoder();
  for (const byte of bytesOf(keys)) {
    const key = decoder.push(byte);
    if (key !== undefined) editor.press(key);
  }
  return editor;
}

/** The text with a bar where the cursor is. */
function barred(keys: string, setting?: Setting): string {
  const { text, cursor } = edit(keys, setting);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe("the cursor", () => {
  it.each([
    ["abc<left><left>x", "ax|bc"],
    ["abc<C-b><C-b><C-f>x", "abx|c"],
    ["abc<home>x<end>y", "xabcy|"],
    ["abc<C-a>x<C-e>y", "xabcy|"],
    ["one two<M-b>x<M-b><M-b>y", "y|one xtwo"],
    ["one two<C-a><M-f>x", "onex| two"],
    ["ab<left><left><left><left>x", "x|ab"],
    ["abcdef<M-3><left>x", "abcx|def"],
    ["abcdefghijkl<M-1>0<left>x", "abx|cdefghijkl"],
    ["日本語<left>x", "日本x|語"],
    ["e\u0301a<left><left>x", "x|e\u0301a"],
    ["😀b<left><left>x", "x|😀b"],
    ["abc\x1b[1;5Dx", "x|abc"],
  ])("%j gives %j", (keys, expected) => expect(barred(keys)).toBe(expected));
});

describe("changes", () => {
  it.each([
    ["abc<backspace><backspace>", "a|"],
    ["abc<C-h>", "ab|"],
    ["abc<C-a><delete>", "|bc"],
    ["abc<C-a><C-d>", "|bc"],
    ["e\u0301<backspace>", "|"],
    ["one two<left><C-k>", "one tw|"],
    ["one two<left><C-u>", "|o"],
    ["one two-three<C-w>", "one |"],
    ["one two-three<M-backspace>", "one two-|"],
    ["one two<C-a><M-d>", "| two"],
    ["one two<C-w><C-y><C-y>", "one twotwo|"],
    ["one two<C-w><C-w><C-y>", "one two|"],
    ["a b<C-w>x<C-u><C-y><M-y>", "b|"],
    ["ab<C-t>", "ba|"],
    ["abc<left><C-t>", "acb|"],
    ["one two<M-t>", "two one|"],
    ["one two<C-a><M-u>", "ONE| two"],
    ["ONE two<C-a><M-l>", "one| two"],
    ["one two<C-a><M-c><M-c>", "One Two|"],
    ["a  b<left><left><M-\\>", "a|b"],
    ["abc<C-w><C-_>", "abc|"],
    ["abc<C-a><C-k>x<C-_><C-_>", "|abc"],
    ["abc<C-_>", "|"],
    ["<C-v><C-a>", "\x01|"],
    ["abc<M-r>", "|"],
  ])("%j gives %j", (keys, expected) => expect(barred(keys)).toBe(expected));
});

describe("the history", () => {
  const history = ["first", "second one", "third"];
  it.each([
    ["new<up>", "third|"],
    ["new<up><up><up><up>", "first|"],
    ["new<up><up><down><down>", "new|"],
    ["new<C-p>x<C-p><C-n>", "thirdx|"],
    ["\x1b<", "first|"],
    ["new\x1b<\x1b>", "new|"],
    ["<C-r>s", "|second one"],
    ["<C-r>ir", "th|ird"],
    ["<C-r>ir<C-r>", "f|irst"],
    ["<C-r>ir<C-r><C-e>x", "firstx|"],
    ["new<C-r>ir<C-g>", "new|"],
    ["<C-r>irs<backspace>", "th|ird"],
    ["s\x1b[5~", "s|econd one"],
    ["<M-.>", "third|"],
    ["<M-.><M-.>", "one|"],
  ])("%j gives %j", (keys, expected) => expect(barred(keys, { history })).toBe(expected));

  it("shows what it looks for", () => {
    expect(edit("<C-r>ir", { history }).promptOverride).toBe("(reverse-i-search)`ir': ");
    expect(edit("<C-r>zz", { history }).promptOverride).toBe("(failed reverse-i-search)`zz': ");
  });

  it("accepts what was found", () => {
    expect(edit("<C-r>sec<enter>", { history }).outcome).toEqual({ kind: "line", text: "second one" });
  });

  it("keeps blocks in its file", () => {
    const items = ["x = 1", "def f():\n    return 1", "é"];
    expect(History.format(items)).toBe("x = 1\ndef f():\r\n    return 1\né\n");
    expect(History.parse(History.format(items))).toEqual(items);
  });
});

describe("completion", () => {
  const words = ["import", "importlib", "print(", "property("];
  it("inserts what candidates share, and lists them when asked again", () => {
    expect(barred("im<tab>", { words })).toBe("import|");
    expect(edit("im<tab><tab>", { words }).effects.at(-1)).toMatchObject({
      kind: "list",
      items: ["import", "importlib"],
    });
    expect(barred("x = prin<tab>1", { words })).toBe("x = print(1|");
    expect(barred("nothing<tab>", { words })).toBe("nothing|");
  });

  it("asks before it shows very many", () => {
    const many = Array.from({ length: 120 }, (_, i) => `w${i}`);
    expect(edit("w<tab><tab>", { words: many }).promptOverride).toBe("Display all 120 possibilities? (y or n)");
    expect(edit("w<tab><tab>y", { words: many }).effects.at(-1)).toMatchObject({ kind: "list" });
  });
});

describe("a line", () => {
  it.each([
    ["abc<enter>", { kind: "line", text: "abc" }],
    ["abc<left><enter>", { kind: "line", text: "abc" }],
    ["<C-d>", { kind: "end" }],
    ["abc<C-c>", { kind: "interrupted" }],
    ["abc<C-d>", undefined],
  ])("%j ends as %j", (keys, outcome) => expect(edit(keys).outcome).toEqual(outcome));
});

describe("a block", () => {
  const block = { isBlock: true };
  it.each([
    ["1 + 1<enter>", "1 + 1"],
    ["def f():<enter>return 1<enter><enter>", "def f():\n    return 1\n"],
    ["if x:<enter>y<enter><backspace>else:<enter>z<enter><enter>", "if x:\n    y\nelse:\n    z\n"],
    ["x = [<enter>1,<enter>2]<enter>", "x = [\n1,\n2]"],
    ["x = '''a<enter><enter>b'''<enter>", "x = '''a\n\nb'''"],
    ["\x1b[200~a = 1\rb = 2\r\x1b[201~<enter>", "a = 1\nb = 2\n"],
    ["\x1b[200~if a:\r  b\r\r  c\r\x1b[201~<enter>", "if a:\n  b\n\n  c\n"],
    ["<f3>if a:<enter>  b<enter><enter>  c<enter><f3>", "if a:\n  b\n\n  c\n"],
  ])("%j is %j", (keys, text) => expect(edit(keys, block).outcome).toEqual({ kind: "line", text }));

  it.each([
    ["if x:<enter>y<up>z", "if x:z|\n    y"],
    ["if x:<enter>y<enter>z<up><up><home><down>!", "if x:\n!|    y\n    z"],
    ["if x:<enter><tab>y", "if x:\n        y|"],
    ["if x:<enter><backspace>y", "if x:\ny|"],
    ["if x:<enter>y<up><enter>z", "if x:\n    z|\n    y"],
    ["a<M-enter>b", "a\nb|"],
    ["if x:<enter>y<C-a><C-k>", "if x:\n|"],
    ["if x:<enter>y<C-u>", "if x:\n|"],
  ])("%j shows %j", (keys, expected) => expect(barred(keys, block)).toBe(expected));

  it("goes through the history by whole blocks", () => {
    const history = ["x = 1", "def f():\n    return 1"];
    expect(barred("<up>", { ...block, history })).toBe("def f():\n    return 1|");
    expect(barred("<up><up><up>", { ...block, history })).toBe("x = 1|");
  });
});
