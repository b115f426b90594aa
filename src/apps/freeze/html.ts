/** A frozen program as one HTML file: our interpreter for pages, the program, and a place for what it writes. */
import { writeZip } from "../../util/binary/zip.ts";

/** The member of the zip in the page. */
export const PAYLOAD_MEMBER = "frozen.bin";

/** `script` is dist/freeze/page.js. */
export function programHtml(title: string, payload: Uint8Array, script: string): string {
  const packed = writeZip([[PAYLOAD_MEMBER, payload]], { compress: true });
  // Inside a script element only this ends it.
  const safeScript = script.replaceAll("</script", "<\\/script");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 1.5rem; background: light-dark(#fbfaf8, #17191c); color: light-dark(#24211d, #e4e2de); }
#output { margin: 0; font: 14px/1.55 ui-monospace, "SF Mono", Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.stderr { color: light-dark(#a3341f, #f2907c); }
</style>
</head>
<body>
<pre id="output" role="log" aria-label="Output of ${escapeHtml(title)}"></pre>
<script id="program" type="application/zip;base64">${base64(packed)}</script>
<script>${safeScript}</script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const CHUNK = 0x3000;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return text;
}
