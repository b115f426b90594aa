/** The runner: a worker that runs Python for the page, so that the page goes on whatever the program does. */
import { fetchAtOnce, fetchBytes, type Library, openLibrary } from "../../../host/browser.ts";
import { currentWorker } from "../../../host/page-worker.ts";
import { History, Unanswered } from "../../../host/repeatable.ts";
import type { FromRunner, RunRequest, ToRunner } from "./messages.ts";
import { RunOutput } from "./output.ts";
import { runOnce } from "./run.ts";

const page = currentWorker<FromRunner, ToRunner>();
const beside = (name: string): URL => new URL(name, import.meta.url);

interface Run {
  readonly request: RunRequest;
  readonly history: History;
  readonly output: RunOutput;
}

let library: Promise<Library> | undefined;
let current: Run | undefined;

async function loadLibrary(): Promise<Library> {
  return openLibrary(await fetchBytes(beside("library.zip")), () => fetchAtOnce(beside("sources.zip").href));
}

async function go({ request, history, output }: Run): Promise<void> {
  library ??= loadLibrary();
  const opened = await library;
  const { run } = request;
  try {
    page.post(runOnce(request, opened, history, output));
  } catch (error) {
    output.flush();
    if (error instanceof Unanswered) {
      page.post({ kind: "asks", run });
      return;
    }
    page.post({ kind: "output", run, stream: "stderr", text: `${String(error)}\n` });
    page.post({ kind: "ended", run, status: 1, files: request.files, imports: [] });
  }
}

page.onMessage((message) => {
  if (message.kind === "run") {
    const { run } = message;
    const send: ConstructorParameters<typeof RunOutput>[0] = (stream, text) =>
      page.post({ kind: "output", run, stream, text });
    current = { request: message, history: new History(), output: new RunOutput(send, () => page.now()) };
  } else if (current?.request.run === message.run) current.history.answer(message.line);
  if (current !== undefined) void go(current);
});
