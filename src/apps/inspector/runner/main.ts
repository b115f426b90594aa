/** The runner: a worker that runs Python for the page, so that the page goes on whatever the program does. */
import { fullTrace, tutorTrace } from "../../../embed/recording/exports.ts";
import { findStep } from "../../../embed/recording/navigate.ts";
import type { Recording } from "../../../embed/recording/recording.ts";
import { fetchAtOnce, fetchBytes, type Library, openLibrary } from "../../../host/browser.ts";
import { currentWorker } from "../../../host/page-worker.ts";
import { History, Unanswered } from "../../../host/repeatable.ts";
import type { FromRunner, FromShell, Query, RunRequest, ToRunner, ToShell } from "./messages.ts";
import { RunOutput } from "./output.ts";
import { runOnce } from "./run.ts";
import { PageShell } from "./shell.ts";

const page = currentWorker<FromRunner | FromShell, ToRunner | ToShell>();
const beside = (name: string): URL => new URL(name, import.meta.url);

interface Run {
  readonly request: RunRequest;
  readonly history: History;
  readonly output: RunOutput;
  recording: Recording | undefined;
}

let library: Promise<Library> | undefined;
let current: Run | undefined;

async function loadLibrary(): Promise<Library> {
  return openLibrary(await fetchBytes(beside("library.zip")), () => fetchAtOnce(beside("sources.zip").href));
}

async function go(running: Run): Promise<void> {
  library ??= loadLibrary();
  const opened = await library;
  const { request, history, output } = running;
  const { run } = request;
  const recorded = (recording: Recording): void => {
    running.recording = recording;
    output.flush();
    page.post({ kind: "recorded", run, length: recording.length, isCut: recording.isCut });
  };
  try {
    page.post(runOnce({ request, library: opened, history, output, recorded }));
  } catch (error) {
    output.flush();
    if (error instanceof Unanswered) {
      page.post({ kind: "asks", run });
      return;
    }
    page.post({ kind: "output", run, stream: "stderr", text: `${String(error)}\n` });
    page.post({ kind: "ended", run, status: 1, files: request.files, imports: [], compiled: [] });
  }
}

function answerQuery(recording: Recording, message: Query): void {
  const { run, query } = message;
  switch (message.kind) {
    case "state":
      page.post({ kind: "state", run, query, state: recording.stateAt(message.step) });
      break;
    case "find":
      page.post({
        kind: "found",
        run,
        query,
        step: findStep(recording, message.from, message.direction, message.target),
      });
      break;
    case "export": {
      const script = current?.request.files.find(({ path }) => path === current?.request.script);
      const source = new TextDecoder().decode(script?.content);
      const { shown } = current?.output ?? { shown: "" };
      const data =
        message.format === "tutor" ? tutorTrace(recording, source, shown) : fullTrace(recording, source, shown);
      page.post({ kind: "exported", run, query, json: JSON.stringify(data) });
    }
  }
}

let shell: PageShell | undefined;

async function openShell({ files, size }: Extract<ToShell, { kind: "shell" }>): Promise<void> {
  library ??= loadLibrary();
  const opened = await library;
  const turn = (): void => shell?.turn();
  shell = new PageShell({
    library: opened,
    files,
    size,
    show: (text) => page.post({ kind: "screen", text }),
    later: (milliseconds) => page.later(milliseconds, turn),
    ended: (status) => page.post({ kind: "left", status }),
  });
  shell.turn();
}

page.onMessage((message) => {
  if (message.kind === "shell") void openShell(message);
  else if (message.kind === "keys") shell?.type(message.bytes);
  else if (message.kind === "resize") shell?.resize(message.size);
  else if (message.kind === "run") {
    const { run } = message;
    const send: ConstructorParameters<typeof RunOutput>[0] = (stream, text) =>
      page.post({ kind: "output", run, stream, text });
    const output = new RunOutput(send, () => page.now(), message.record);
    current = { request: message, history: new History(), output, recording: undefined };
    void go(current);
  } else if (current?.request.run === message.run) {
    if (message.kind === "answer") {
      current.history.answer(message.line);
      void go(current);
    } else if (current.recording !== undefined) answerQuery(current.recording, message);
  }
});
