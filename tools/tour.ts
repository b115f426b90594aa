/**
 * `node tools/run.mjs tour [--update] [LESSON ...]`: runs the lessons of the tour and compares what their commands print
 * with what the lessons tell; `--update` writes it into them. Where the output may differ, write `...` by hand.
 */
import fs from "node:fs";
import path from "node:path";
import { LESSONS, playLesson } from "../tests/support/tour.ts";

const update = process.argv.includes("--update");
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));

/** Addresses and temporary folders are others each time. */
const VARYING = /0x[0-9a-f]{8,}|\/\S*\/chaipy-tour-[0-9a-f]+/g;

for (const [i, file] of fs.readdirSync(LESSONS).sort().entries()) {
  if (wanted.length > 0 && !wanted.some((each) => file.startsWith(each))) continue;
  const name = path.join(LESSONS, file);
  let markdown = fs.readFileSync(name, "utf8");
  let at = 0;
  for (const { command, told, actual, matches } of playLesson(i + 1, markdown)) {
    const head = `$ ${command}\n`;
    const start = markdown.indexOf(head + told, at) + head.length;
    if (!matches) console.log(`${file}: ${head}${actual}`);
    const shown = matches ? told : actual.replace(VARYING, "...");
    markdown = markdown.slice(0, start) + shown + markdown.slice(start + told.length);
    at = start + shown.length;
  }
  if (update) fs.writeFileSync(name, markdown);
}
