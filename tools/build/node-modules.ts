/**
 * Node's own modules in CommonJS bundles, as they are.
 *
 * Trap: what esbuild itself does for `import fs from "node:fs"` is a copy of the module for each file, a getter for each name:
 * thousands of objects that a start makes, or reads from its snapshot.
 */
import fs from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";
import { listFiles, ROOT } from "./paths.ts";

/** The names that our sources import from each. */
function importedNames(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  const sources = path.join(ROOT, "src");
  for (const file of listFiles(sources).filter((name) => name.endsWith(".ts"))) {
    const text = fs.readFileSync(path.join(sources, file), "utf8");
    for (const [, list, module] of text.matchAll(/^import \{([^}]*)\} from "(node:[\w/]+)"/gm)) {
      const known = names.get(module) ?? new Set();
      names.set(module, known);
      for (const item of list.split(",").map((each) => each.trim())) {
        if (item !== "" && !item.startsWith("type ")) known.add(item);
      }
    }
  }
  return names;
}

export function nodeModules(): Plugin {
  return {
    name: "node-modules",
    setup(builder) {
      const names = importedNames();
      builder.onResolve({ filter: /^node:/ }, ({ path: specifier, kind }) =>
        kind === "import-statement" ? { path: specifier, namespace: "node" } : undefined,
      );
      builder.onLoad({ filter: /.*/, namespace: "node" }, ({ path: specifier }) => {
        const rows = [...(names.get(specifier) ?? [])].map((name) => `export const ${name} = it.${name};\n`);
        return { contents: `const it = require("${specifier}");\nexport default it;\n${rows.join("")}` };
      });
    },
  };
}
