/**
 * _thread._local: attributes that each thread has for itself (CPython Modules/_threadmodule.c: local_*).
 *
 * The object's `__dict__` is the one of the thread that looks at it: it is put in place before each access. A thread
 * that comes for the first time runs `__init__`, with the arguments of the constructor.
 */
import { genericDelete, genericLookup, genericSet } from "../../objects/kernel/attribute.ts";
import { typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { raise, typeError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { current, type Thread } from "../../vm/thread.ts";

class PyLocal extends PyObject {
  private readonly dicts = new WeakMap<Thread, PyDict>();
  /** Whose dict is in place. */
  private owner: Thread = current.thread;

  constructor(
    cls: PyType,
    private readonly args: readonly Value[],
    private readonly kwnames: KeywordNames,
  ) {
    super(cls);
    this.dict = new PyDict();
    this.dicts.set(this.owner, this.dict);
  }

  /** Put the dict of the running thread in place. */
  enter(): PyDict {
    const { thread } = current;
    if (thread === this.owner) return this.dict as PyDict;
    this.owner = thread;
    const known = this.dicts.get(thread);
    if (known !== undefined) {
      this.dict = known;
      return known;
    }
    const made = new PyDict();
    this.dicts.set(thread, made);
    this.dict = made;
    const init = this.cls.slots.__init__;
    if (init !== undefined && init !== LOCAL.slots.__init__) init(this, [...this.args], this.kwnames);
    // `__init__` may have let other threads run.
    return this.enter();
  }
}

export const LOCAL: PyType = defineType<PyLocal>("_thread._local", {
  doc: "Thread-local data",
  traits: { basetype: true, instanceDict: true, weakrefs: true },
  slots: {
    __new__: (cls, args, kwnames) => {
      if (args.length > 0 && cls.slots.__init__ === LOCAL.slots.__init__) {
        throw typeError("Initialization arguments are not supported");
      }
      return new PyLocal(cls, args, kwnames);
    },
    __getattribute__: (self, name) => {
      self.enter();
      return genericLookup(self, name);
    },
    __setattr__: (self, name, value) => {
      if (name === "__dict__")
        throw raise("AttributeError", `'${typeName(self)}' object attribute '__dict__' is read-only`);
      self.enter();
      genericSet(self, name, value);
    },
    __delattr__: (self, name) => {
      self.enter();
      genericDelete(self, name);
    },
  },
  getset: { __dict__: [(self) => self.enter()] },
});
