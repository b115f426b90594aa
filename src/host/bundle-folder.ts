/** Where the bundle lies that this code is part of: the library is beside it. Bundled as a module, for Node. */
import { fileURLToPath } from "node:url";

/** Without a slash at the end. The bundler puts this code into dist/ or one of its subfolders (chunks/). */
export function bundleFolder(): string {
  return fileURLToPath(new URL(".", import.meta.url)).replace(/\/(chunks\/)?$/, "");
}
