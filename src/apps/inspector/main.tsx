/** The inspector: a program on the left, what every stage of the pipeline makes of it on the right. */
import { render, type VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Place } from "../../embed/stages/place.ts";
import { compileStages, type Stages } from "../../embed/stages/stages.ts";
import { currentPage, type Page, startWorker } from "../../host/page.ts";
import type { Lesson } from "../tour/lesson.ts";
import { createEditor, type Editor } from "./editor.ts";
import { LessonView } from "./lesson.tsx";
import type { LessonAction } from "./lesson-actions.ts";
import { contains, placeAround, showPlace, showStep } from "./link.ts";
import { Output } from "./output.tsx";
import { PANES, type PaneDefinition } from "./pane-table.tsx";
import { SAMPLES } from "./programs.ts";
import { HOME, Runs, SCRIPT } from "./runs.ts";
import { Shell } from "./shell.tsx";
import { Stepper } from "./stepper.tsx";

const FILENAME = "program.py";
const OPENED_AT_FIRST = "tokens tree bytecode";
const OPTIMIZATIONS = ["none", "-O", "-OO"];
const THEMES = ["auto", "light", "dark"];

function Inspector({ page }: { readonly page: Page }): VNode {
  const [text, setText] = useState(() => page.shared().program ?? SAMPLES[0]?.text ?? "");
  const [optimize, setOptimize] = useState(0);
  const [theme, setTheme] = useRemembered(page, "theme", "auto");
  const [rememberedIds, setRememberedIds] = useRemembered(page, "panes", OPENED_AT_FIRST);
  const [sharedIds, setSharedIds] = useState(() => page.shared().panes);
  const openIds = sharedIds ?? rememberedIds;
  const setOpenIds = (ids: string): void => {
    setSharedIds(null);
    setRememberedIds(ids);
  };
  const [lessons, setLessons] = useState<readonly Lesson[]>([]);
  const [lesson, setLesson] = useState<Lesson | null>(null);
  useEffect(() => {
    void page.load("lessons.json").then((all) => setLessons((all as Lesson[] | undefined) ?? []));
  }, [page]);
  const chooseLesson = (title: string): void => {
    const chosen = lessons.find((each) => each.title === title) ?? null;
    setLesson(chosen);
    for (const part of chosen?.parts ?? []) {
      if (part.kind === "file") runs.write(`${HOME}/${part.name}`, new TextEncoder().encode(part.text));
    }
  };
  const act = (action: LessonAction): void => {
    editor.current?.setText(action.text);
    setOptimize(action.optimize);
    if (action.panes.length > 0) {
      const wanted = new Set([...openIds.split(" "), ...action.panes]);
      setOpenIds(
        PANES.map(({ id }) => id)
          .filter((id) => wanted.has(id))
          .join(" "),
      );
    }
    if (action.runs) runs.begin(action.text, action.optimize);
  };
  const editorParent = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const panesElement = useRef<HTMLDivElement>(null);
  const [stages, milliseconds] = useMemo(() => {
    const start = page.now();
    const made = compileStages(new TextEncoder().encode(text), { filename: FILENAME, optimize });
    return [made, page.now() - start] as const;
  }, [text, optimize, page]);
  const runs = useRuns(page);
  const newest = useRef(stages);
  newest.current = stages;

  /** The files as a run would find them. */
  const withProgram = (): typeof runs.files => {
    runs.write(SCRIPT, new TextEncoder().encode(editor.current?.text() ?? text));
    return runs.files;
  };
  const run = (): void => runs.begin(editor.current?.text() ?? text, optimize);
  const [isShellOpen, setShellOpen] = useState(false);
  const [breakpoints, setBreakpoints] = useState<readonly number[]>([]);
  const stepState = runs.stepping?.program === text ? runs.stepping.state : null;
  useEffect(() => {
    showStep(panesElement.current, stepState);
    const isOwn = stepState?.next?.file === SCRIPT;
    editor.current?.showNext(isOwn ? (stepState?.next?.place ?? null) : null);
  });
  const newestRun = useRef(run);
  newestRun.current = run;

  const show = (place: Place | null, except: Element | null): void => {
    showPlace(panesElement.current?.children ?? [], place, except);
    editor.current?.show(place);
  };
  useEffect(() => page.setTheme(theme), [page, theme]);
  useEffect(() => {
    const { step } = page.shared();
    if (step !== null) runs.begin(text, optimize, step);
  }, []);
  useEffect(() => {
    const point = ({ target }: Event): void => {
      if (target instanceof Element) show(placeAround(target), target.closest(".pane"));
    };
    const leave = (): void => show(null, null);
    for (const name of ["pointerover", "focusin"]) panesElement.current?.addEventListener(name, point);
    for (const name of ["pointerleave", "focusout"]) panesElement.current?.addEventListener(name, leave);
  }, []);
  useEffect(() => {
    if (editorParent.current === null) return;
    editor.current = createEditor(editorParent.current, text, {
      changed: setText,
      pointed: (lineno, column) => show(smallestToken(newest.current, lineno, column), null),
      left: () => show(null, null),
      run: () => newestRun.current(),
      breakpointsChanged: setBreakpoints,
    });
    page.onSharedProgram((shared) => editor.current?.setText(shared));
  }, []);

  const opened = new Set(openIds.split(" "));
  const toggle = (id: string): void => {
    const ids = PANES.map((pane) => pane.id).filter((each) => (each === id) !== opened.has(each));
    setOpenIds(ids.join(" "));
  };
  return (
    <>
      <header>
        <h1>
          Chaipy <span>inspector</span>
        </h1>
        <Choice
          label="Program"
          values={["", ...SAMPLES.map(({ name }) => name)]}
          value=""
          onChange={(name) => {
            const { text: program = "", files = {} } = SAMPLES.find((sample) => sample.name === name) ?? {};
            for (const [file, content] of Object.entries(files)) {
              runs.write(`${HOME}/${file}`, new TextEncoder().encode(content));
            }
            editor.current?.setText(program);
          }}
        />
        <Choice
          label="Lesson"
          values={["", ...lessons.map(({ title }) => title)]}
          value={lesson?.title ?? ""}
          onChange={chooseLesson}
        />
        <Choice
          label="Optimise"
          values={OPTIMIZATIONS}
          value={OPTIMIZATIONS[optimize] ?? ""}
          onChange={(value) => setOptimize(OPTIMIZATIONS.indexOf(value))}
        />
        <Choice label="Theme" values={THEMES} value={theme} onChange={setTheme} />
        <button
          type="button"
          onClick={() =>
            page.share({
              program: editor.current?.text() ?? "",
              panes: openIds,
              step: stepState === null ? null : stepState.step,
            })
          }
        >
          Put into the address
        </button>
      </header>
      <nav aria-label="Stages">
        <span class="stage source">source</span>
        {PANES.map((pane) => (
          <StageButton
            key={pane.id}
            pane={pane}
            count={pane.count(stages, runs)}
            isOpen={opened.has(pane.id)}
            toggle={toggle}
          />
        ))}
      </nav>
      <main>
        <section class="source" aria-label="Source">
          {lesson !== null && (
            <LessonView
              key={lesson.id}
              lesson={lesson}
              open={(source) => editor.current?.setText(source)}
              act={act}
              close={() => setLesson(null)}
            />
          )}
          <div class="editor" ref={editorParent} />
          <Problems stages={stages} milliseconds={milliseconds} />
          <Output
            runs={runs}
            run={run}
            step={() => runs.begin(editor.current?.text() ?? text, optimize, 0)}
            isShellOpen={isShellOpen}
            toggleShell={() => setShellOpen(!isShellOpen)}
          />
          {isShellOpen && <Shell page={page} files={withProgram()} close={() => setShellOpen(false)} />}
          {runs.stepping !== null && (
            <Stepper stepping={runs.stepping} breakpoints={breakpoints} every={page.every} save={page.save} />
          )}
        </section>
        <div class="panes" ref={panesElement}>
          {PANES.filter(({ id }) => opened.has(id)).map((pane) => (
            <section key={pane.id} class="pane" id={`pane-${pane.id}`} aria-label={pane.title}>
              <h2 title={pane.summary}>{pane.title}</h2>
              <div class="content">
                {pane.content(stages, runs, page.save) ?? <p class="hint">Not reached: the source is not valid.</p>}
              </div>
            </section>
          ))}
        </div>
      </main>
    </>
  );
}

function useRemembered(page: Page, name: string, first: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => page.remembered(name) ?? first);
  const set = (next: string): void => {
    page.remember(name, next);
    setValue(next);
  };
  return [value, set];
}

/** Draws anew what changes: at once, and what changes again before the next frame then. */
function useRuns(page: Page): Runs {
  const [, setCount] = useState(0);
  const [runs] = useState(() => {
    let isDrawn = false;
    let isDue = false;
    const script = new URL("runner.js", import.meta.url);
    const changed = (): void => {
      isDue = isDrawn;
      if (isDrawn) return;
      isDrawn = true;
      setCount((count) => count + 1);
      page.beforeNextFrame(() => {
        isDrawn = false;
        if (isDue) changed();
      });
    };
    return new Runs((failed) => startWorker(script, failed), page.timeNs, changed);
  });
  return runs;
}

function smallestToken({ tokens }: Stages, lineno: number, column: number): Place | null {
  const point = { lineno, col_offset: column, end_lineno: lineno, end_col_offset: column };
  return tokens.find(({ place, string }) => string.trim() !== "" && contains(place, point))?.place ?? null;
}

interface StageButtonProps {
  readonly pane: PaneDefinition;
  readonly count: string | null;
  readonly isOpen: boolean;
  toggle(id: string): void;
}

function StageButton({ pane, count, isOpen, toggle }: StageButtonProps): VNode {
  return (
    <button
      type="button"
      class={count === null ? "stage missing" : "stage"}
      aria-pressed={isOpen}
      title={pane.summary}
      onClick={() => toggle(pane.id)}
    >
      {pane.title} <small>{count ?? "✗"}</small>
    </button>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string;
  onChange(value: string): void;
}

function Choice({ label, values, value, onChange }: ChoiceProps): VNode {
  return (
    <label class="choice">
      {label}{" "}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {each === "" ? "choose" : each}
          </option>
        ))}
      </select>
    </label>
  );
}

function Problems({ stages, milliseconds }: { readonly stages: Stages; readonly milliseconds: number }): VNode {
  const { error, warnings } = stages;
  return (
    <div class="problems" role="status">
      {error !== null && (
        <p class="error">
          {error.lineno !== null && <span>line {error.lineno} </span>}
          <b>{error.type}</b>: {error.message}
        </p>
      )}
      {warnings.map(({ category, message, lineno }) => (
        <p class="warning" key={`${lineno} ${message}`}>
          line {lineno} <b>{category}</b>: {message}
        </p>
      ))}
      <p class="hint">{`compiled in ${milliseconds.toFixed(1)} ms`}</p>
    </div>
  );
}

const page = currentPage();
render(<Inspector page={page} />, page.element("inspector"));
