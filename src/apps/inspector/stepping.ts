/**
 * Stepping through a recorded run, which lies in the runner: the state that is shown, and the ways to others.
 *
 * One question is under way at a time, so that a slider that is dragged does not ask for every state it passes: of what is asked
 * meanwhile the last is asked next.
 */
import type { Target } from "../../embed/recording/navigate.ts";
import type { StateReport } from "../../embed/recording/report.ts";
import type { ExportFormat, FromRunner, Query } from "./runner/messages.ts";

type Answer = Extract<FromRunner, { kind: "recorded" | "state" | "found" | "exported" }>;
type Question = Query extends infer Each ? (Each extends Query ? Omit<Each, "run" | "query"> : never) : never;

export class Stepping {
  length = 0;
  isCut = false;
  isReady = false;
  state: StateReport | null = null;
  /** Said when there is no such place. */
  notice = "";
  private query = 0;
  private asked: Question | null = null;
  private next: Question | null = null;
  private save: ((json: string) => void) | null = null;

  constructor(
    /** The text that runs. */
    readonly program: string,
    private readonly run: number,
    /** Where to begin. */
    private readonly first: number,
    private readonly post: (query: Query) => void,
    private readonly changed: () => void,
  ) {}

  get position(): number {
    return this.state?.step ?? Math.min(this.first, this.length);
  }

  goTo(step: number): void {
    this.notice = "";
    this.ask({ kind: "state", step: Math.min(Math.max(0, step), this.length) });
  }

  find(direction: 1 | -1, target: Target): void {
    this.notice = "";
    this.ask({ kind: "find", from: this.position, direction, target });
  }

  /** The whole trace as JSON. */
  export(format: ExportFormat, save: (json: string) => void): void {
    this.save = save;
    this.ask({ kind: "export", format });
  }

  hear(answer: Answer): void {
    if (answer.kind === "recorded") {
      this.length = answer.length;
      this.isCut = answer.isCut;
      this.isReady = true;
      this.goTo(this.position);
      return;
    }
    if (answer.query !== this.query) return;
    const { asked } = this;
    this.asked = null;
    if (answer.kind === "state") this.state = answer.state;
    else if (answer.kind === "exported") this.save?.(answer.json);
    else if (answer.step !== null) this.next ??= { kind: "state", step: answer.step };
    else this.missed(asked);
    const { next } = this;
    this.next = null;
    if (next !== null) this.ask(next);
    this.changed();
  }

  /** Nothing there: the end in that direction. */
  private missed(asked: Question | null): void {
    this.notice = "none in this direction";
    if (asked?.kind !== "find" || !["line", "over", "out", "instruction"].includes(asked.target.kind)) return;
    this.notice = "";
    this.next ??= { kind: "state", step: asked.direction === 1 ? this.length : 0 };
  }

  private ask(question: Question): void {
    if (this.asked !== null) {
      this.next = question;
      return;
    }
    this.asked = question;
    this.post({ ...question, run: this.run, query: ++this.query } as Query);
  }
}
