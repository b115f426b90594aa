/**
 * Asks CPython 3.12.7 for what the tests of src/bytecode expect and writes it under tests/golden.
 *
 *     node tools/run.mjs gen-bytecode-golden
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./build/paths.ts";
import { Oracle } from "./oracle/client.ts";

const GOLDEN = path.join(ROOT, "tests", "golden");

const OPCODES = `
import dis, json, opcode
def effect(op, oparg, jump):
    for argument in (oparg, None):
        try:
            return dis.stack_effect(op, argument, jump=jump)
        except ValueError:
            pass
    return None
json.dumps({
    "opname": opcode.opname[:256],
    "opmap": opcode.opmap,
    "caches": opcode._inline_cache_entries,
    **{kind: sorted(getattr(opcode, kind)) for kind in
       ("hasarg", "hasconst", "hasname", "hasjrel", "haslocal", "hasfree", "hascompare", "hasexc")},
    "pseudo": opcode._pseudo_ops,
    "specializations": opcode._specializations,
    "binaryOps": opcode._nb_ops,
    "compareOps": list(opcode.cmp_op),
    "intrinsics": [opcode._intrinsic_1_descs, opcode._intrinsic_2_descs],
    "stackEffects": {op: [[effect(op, oparg, jump) for jump in (None, False, True)] for oparg in (0, 1, 2, 3, 4, 7, 15, 259)]
                     for op in range(267)},
})
`;

const sample = fs.readFileSync(path.join(GOLDEN, "dis", "sample.py")).toString("base64");

const COMPILE_SAMPLE = `
import base64, marshal, types
code = compile(base64.b64decode("${sample}"), "sample.py", "exec", dont_inherit=True)
def nested(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from nested(constant)
`;

const LISTING = `${COMPILE_SAMPLE}
import dis, io, re
out = io.StringIO()
dis.dis(code, file=out)
re.sub("(<code object .*? at )0x[0-9a-f]+", r"\\1ADDRESS", out.getvalue())
`;

const TABLES = `${COMPILE_SAMPLE}
import dis, json
json.dumps({
    "marshal": base64.b64encode(marshal.dumps(code)).decode(),
    "tables": [{
        "qualname": each.co_qualname,
        "lines": list(each.co_lines()),
        "positions": list(each.co_positions()),
        "exceptions": [[e.start, e.end, e.target, e.depth, e.lasti] for e in dis._parse_exception_table(each)],
    } for each in nested(code)],
})
`;

/** Expressions whose value marshal is asked to write in every version. */
const VALUES = [
  "None",
  "True",
  "False",
  "...",
  "StopIteration",
  "0",
  "256",
  "257",
  "-2147483648",
  "2147483648",
  "2 ** 100",
  "-(2 ** 200) - 5",
  "1.5",
  "-0.0",
  "1e-300",
  "float('inf')",
  "0.1",
  "2j",
  "complex(1.25, -3.0)",
  "''",
  "'a'",
  "'hello'",
  "'hello world'",
  "'caf\\xe9'",
  "'\\u65e5\\u672c'",
  "'\\U0001f600'",
  "'\\ud800'",
  "'x y' * 100",
  "b''",
  "b'a'",
  "b'abc'",
  "()",
  "(1, 'b', (2,))",
  "tuple(range(256))",
  "[]",
  "[1, [2, 3]]",
  "(lambda x: [x, x])([1])",
  "(lambda x: x.append(x) or x)([1])",
  "{}",
  "{'a': 1, 2: None}",
  "{3, 1, 2}",
  "frozenset()",
  "frozenset({'b', 'a', 'abc'})",
  "frozenset({100000, 1})",
];

/** Data that is not marshal data, in hex. */
const BROKEN = [
  "",
  "69",
  "690000",
  "30",
  "2901",
  "290130",
  "3f",
  "7a",
  "7a0561",
  "5bffffffff",
  "73ffffffff",
  "75ffffffff",
  "7501000000ff",
  "7502000000c328",
  "7503000000e282",
  "7500000080",
  "3cffffffff",
  "7b4e",
  "7b4e30",
  "7200000000",
  "be010000007200000000",
  "6c000000004e",
  "6c0000008000",
  "6c01000000ff00",
  "6c010000000000",
  "6c01000000ff80",
  "6c0100",
  "6600",
  "660178",
  "67",
  "78",
  "63",
  `${"2901".repeat(1999)}4e`,
  `${"2901".repeat(2000)}4e`,
  `${"2901".repeat(2100)}4e`,
];

const MARSHAL = `
import json, marshal
def dump(text):
    value = eval(text)
    return [marshal.dumps(value, version).hex() for version in range(5) if not ("append" in text and version < 3)]
def refuse(data):
    try:
        return ["value", type(marshal.loads(bytes.fromhex(data))).__name__]
    except Exception as error:
        return [type(error).__name__, str(error)]
json.dumps({
    "values": {text: dump(text) for text in json.loads(${JSON.stringify(JSON.stringify(VALUES))})},
    "broken": {data: refuse(data) for data in json.loads(${JSON.stringify(JSON.stringify(BROKEN))})},
})
`;

const oracle = new Oracle();

async function write(file: string, question: string): Promise<void> {
  const answer = await oracle.runSource(question);
  fs.writeFileSync(path.join(GOLDEN, file), answer.endsWith("\n") ? answer : `${answer}\n`);
}

await write("code/opcodes.json", OPCODES);
await write("dis/sample.txt", LISTING);
await write("code/tables.json", TABLES);
await write("pyc/marshal.json", MARSHAL);
await oracle.close();
