/**
 * The first difference between two code objects, in words: which field of which nested code object, and for
 * instructions, lines and constants the first that differs with what surrounds it.
 */
import { CodeBlob } from "../src/bytecode/code.ts";
import { ConstantKeys } from "../src/bytecode/constantkeys.ts";
import { constantRepr } from "../src/bytecode/constantrepr.ts";
import { FrozenSetConstant, type Plain } from "../src/bytecode/constants.ts";
import { type DisInstruction, listInstructions } from "../src/bytecode/dis.ts";
import { decodeExceptionTable } from "../src/bytecode/exceptiontable.ts";
import { codePositions } from "../src/bytecode/linetable.ts";

const CONTEXT = 4;

const options = {
  repr: stableRepr,
  addressOf: () => "0x0",
};

const SCALARS = [
  "co_name",
  "co_qualname",
  "co_firstlineno",
  "co_argcount",
  "co_posonlyargcount",
  "co_kwonlyargcount",
  "co_flags",
] as const;

/** A set has no order of its own. */
function stableRepr(constant: Plain): string {
  return constant instanceof FrozenSetConstant
    ? constantRepr(new FrozenSetConstant(constant.items.toSorted((a, b) => (stableRepr(a) < stableRepr(b) ? -1 : 1))))
    : constantRepr(constant);
}

/** `undefined` if there is no difference in any field of any code object. */
export function explainDifference(ours: CodeBlob, theirs: CodeBlob, path = ours.co_qualname): string | undefined {
  for (const field of SCALARS) {
    if (ours[field] !== theirs[field]) {
      return `${path}: ${field} is ${ours[field]}, not ${theirs[field]}`;
    }
  }
  return (
    listDifference(path, "co_names", ours.co_names, theirs.co_names) ??
    listDifference(path, "co_localsplusnames", ours.co_localsplusnames, theirs.co_localsplusnames) ??
    listDifference(path, "co_localspluskinds", [...ours.co_localspluskinds], [...theirs.co_localspluskinds]) ??
    instructionDifference(path, ours, theirs) ??
    constantDifference(path, ours, theirs) ??
    (ours.co_stacksize === theirs.co_stacksize
      ? undefined
      : `${path}: co_stacksize is ${ours.co_stacksize}, not ${theirs.co_stacksize}`) ??
    exceptionDifference(path, ours, theirs) ??
    positionDifference(path, ours, theirs)
  );
}

function listDifference<Item>(
  path: string,
  what: string,
  ours: readonly Item[],
  theirs: readonly Item[],
): string | undefined {
  const length = Math.max(ours.length, theirs.length);
  for (let i = 0; i < length; i++) {
    if (ours[i] !== theirs[i]) {
      return `${path}: ${what}[${i}] is ${ours[i]}, not ${theirs[i]}`;
    }
  }
  return undefined;
}

function instructionDifference(path: string, ours: CodeBlob, theirs: CodeBlob): string | undefined {
  const ourList = listInstructions(ours, options);
  const theirList = listInstructions(theirs, options);
  const same = (i: number): boolean =>
    ourList[i]?.op === theirList[i]?.op && ourList[i]?.argText === theirList[i]?.argText;
  let at = 0;
  while (at < ourList.length && same(at)) {
    at++;
  }
  if (at === ourList.length && at === theirList.length) {
    at = ourList.findIndex((instruction, i) => instruction.arg !== theirList[i]?.arg);
    if (at < 0) {
      return undefined;
    }
  }
  const line = [...codePositions(theirs.co_linetable, theirs.co_firstlineno)][(theirList[at]?.offset ?? 0) / 2]?.lineno;
  const show = (list: DisInstruction[]): string =>
    list
      .slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1)
      .map((instruction) => {
        const mark = instruction === list[at] ? ">" : " ";
        const { offset, name, arg, argText } = instruction;
        return `   ${mark} ${offset} ${name} ${arg ?? ""} ${argText.slice(0, 60)}`;
      })
      .join("\n");
  return `${path}: instruction ${at}, near line ${line}\n  ours\n${show(ourList)}\n  theirs\n${show(theirList)}`;
}

function constantDifference(path: string, ours: CodeBlob, theirs: CodeBlob): string | undefined {
  const keys = new ConstantKeys();
  const length = Math.max(ours.co_consts.length, theirs.co_consts.length);
  for (let i = 0; i < length; i++) {
    const our = ours.co_consts[i];
    const their = theirs.co_consts[i];
    if (our instanceof CodeBlob && their instanceof CodeBlob) {
      const difference = explainDifference(our, their, `${path} / ${their.co_name}`);
      if (difference !== undefined) {
        return difference;
      }
    } else if (our === undefined || their === undefined || keys.key(our) !== keys.key(their)) {
      return `${path}: co_consts[${i}] is ${show(our)}, not ${show(their)}`;
    }
  }
  return undefined;
}

function show(constant: Plain | undefined): string {
  if (constant === undefined) {
    return "absent";
  }
  return constant instanceof CodeBlob ? `code ${constant.co_name}` : constantRepr(constant).slice(0, 100);
}

function exceptionDifference(path: string, ours: CodeBlob, theirs: CodeBlob): string | undefined {
  const text = (code: CodeBlob): string[] => decodeExceptionTable(code.co_exceptiontable).map((e) => JSON.stringify(e));
  return listDifference(path, "exception table", text(ours), text(theirs));
}

function positionDifference(path: string, ours: CodeBlob, theirs: CodeBlob): string | undefined {
  const ourPositions = [...codePositions(ours.co_linetable, ours.co_firstlineno)];
  const theirPositions = [...codePositions(theirs.co_linetable, theirs.co_firstlineno)];
  for (const { offset, name, argText } of listInstructions(theirs, options)) {
    const our = positionText(ourPositions[offset / 2]);
    const their = positionText(theirPositions[offset / 2]);
    if (our !== their) {
      return `${path}: position of ${offset} ${name} ${argText.slice(0, 60)} is ${our}, not ${their}`;
    }
  }
  const sameTable = Buffer.compare(ours.co_linetable, theirs.co_linetable) === 0;
  return sameTable ? undefined : `${path}: line tables with the same positions differ in their bytes`;
}

function positionText(
  position: { lineno: number; end_lineno: number; col_offset: number; end_col_offset: number } | undefined,
): string {
  if (position === undefined) {
    return "absent";
  }
  const { lineno, end_lineno, col_offset, end_col_offset } = position;
  return `${lineno}:${col_offset}-${end_lineno}:${end_col_offset}`;
}
