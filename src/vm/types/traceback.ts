/** traceback: where an exception passed, one entry a frame (CPython Python/traceback.c). */
import { heard } from "../../objects/kernel/audit.ts";
import { FRAME, NONE, TRACEBACK, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { PyList, type TracebackLike } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import type { Frame } from "../frame.ts";

export class PyTraceback extends PyObject implements TracebackLike {
  constructor(
    public next: PyTraceback | null,
    readonly frame: Frame,
    /** Instruction index, not bytes. */
    readonly index: number,
    /** Given by the constructor in Python only; else it follows from `index`. */
    private readonly fixedLine?: number,
    /** `tb_lasti` where Python gave it. */
    private readonly fixedLasti?: Value,
  ) {
    super(TRACEBACK);
  }

  get line(): number {
    return this.fixedLine ?? this.frame.code.lineAt(this.index);
  }

  get lasti(): Value {
    return this.fixedLasti ?? this.index * 2;
  }
}

function setNext(self: PyTraceback, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete tb_next attribute");
  if (value !== NONE && !(value instanceof PyTraceback)) {
    throw typeError(`expected traceback object, got '${typeName(value)}'`);
  }
  const next = value instanceof PyTraceback ? value : null;
  for (let each: PyTraceback | null = next; each !== null; each = each.next) {
    if (each === self) throw valueError("traceback loop detected");
  }
  self.next = next;
}

completeType<PyTraceback>(TRACEBACK, {
  doc: "TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)\n--\n\nCreate a new traceback object.",
  construct: [
    "(tb_next, tb_frame, tb_lasti, tb_lineno)",
    (_cls, next: Value, frame: Value, lasti: Value, line: Value) => {
      if (next !== NONE && !(next instanceof PyTraceback)) {
        throw typeError(`expected traceback object or None, got '${typeName(next)}'`);
      }
      if (!(frame instanceof PyObject) || frame.cls !== FRAME) {
        throw typeError(`TracebackType() argument 'tb_frame' must be frame, not ${typeName(frame)}`);
      }
      const index = Number(toIndex(lasti));
      const link = next instanceof PyTraceback ? next : null;
      return new PyTraceback(link, frame as Frame, index >> 1, Number(toIndex(line)), index);
    },
    "TracebackType",
  ],
  methods: {
    __dir__: ["~($self, /)", undefined, () => new PyList(["tb_frame", "tb_next", "tb_lasti", "tb_lineno"])],
  },
  members: {
    tb_frame: [(self) => heard(self, "tb_frame", self.frame)],
    tb_lasti: [(self) => self.lasti],
  },
  getset: {
    tb_next: [(self) => self.next ?? NONE, setNext],
    tb_lineno: [(self) => (self.line < 0 ? NONE : self.line)],
  },
});
