/**
 * The command line's files: dist/main.js, its parts (dist/parts/*.js), dist/cli.js, which starts them,
 * dist/worker.js, the helper thread of host/node-outside.ts, and dist/chaipy with dist/start, which start faster.
 *
 * Each is one function of a script, rather than a module: it starts faster, and V8 takes its constants for constants.
 * Files of different parts are linked by name: `link("src/x.ts", "name")` is the export of a file elsewhere, and
 * `host/linker.ts` is who finds and loads it. Trap: a link takes an export's value once, when the part is loaded, so an
 * export that changes (`export let`) cannot be linked.
 */
import fs from "node:fs";
import path from "node:path";
import { type BuildOptions, build, type Metafile, type OnResolveResult, type Plugin } from "esbuild";
import { nodeModules } from "./node-modules.ts";
import { AT_FIRST_CALL, makePlan, NATIVE_TABLE, OTHER_STARTS, type Plan } from "./parts.ts";
import { DIST, ROOT } from "./paths.ts";

const ENTRY = "src/apps/cli/main.ts";

/** The exports of each file. */
type Exports = ReadonlyMap<string, readonly string[]>;

export async function bundleCommandLine(shared: BuildOptions): Promise<void> {
  const { metafile } = await build({
    ...shared,
    entryPoints: [ENTRY, ...OTHER_STARTS],
    outdir: DIST,
    format: "cjs",
    write: false,
    metafile: true,
  });
  const plan = makePlan(metafile.inputs, ENTRY);
  const exports = await exportsOf(shared, Object.keys(metafile.inputs));
  const options: BuildOptions = { ...shared, format: "cjs", minify: true };
  fs.rmSync(path.join(DIST, "parts"), { recursive: true, force: true });
  for (const made of [".code-cache", ".start"]) fs.rmSync(path.join(DIST, made), { recursive: true, force: true });
  await build({
    ...options,
    entryPoints: plan.parts.map(({ name }) => ({ in: `part:${name}`, out: name })),
    outdir: path.join(DIST, "parts"),
    plugins: [nodeModules(), linker(plan, exports, (name) => partEntry(plan, metafile, name))],
  });
  const linked = linkedExports(plan);
  checkConstant(linked);
  await build({
    ...options,
    entryPoints: { main: "part:main" },
    outdir: DIST,
    sourcemap: "external",
    plugins: [nodeModules(), linker(plan, exports, () => mainEntry(plan, linked))],
  });
  for (const file of ["main.js", ...plan.parts.map(({ name }) => `parts/${name}.js`)]) checkAscii(file);
  const cli = path.join(DIST, "cli.js");
  const banner = { js: "#!/usr/bin/env node" };
  await build({
    ...shared,
    entryPoints: ["src/host/launch.ts"],
    outfile: cli,
    format: "cjs",
    minifySyntax: true,
    plugins: [nodeModules()],
    banner,
  });
  fs.chmodSync(cli, 0o755);
  await build({
    ...shared,
    entryPoints: {
      worker: "src/host/worker.ts",
      "start/make": "src/host/start-maker.ts",
      "start/snapshot": "src/host/command-snapshot.ts",
    },
    outdir: DIST,
    format: "cjs",
    minifySyntax: true,
    plugins: [nodeModules()],
  });
  const launcher = path.join(DIST, "chaipy");
  fs.copyFileSync(path.join(ROOT, "tools/build/chaipy.sh"), launcher);
  fs.chmodSync(launcher, 0o755);
  fs.writeFileSync(path.join(DIST, "package.json"), '{ "type": "commonjs" }\n');
}

async function exportsOf(shared: BuildOptions, files: string[]): Promise<Exports> {
  const { metafile } = await build({
    ...shared,
    logLevel: "error",
    entryPoints: files,
    bundle: false,
    write: false,
    metafile: true,
    format: "esm",
    outdir: DIST,
  });
  const outputs = Object.values(metafile?.outputs ?? {});
  return new Map(outputs.flatMap(({ entryPoint, exports }) => (entryPoint ? [[entryPoint, exports] as const] : [])));
}

/** Bundles the files of one part, and puts links in the place of all others. */
function linker(plan: Plan, exports: Exports, entry: (part: string) => string): Plugin {
  return {
    name: "parts",
    setup(builder) {
      const absolute = (file: string): string => path.join(ROOT, file);
      builder.onResolve({ filter: /^part:/ }, ({ path: name }) => ({ path: name.slice(5), namespace: "part" }));
      builder.onLoad({ filter: /.*/, namespace: "part" }, ({ path: name }) => ({
        contents: entry(name),
        resolveDir: ROOT,
      }));
      builder.onResolve(
        { filter: /.*/ },
        async ({ path: specifier, importer, resolveDir, kind, namespace, pluginData }) => {
          if (pluginData === "resolved" || namespace !== "file") return undefined;
          const own = plan.partOf.get(path.relative(ROOT, importer));
          const linkTo = (found: string): OnResolveResult | undefined => {
            const file = path.relative(ROOT, found);
            return plan.partOf.get(file) === own ? undefined : { path: file, namespace: "link" };
          };
          // Our own imports name their file: asking esbuild for each of thousands takes most of the build.
          if (specifier.startsWith(".") && specifier.endsWith(".ts")) {
            const found = path.join(resolveDir, specifier);
            return linkTo(found) ?? { path: found };
          }
          const found = await builder.resolve(specifier, { kind, importer, resolveDir, pluginData: "resolved" });
          if (found.external || found.errors.length > 0) return found;
          return linkTo(found.path);
        },
      );
      builder.onLoad({ filter: /.*/, namespace: "link" }, ({ path: file }) => ({
        contents: linkText(plan, file, exports.get(file) ?? []),
      }));
      builder.onLoad({ filter: new RegExp(`/${NATIVE_TABLE}$`) }, ({ path: file }) => ({
        contents: tableText(plan, fs.readFileSync(file, "utf8")),
        loader: "ts",
        resolveDir: path.dirname(file),
      }));
      builder.onResolve({ filter: /^own:/, namespace: "part" }, ({ path: name }) => ({
        path: absolute(name.slice(4)),
      }));
    },
  };
}

/** What a file of another part is to those who import it. Links are pure, so that unused ones disappear. */
function linkText(plan: Plan, file: string, names: readonly string[]): string {
  const link = (name: string): string => `link(${JSON.stringify(file)}, ${JSON.stringify(name)})`;
  if (AT_FIRST_CALL.includes(file)) {
    return names.map((name) => `export const ${name} = (...args) => ${link(name)}(...args);\n`).join("");
  }
  const load = plan.partOf.has(file) ? `load(${JSON.stringify(file)});\n` : "";
  // A CommonJS file of a package: those of the package `require` it, and want what it is, no namespace around it.
  if (file.startsWith("node_modules/") && names.join() === "default")
    return `${load}module.exports = ${link("default")};\n`;
  const rows = names.map((name) =>
    name === "default"
      ? `export default /* @__PURE__ */ ${link(name)};\n`
      : `export const ${name} = /* @__PURE__ */ ${link(name)};\n`,
  );
  return load + rows.join("");
}

/** Trap: the getter is the class's, because the heap's marking reads the own fields of whatever it meets. */
const LATE = `
class Late {
  constructor(readonly name: string, private readonly file: string) {}
  get table() { return link(this.file, "default").table; }
}
`;

/** The table of native modules, with a module's own table behind a getter where that is in a part. */
function tableText(plan: Plan, text: string): string {
  let table = `${LATE}${text}`;
  for (const [name, file] of plan.natives) {
    const row = `const ${name} = new Late("${name}", "${file}");`;
    table = table.replace(new RegExp(`^import ${name} from .*$`, "m"), row);
  }
  return table;
}

/** The files of a part that others import are given to the linker. */
function partEntry(plan: Plan, { inputs }: Metafile, part: string): string {
  const files = plan.parts.find(({ name }) => name === part)?.files ?? [];
  const isWanted = (file: string): boolean =>
    OTHER_STARTS.includes(file) ||
    Object.entries(inputs).some(
      ([from, { imports }]) => plan.partOf.get(from) !== part && imports.some((item) => item.path === file),
    );
  return files
    .filter(isWanted)
    .map((file, i) => `import * as file${i} from "own:${file}";\nprovide(${JSON.stringify(file)}, file${i});\n`)
    .join("");
}

/** File to names: what the parts ask of main.js and of each other. */
function linkedExports(plan: Plan): Map<string, Set<string>> {
  const linked = new Map<string, Set<string>>();
  for (const { name } of plan.parts) {
    const text = fs.readFileSync(path.join(DIST, "parts", `${name}.js`), "utf8");
    for (const [, file, item] of text.matchAll(/\blink\("([^"]+)","([^"]+)"\)/g)) {
      const names = linked.get(file) ?? new Set();
      linked.set(file, names.add(item));
    }
  }
  return linked;
}

function mainEntry(plan: Plan, linked: ReadonlyMap<string, ReadonlySet<string>>): string {
  const files = [...linked].filter(([file]) => !plan.partOf.has(file));
  const imports: string[] = [];
  const rows: string[] = [];
  for (const [i, [file, names]] of files.entries()) {
    imports.push(`import { ${[...names].map((name) => `${name} as ${name}_${i}`).join(", ")} } from "own:${file}";\n`);
    rows.push(
      `${JSON.stringify(file)}: () => ({ ${[...names].map((name) => `${name}: ${name}_${i}`).join(", ")} }),\n`,
    );
  }
  const parts = JSON.stringify(Object.fromEntries(plan.partOf));
  const own = `export { main } from "own:${ENTRY}";\nexport const files = {\n${rows.join("")}};\n`;
  return `${imports.join("")}${own}export const parts = JSON.parse(${JSON.stringify(parts)});\n`;
}

function checkConstant(linked: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [file, names] of linked) {
    const text = fs.readFileSync(path.join(ROOT, file), "utf8");
    const changing = [...text.matchAll(/^export let (\w+)/gm)].find(([, name]) => names.has(name));
    if (changing !== undefined) throw new Error(`${file}: ${changing[1]} changes, and is used in another part`);
  }
}

/** host/launch.ts reads scripts as Latin-1. */
function checkAscii(file: string): void {
  if (/[^\0-\x7f]/.test(fs.readFileSync(path.join(DIST, file), "latin1"))) throw new Error(`${file} is not ASCII`);
}
