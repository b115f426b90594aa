/**
 * What was typed before. Entries are lines, or in the shell whole blocks.
 *
 * In the file a block's lines but the last end with CR LF, as CPython 3.13 writes them.
 */
export class History {
  items: string[] = [];
  /** How many lines the file is given at most; negative: all. */
  fileLimit = -1;

  add(text: string): void {
    this.items.push(text);
  }

  /** The entries of a file. */
  static parse(content: string): string[] {
    const items: string[] = [];
    let block = "";
    for (const line of content.split("\n")) {
      if (line.endsWith("\r")) block += `${line.slice(0, -1)}\n`;
      else if (line !== "" || block !== "") {
        items.push(block + line);
        block = "";
      }
    }
    return items;
  }

  /** The lines of a file with these entries. */
  static format(items: readonly string[]): string {
    return items.map((item) => `${item.replaceAll("\n", "\r\n")}\n`).join("");
  }

  /** The last lines of a file's content, as many as it may have. */
  truncated(content: string): string {
    if (this.fileLimit < 0) return content;
    return History.format(History.parse(content).slice(-this.fileLimit || Number.POSITIVE_INFINITY));
  }
}
