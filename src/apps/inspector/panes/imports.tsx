/** The import story: the files of the program's world, `__pycache__` among them, and what each import of the last run did. */
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { MarshalError } from "../../../bytecode/marshalformat.ts";
import { type MarshalSpan, mapMarshal } from "../../../bytecode/marshalmap.ts";
import { PYC_HEADER_SIZE, readPycCode } from "../../../bytecode/pyc.ts";
import { reportCode } from "../../../embed/stages/code.ts";
import { type ImportRecord, STEPS } from "../../explain/records.ts";
import type { VirtualFile } from "../runner/messages.ts";
import { HOME, type Runs, SCRIPT } from "../runs.ts";
import { Pyc } from "./pyc.tsx";

export function Imports({ runs }: { readonly runs: Runs }): VNode {
  const [openPath, setOpenPath] = useState("");
  const [withLibrary, setWithLibrary] = useState(false);
  const open = runs.files.find(({ path }) => path === openPath);
  const own = runs.imports.filter(({ origin, error }) => origin?.startsWith(HOME) || error !== null);
  const shown = withLibrary ? runs.imports : own;
  return (
    <div class="imports">
      <Folder runs={runs} openPath={openPath} open={setOpenPath} />
      {open !== undefined && <OpenFile key={`${open.path} ${open.mtimeNs}`} file={open} runs={runs} />}
      <h3>
        What the imports of the last run did
        <label class="option">
          <input
            type="checkbox"
            checked={withLibrary}
            onChange={(event) => setWithLibrary(event.currentTarget.checked)}
          />
          with the library's
        </label>
      </h3>
      {shown.length === 0 && <p class="hint">Nothing yet: run a program that imports a module of its own.</p>}
      {shown.map((record, i) => (
        <Story key={i} record={record} />
      ))}
      <p class="hint">The program itself is compiled anew each time: what is run has no .pyc, only what is imported.</p>
    </div>
  );
}

interface FolderProps {
  readonly runs: Runs;
  readonly openPath: string;
  open(path: string): void;
}

function Folder({ runs, openPath, open }: FolderProps): VNode {
  const [name, setName] = useState("");
  const files = runs.files.filter(({ path }) => path !== SCRIPT);
  const caches = `${HOME}/__pycache__`;
  const hasCaches = files.some(({ path }) => path.startsWith(`${caches}/`));
  const add = (event: Event): void => {
    event.preventDefault();
    const path = `${HOME}/${name}`;
    runs.write(path, new Uint8Array(0));
    open(path);
    setName("");
  };
  return (
    <>
      <table class="files">
        <caption>files in {HOME}</caption>
        <tbody>
          {files.map(({ path, content, mtimeNs }) => (
            <tr key={path}>
              <td>
                <button
                  type="button"
                  class="file"
                  aria-pressed={path === openPath}
                  onClick={() => open(path === openPath ? "" : path)}
                >
                  {path.slice(HOME.length + 1)}
                </button>
              </td>
              <td class="arg">{content.length}</td>
              <td class="arg">{timeText(mtimeNs)}</td>
              <td>
                <button type="button" aria-label={`Change the time of ${path}`} onClick={() => runs.touch(path)}>
                  touch
                </button>
                <button type="button" aria-label={`Delete ${path}`} onClick={() => runs.remove(path)}>
                  delete
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form class="option" onSubmit={add}>
        <input
          value={name}
          placeholder="tea.py"
          aria-label="Name of a new file"
          pattern="[\w.\/\-]+"
          required
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit">New file</button>
        <button type="button" disabled={!hasCaches} onClick={() => runs.remove(caches)}>
          Delete __pycache__
        </button>
      </form>
    </>
  );
}

function timeText(mtimeNs: bigint): string {
  return new Date(Number(mtimeNs / 1_000_000n)).toISOString().slice(11, 19);
}

function OpenFile({ file, runs }: { readonly file: VirtualFile; readonly runs: Runs }): VNode {
  const isBinary = file.path.endsWith(".pyc");
  const [text, setText] = useState(() => (isBinary ? hexText(file.content) : new TextDecoder().decode(file.content)));
  const bytes = isBinary ? hexBytes(text) : new TextEncoder().encode(text);
  return (
    <div class="open-file">
      <textarea
        aria-label={`Content of ${file.path}`}
        rows={isBinary ? 4 : 6}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="button" disabled={bytes === undefined} onClick={() => bytes && runs.write(file.path, bytes)}>
        Save
      </button>
      {bytes === undefined && <span class="hint">These are not pairs of hexadecimal digits.</span>}
      {isBinary && <Compiled bytes={file.content} />}
    </div>
  );
}

/** A `.pyc`, as far as it can be read. */
function Compiled({ bytes }: { readonly bytes: Uint8Array }): VNode {
  try {
    const code = readPycCode(bytes);
    const spans: readonly MarshalSpan[] = mapMarshal(bytes, PYC_HEADER_SIZE);
    if (code !== undefined) return <Pyc bytes={bytes} spans={spans} code={reportCode(code)} />;
  } catch (error) {
    if (!(error instanceof MarshalError)) throw error;
    return <p class="hint">{`No code object can be read from it: ${error.message}`}</p>;
  }
  return <p class="hint">What is in it is no code object.</p>;
}

function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

function hexBytes(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s/g, "");
  if (!/^([\da-f]{2})*$/i.test(digits)) return undefined;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function Story({ record }: { readonly record: ImportRecord }): VNode {
  const { name, kind, depth, finders, searched, origin, loader, cache, cache_used, cache_reason, written, error } =
    record;
  const times = STEPS.filter((step) => record.times[step] !== undefined);
  return (
    <section class="story" style={{ marginLeft: `${depth}em` }}>
      <h3>
        <code>{name}</code>
        {kind === "reload" && <small>again</small>}
        {loader !== null && <small>{loader}</small>}
      </h3>
      <dl>
        <Line name="asked" text={finders.map(([finder, found]) => `${finder}: ${found ? "found" : "no"}`).join(", ")} />
        <Line name="searched" text={searched.map(([place, found]) => `${place}: ${found ?? "no"}`).join(", ")} />
        <Line name="file" text={origin ?? ""} />
        <Line name=".pyc" text={cache === origin ? "" : (cache ?? "")} />
        <Line name={cache_used ? "used" : "not used"} text={cache_reason ?? ""} />
        <Line name="written" text={written ?? ""} />
        <Line name="error" text={error ?? ""} />
        <Line name="times" text={times.map((step) => `${step} ${record.times[step]?.toFixed(1)} ms`).join(", ")} />
      </dl>
    </section>
  );
}

function Line({ name, text }: { readonly name: string; readonly text: string }): VNode | null {
  if (text === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
