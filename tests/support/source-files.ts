/** The project's TypeScript files and what they import, read by patterns: enough for the rules of tests/architecture. */
import fs from "node:fs";
import path from "node:path";
import { listFiles, ROOT } from "../../tools/build/paths.ts";

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** No value crosses: the import vanishes when it is compiled. */
  readonly typeOnly: boolean;
  /** `import("...")`, evaluated when it is reached. */
  readonly lazy: boolean;
}

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly name: string;
  readonly text: string;
  /** The text with comments and the contents of strings blanked, line numbers kept. */
  readonly code: string;
  readonly imports: readonly Import[];
  readonly isGenerated: boolean;
}

export function readSources(folder: string): SourceFile[] {
  return listFiles(path.join(ROOT, folder))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => read(`${folder}/${file}`));
}

function read(name: string): SourceFile {
  const text = fs.readFileSync(path.join(ROOT, name), "utf8");
  const withoutComments = blankComments(text);
  return {
    name,
    text,
    code: blankStrings(withoutComments),
    imports: importsOf(withoutComments),
    isGenerated: name.includes("/generated/"),
  };
}

const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;

function blankComments(text: string): string {
  return text.replace(COMMENT_OR_STRING, (part) => (part.startsWith("/") ? part.replace(/[^\n]/g, " ") : part));
}

function blankStrings(text: string): string {
  return text.replace(COMMENT_OR_STRING, (part) => part[0] + part.slice(1, -1).replace(/[^\n]/g, " ") + part[0]);
}

const STATIC_IMPORT = /^\s*(?:import|export)\s+(?:([^"';]*?)\s+from\s+)?["']([^"'\n]+)["']/gm;
const LAZY_IMPORT = /\bimport\(\s*["']([^"'\n]+)["']/g;

function importsOf(text: string): Import[] {
  const imports: Import[] = [];
  for (const [, clause = "", specifier = ""] of text.matchAll(STATIC_IMPORT)) {
    imports.push({ specifier, typeOnly: isTypeOnly(clause), lazy: false });
  }
  for (const [, specifier = ""] of text.matchAll(LAZY_IMPORT)) imports.push({ specifier, typeOnly: false, lazy: true });
  return imports;
}

function isTypeOnly(clause: string): boolean {
  if (/^type\b/.test(clause)) return true;
  const names = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1];
  if (names === undefined) return false;
  const parts = names.split(",").filter((name) => name.trim() !== "");
  return parts.length > 0 && parts.every((name) => /^\s*type\s/.test(name));
}

/** The file a relative import names, from the root. */
export function resolveImport(from: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(from), specifier);
}
