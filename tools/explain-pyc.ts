/**
 * Compiles one source file with us and with CPython 3.12.7 and says where the code objects differ first.
 *
 *     node tools/run.mjs explain-pyc file.py [optimisation level]
 */
import fs from "node:fs";
import { CodeBlob } from "../src/bytecode/code.ts";
import { readMarshal } from "../src/bytecode/marshalreader.ts";
import { compileToCode, marshalCode, type Optimization } from "../src/embed/compiler.ts";
import { explainDifference } from "./explain-code.ts";
import { Oracle } from "./oracle/client.ts";

const [file, level = "0"] = process.argv.slice(2);
if (file === undefined || !["0", "1", "2"].includes(level)) {
  console.error("usage: explain-pyc file.py [0|1|2]");
  process.exit(2);
}
const source = fs.readFileSync(file);
const oracle = new Oracle();
const theirBytes = Buffer.from(
  await oracle.runSource(`
import base64, marshal
source = base64.b64decode("${source.toString("base64")}")
filename = "".join(${JSON.stringify([...file])})
code = compile(source, filename, "exec", dont_inherit=True, optimize=${level})
base64.b64encode(marshal.dumps(code)).decode()
`),
  "base64",
);
await oracle.close();
const theirs = readMarshal(theirBytes).value;
if (!(theirs instanceof CodeBlob)) {
  throw new Error("the oracle gave no code object");
}
const ours = compileToCode(source, file, Number(level) as Optimization);
const difference = explainDifference(ours, theirs);
if (difference !== undefined) {
  console.log(difference);
} else if (Buffer.compare(marshalCode(ours), theirBytes) === 0) {
  console.log("equal, byte for byte");
} else {
  console.log("the code objects are equal, their marshal data is not");
}
process.exit(difference === undefined ? 0 : 1);
