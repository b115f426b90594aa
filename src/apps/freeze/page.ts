/** dist/freeze/page.js: the script in a frozen page. The program is in the element `program`, as base64 of a zip. */
import { BrowserHost } from "../../host/browser.ts";
import { HostExit } from "../../host/host.ts";
import { programPage } from "../../host/program-page.ts";
import { TextInput, TextOutput } from "../../host/streams.ts";
import { bug } from "../../util/assert.ts";
import { readZip } from "../../util/binary/zip.ts";
import { PAYLOAD_MEMBER } from "./html.ts";
import { prepareProgram, startProgram } from "./program.ts";

const EXECUTABLE = "/usr/bin/program";

const page = programPage();
const world = new BrowserHost({
  cwd: "/home/user",
  executable: EXECUTABLE,
  stdin: new TextInput(() => page.ask()),
  stdout: new TextOutput((text) => page.write(text, "stdout")),
  stderr: new TextOutput((text) => page.write(text, "stderr")),
});
const payload = readZip(page.program()).find(({ name }) => name === PAYLOAD_MEMBER) ?? bug("the page has no program");
const content = payload.content();
let status: number;
try {
  status = startProgram(
    prepareProgram(() => content, world),
    world,
    [],
  );
} catch (error) {
  if (!(error instanceof HostExit)) throw error;
  status = error.code;
}
page.end(status < 0 ? 128 - status : status);
