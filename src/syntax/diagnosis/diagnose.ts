/**
 * Finds the exception for a source that is not valid.
 *
 * Follows `_PyPegen_run_parser` and `_Pypegen_set_syntax_error` of CPython 3.12: a first pass finds the last token that
 * was looked at, a second one tries the rules for wrong programs, and if those say nothing, the error is
 * "invalid syntax" at that token. A tokenizer error later in the source is more interesting than that.
 */
import { SyntaxProblem } from "../errors.ts";
import { isBlank } from "../source.ts";
import { LINE, STRIDE } from "../token-buffer.ts";
import type { Tokenizer } from "../tokenizer/tokenizer.ts";
import * as T from "../tokens.ts";
import { CompoundRules } from "./compound-rules.ts";
import type { DiagnosisOptions } from "./reader.ts";

export type DiagnosisMode = "exec" | "eval" | "single" | "func_type";

/** A diagnosis of the source that `tokenizer` is at the start of. */
export function newDiagnosis(tokenizer: Tokenizer, options: DiagnosisOptions): Diagnosis {
  return new Diagnosis(tokenizer, options);
}

class Diagnosis extends CompoundRules {
  /** The problem of the source; null if these rules find none. */
  run(mode: DiagnosisMode, allowIncomplete: boolean): SyntaxProblem | null {
    const first = this.pass(mode);
    if (first === true) return mode === "single" ? this.secondStatement() : null;
    if (allowIncomplete && this.sawEnd()) return this.caught(() => this.raise("incomplete input"));
    if (first !== false) return this.afterTokenizing(first);
    const last = this.buffer.length - STRIDE;
    this.restart(true);
    const second = this.pass(mode);
    if (second instanceof SyntaxProblem) return this.afterTokenizing(second);
    return this.genericProblem(last);
  }

  /** The first error of the tokenizer, if the source is nested too deeply for anything else. */
  tokenizerErrorOnly(): SyntaxProblem | null {
    try {
      this.restart(false);
      while (!this.take(T.ENDMARKER)) this.take(this.type());
      return null;
    } catch (problem) {
      if (problem instanceof SyntaxProblem) return problem;
      throw problem;
    }
  }

  /** Whether the tokenizer has seen the end of the input, for which it looks after all tokens but strings. */
  private sawEnd(): boolean {
    const { state, endedInString, cursor, text } = this.tokenizer;
    if (state === "eof" || endedInString) return true;
    const last = this.buffer.data[this.buffer.length - STRIDE];
    return (
      state === "ok" && cursor === text.length && !text.endsWith("\n") && last !== T.STRING && last !== T.FSTRING_END
    );
  }

  private pass(mode: DiagnosisMode): boolean | SyntaxProblem {
    try {
      return this.input(mode);
    } catch (problem) {
      if (problem instanceof SyntaxProblem) return problem;
      throw problem;
    }
  }

  private caught(raise: () => never): SyntaxProblem {
    try {
      return raise();
    } catch (problem) {
      if (problem instanceof SyntaxProblem) return problem;
      throw problem;
    }
  }

  private input(mode: DiagnosisMode): boolean {
    switch (mode) {
      case "exec":
        this.statements();
        return this.take(T.ENDMARKER);
      case "eval":
        return this.expressions() !== null && this.endOfInput();
      case "single":
        if (this.attempt(() => this.compoundStatement() && this.take(T.NEWLINE))) return true;
        return this.attempt(() => this.simpleStatements()) || this.take(T.NEWLINE);
      case "func_type":
        return this.functionType();
    }
  }

  private endOfInput(): boolean {
    this.many(() => (this.take(T.NEWLINE) ? true : null));
    return this.take(T.ENDMARKER);
  }

  private functionType(): boolean {
    if (!this.take(T.LPAR)) return false;
    this.attempt(() => this.typeExpressions());
    if (!this.take(T.RPAR) || !this.take(T.RARROW)) return false;
    return this.expression() !== null && this.endOfInput();
  }

  private typeExpressions(): boolean {
    const plain = this.separated(T.COMMA, () => this.expression()) !== null;
    const star = (): boolean => (!plain || this.take(T.COMMA)) && this.take(T.STAR) && this.expression() !== null;
    const starred = this.attempt(star);
    const double = (): boolean =>
      ((!plain && !starred) || this.take(T.COMMA)) && this.take(T.DOUBLESTAR) && this.expression() !== null;
    return this.attempt(double) || starred || plain;
  }

  /** In interactive mode only blank lines and comments may follow the statement. */
  private secondStatement(): SyntaxProblem | null {
    const rest = this.tokenizer.text.slice(this.tokenizer.cursor);
    if (isBlank(rest)) return null;
    return this.caught(() => this.raise("multiple statements found while compiling a single statement"));
  }

  private genericProblem(last: number): SyntaxProblem {
    const type = this.buffer.data[last];
    if (type === T.ERRORTOKEN && this.tokenizer.state === "eof") return this.caught(() => this.raiseEndOfInput());
    if (type === T.INDENT) return this.caught(() => this.raiseIndentation("unexpected indent"));
    if (type === T.DEDENT) return this.caught(() => this.raiseIndentation("unexpected unindent"));
    const problem = this.problemInRange("SyntaxError", "invalid syntax", this.tokenRange(last));
    return this.tokenizerProblem() ?? problem;
  }

  private afterTokenizing(problem: SyntaxProblem): SyntaxProblem {
    if (this.tokenizer.state !== "ok" || problem.type === "MemoryError") return problem;
    return this.tokenizerProblem() ?? problem;
  }

  /**
   * Read the rest of the source for an error that the tokenizer finds, or a bracket left open before the error. What is
   * wrong inside of an f-string does not hide the error that was found in it.
   */
  private tokenizerProblem(): SyntaxProblem | null {
    const tokenizer = this.tokenizer;
    const line = this.buffer.data[this.buffer.length - STRIDE + LINE] as number;
    for (;;) {
      const type = tokenizer.next();
      if (type === T.ENDMARKER) return null;
      if (type !== T.ERRORTOKEN) continue;
      if (tokenizer.inFString) return null;
      if (tokenizer.state === "error") return tokenizer.problem;
      const { level, bracketLines } = tokenizer;
      return level > 0 && line > (bracketLines[level - 1] as number) ? this.unclosedBracket() : null;
    }
  }
}
