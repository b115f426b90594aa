/** Checks that all parts of the validation share: positions, names, lists, depth (CPython: Python/ast.c). */
import { Problem, valueProblem } from "../../util/problem.ts";
import { recursionProblem } from "../problems.ts";

interface Positioned {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** Deeper trees would overflow the host's stack. */
const MAX_DEPTH = 6000;

/** How deep the validation is. */
export class Depth {
  #depth = 0;

  enter(): void {
    if (++this.#depth > MAX_DEPTH) throw recursionProblem();
  }

  leave(): void {
    this.#depth--;
  }
}

export function typeProblem(message: string): Problem {
  return new Problem("TypeError", message);
}

export function checkPositions(node: Positioned): void {
  const { lineno, col_offset, end_lineno, end_col_offset } = node;
  if (lineno > end_lineno) throw valueProblem(`AST node line range (${lineno}, ${end_lineno}) is not valid`);
  if ((lineno < 0 && end_lineno !== lineno) || (col_offset < 0 && col_offset !== end_col_offset)) {
    throw valueProblem(
      `AST node column range (${col_offset}, ${end_col_offset}) for line range (${lineno}, ${end_lineno}) is not valid`,
    );
  }
  if (lineno === end_lineno && col_offset > end_col_offset) {
    throw valueProblem(`line ${lineno}, column ${col_offset}-${end_col_offset} is not a valid range`);
  }
}

export function checkName(name: string): void {
  if (name === "None" || name === "True" || name === "False") {
    throw valueProblem(`identifier field can't represent '${name}' constant`);
  }
}

export function checkNotEmpty(list: readonly unknown[], what: string, owner: string): void {
  if (list.length === 0) throw valueProblem(`empty ${what} on ${owner}`);
}
