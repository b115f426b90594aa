/**
 * TypeVar, ParamSpec with its args and kwargs, TypeVarTuple (CPython Objects/typevarobject.c).
 *
 * Bounds and constraints written in the syntax of PEP 695 are functions, called when somebody asks. What the types do
 * beyond holding their data is in the Python code of `typing`.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { isInstance, NONE, NOT_IMPLEMENTED, STR, typeName } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { getItem, iter } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, type PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { type Comparison, compare } from "../../objects/kernel/protocol.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { type Argument, Signature } from "../../objects/kernel/signature.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";

/** Call a function of the Python module `typing`. */
export function callTyping(name: string, ...args: Value[]): Value {
  return call(getAttr(hooks.importModule("typing"), name), ...args);
}

/** A value that may have to be computed first, once. */
export class Lazy {
  constructor(
    private value: Value | undefined,
    private compute: Value | undefined,
  ) {}

  /** The value, or undefined if there is none. */
  get(): Value | undefined {
    if (this.value === undefined && this.compute !== undefined) {
      this.value = call(this.compute);
      this.compute = undefined;
    }
    return this.value;
  }
}

/** Variance, as all kinds of variables have it. */
class Variable extends PyObject {
  covariant = false;
  contravariant = false;
  inferVariance = false;

  constructor(
    readonly name: Value,
    cls: PyType,
  ) {
    super(cls);
  }

  get text(): Value {
    const sign = this.inferVariance ? "" : this.covariant ? "+" : this.contravariant ? "-" : "~";
    return strFromJs(sign + (jsString(this.name) as string));
  }
}

export class PyTypeVar extends Variable {
  bound = new Lazy(undefined, undefined);
  constraints = new Lazy(undefined, undefined);

  constructor(name: Value) {
    super(name, TYPE_VAR);
  }
}

export class PyParamSpec extends Variable {
  bound: Value = NONE;

  constructor(name: Value) {
    super(name, PARAM_SPEC);
  }
}

export class PyTypeVarTuple extends PyObject {
  constructor(readonly name: Value) {
    super(TYPE_VAR_TUPLE);
  }
}

class ParamSpecPart extends PyObject {
  constructor(
    readonly origin: Value,
    cls: PyType,
  ) {
    super(cls);
  }
}

/** `__new__` with the messages of a function called `name`, as argument clinic words them. */
export function construct(name: string, signatureText: string, body: (...args: never[]) => Value) {
  const signature = new Signature(signatureText, true);
  const make = body as unknown as (...args: Argument[]) => Value;
  return (_cls: PyType, args: Value[], kwnames: KeywordNames): Value =>
    make(...signature.bind(name, name, args, kwnames));
}

export function expectName(name: Value, functionName: string): void {
  if (!isInstance(name, STR)) {
    throw typeError(`${functionName}() argument 'name' must be str, not ${name === NONE ? "None" : typeName(name)}`);
  }
}

/** A variable made by a call remembers the module of the caller. */
function setModule(self: PyObject): void {
  const module = hooks.currentFrame()?.globals.get("__name__");
  if (module !== undefined && module !== NONE) self.$__module__ = module;
}

function setVariance(self: Variable, covariant: Value, contravariant: Value, inferVariance: Value): void {
  self.covariant = isTrue(covariant);
  self.contravariant = isTrue(contravariant);
  self.inferVariance = isTrue(inferVariance);
  if (self.covariant && self.contravariant) throw valueError("Bivariant types are not supported.");
  if (self.inferVariance && (self.covariant || self.contravariant)) {
    throw valueError("Variance cannot be specified with infer_variance.");
  }
}

const checkBound = (bound: Value): Value => callTyping("_type_check", bound, "Bound must be a type.");

function newTypeVar(
  name: Value,
  constraints: Value[],
  bound: Value,
  covariant: Value,
  contravariant: Value,
  inferVariance: Value,
): Value {
  expectName(name, "typevar");
  const self = new PyTypeVar(name);
  setVariance(self, covariant, contravariant, inferVariance);
  const checked = bound === NONE ? undefined : checkBound(bound);
  if (constraints.length === 1) throw typeError("A single constraint is not allowed");
  if (constraints.length > 0) {
    if (checked !== undefined) throw typeError("Constraints cannot be combined with bound=...");
    self.constraints = new Lazy(tuple(constraints), undefined);
  }
  self.bound = new Lazy(checked, undefined);
  setModule(self);
  return self;
}

function newParamSpec(name: Value, bound: Value, covariant: Value, contravariant: Value, inferVariance: Value): Value {
  expectName(name, "paramspec");
  const self = new PyParamSpec(name);
  setVariance(self, covariant, contravariant, inferVariance);
  self.bound = checkBound(bound);
  setModule(self);
  return self;
}

const reduceToName = (self: PyObject & { readonly name: Value }): Value => self.name;

const noSubclass = (what: string): MethodRow => [
  "~($self, bases, /)",
  undefined,
  (): Value => {
    throw typeError(`Cannot subclass an instance of ${what}`);
  },
];

const union = (left: Value, right: Value): Value => callTyping("_make_union", left, right);

const VARIANCE = {
  __covariant__: [(self: Variable) => self.covariant],
  __contravariant__: [(self: Variable) => self.contravariant],
  __infer_variance__: [(self: Variable) => self.inferVariance],
} as const;

export const TYPE_VAR = defineType<PyTypeVar>("typing.TypeVar", {
  doc: "Type variable.\n\nThe preferred way to construct a type variable is via the dedicated\nsyntax for generic functions, classes, and type aliases::\n\n    class Sequence[T]:  # T is a TypeVar\n        ...\n\nThis syntax can also be used to create bound and constrained type\nvariables::\n\n    # S is a TypeVar bound to str\n    class StrSequence[S: str]:\n        ...\n\n    # A is a TypeVar constrained to str or bytes\n    class StrOrBytesSequence[A: (str, bytes)]:\n        ...\n\nHowever, if desired, reusable type variables can also be constructed\nmanually, like so::\n\n   T = TypeVar('T')  # Can be anything\n   S = TypeVar('S', bound=str)  # Can be any subtype of str\n   A = TypeVar('A', str, bytes)  # Must be exactly str or bytes\n\nType variables exist primarily for the benefit of static type\ncheckers.  They serve as the parameters for generic types as well\nas for generic function and type alias definitions.\n\nThe variance of type variables is inferred by type checkers when they\nare created through the type parameter syntax and when\n``infer_variance=True`` is passed. Manually created type variables may\nbe explicitly marked covariant or contravariant by passing\n``covariant=True`` or ``contravariant=True``. By default, manually\ncreated type variables are invariant. See PEP 484 and PEP 695 for more\ndetails.\n",
  traits: { instanceDict: true, weakrefs: true },
  slots: {
    __new__: construct(
      "typevar",
      "(name, *constraints, bound=None, covariant=False,\n        contravariant=False, infer_variance=False)",
      newTypeVar,
    ),
    __repr__: (self) => self.text,
    __or__: union,
  },
  methods: {
    __typing_subst__: [
      "($self, /, arg)",
      undefined,
      (self: PyTypeVar, arg: Value) => callTyping("_typevar_subst", self, arg),
    ],
    __reduce__: ["($self, /)", undefined, reduceToName],
    __mro_entries__: noSubclass("TypeVar"),
  },
  members: { __name__: [(self) => self.name], ...VARIANCE },
  getset: {
    __bound__: [(self) => self.bound.get() ?? NONE],
    __constraints__: [(self) => self.constraints.get() ?? tuple([])],
  },
});

const compareOrigins =
  (op: Comparison) =>
  (self: ParamSpecPart, other: Value): Value =>
    other instanceof ParamSpecPart && other.cls === self.cls ? compare(self.origin, other.origin, op) : NOT_IMPLEMENTED;

function partType(name: string, attribute: string): PyType {
  const type: PyType = defineType<ParamSpecPart>(`typing.${name}`, {
    doc: `The ${attribute} for a ParamSpec object.\n\nGiven a ParamSpec object P, P.${attribute} is an instance of ${name}.\n\n${name} objects have a reference back to their ParamSpec::\n\n    >>> P = ParamSpec("P")\n    >>> P.${attribute}.__origin__ is P\n    True\n\nThis type is meant for runtime introspection and has no special meaning\nto static type checkers.\n`,
    traits: { weakrefs: true },
    slots: {
      __new__: construct(name.toLowerCase(), "(origin)", (origin: Value) => new ParamSpecPart(origin, type)),
      __repr__: (self) => {
        const { origin } = self;
        const shown = origin instanceof PyParamSpec ? jsString(origin.name) : reprOf(origin);
        return strFromJs(`${shown}.${attribute}`);
      },
      __lt__: () => NOT_IMPLEMENTED,
      __le__: () => NOT_IMPLEMENTED,
      __eq__: compareOrigins("__eq__"),
      __ne__: compareOrigins("__ne__"),
      __gt__: () => NOT_IMPLEMENTED,
      __ge__: () => NOT_IMPLEMENTED,
    },
    methods: { __mro_entries__: noSubclass(name) },
    members: { __origin__: [(self) => self.origin] },
  });
  return type;
}

const reprOf = (value: Value): string => jsString(callRepr(value)) as string;

function callRepr(value: Value): Value {
  return value instanceof Variable ? value.text : call(getAttr(value, "__repr__"));
}

export const PARAM_SPEC_ARGS = partType("ParamSpecArgs", "args");
export const PARAM_SPEC_KWARGS = partType("ParamSpecKwargs", "kwargs");

export const PARAM_SPEC = defineType<PyParamSpec>("typing.ParamSpec", {
  doc: "Parameter specification variable.\n\nThe preferred way to construct a parameter specification is via the\ndedicated syntax for generic functions, classes, and type aliases,\nwhere the use of '**' creates a parameter specification::\n\n    type IntFunc[**P] = Callable[P, int]\n\nFor compatibility with Python 3.11 and earlier, ParamSpec objects\ncan also be created as follows::\n\n    P = ParamSpec('P')\n\nParameter specification variables exist primarily for the benefit of\nstatic type checkers.  They are used to forward the parameter types of\none callable to another callable, a pattern commonly found in\nhigher-order functions and decorators.  They are only valid when used\nin ``Concatenate``, or as the first argument to ``Callable``, or as\nparameters for user-defined Generics. See class Generic for more\ninformation on generic types.\n\nAn example for annotating a decorator::\n\n    def add_logging[**P, T](f: Callable[P, T]) -> Callable[P, T]:\n        '''A type-safe decorator to add logging to a function.'''\n        def inner(*args: P.args, **kwargs: P.kwargs) -> T:\n            logging.info(f'{f.__name__} was called')\n            return f(*args, **kwargs)\n        return inner\n\n    @add_logging\n    def add_two(x: float, y: float) -> float:\n        '''Add two numbers together.'''\n        return x + y\n\nParameter specification variables can be introspected. e.g.::\n\n    >>> P = ParamSpec(\"P\")\n    >>> P.__name__\n    'P'\n\nNote that only parameter specification variables defined in the global\nscope can be pickled.\n",
  traits: { instanceDict: true, weakrefs: true },
  slots: {
    __new__: construct(
      "paramspec",
      "(name, *, bound=None, covariant=False, contravariant=False,\n          infer_variance=False)",
      newParamSpec,
    ),
    __repr__: (self) => self.text,
    __or__: union,
  },
  methods: {
    __typing_subst__: [
      "($self, /, arg)",
      undefined,
      (self: PyParamSpec, arg: Value) => callTyping("_paramspec_subst", self, arg),
    ],
    __typing_prepare_subst__: [
      "($self, /, alias, args)",
      undefined,
      (self: PyParamSpec, alias: Value, args: Value) => callTyping("_paramspec_prepare_subst", self, alias, args),
    ],
    __reduce__: ["($self, /)", undefined, reduceToName],
    __mro_entries__: noSubclass("ParamSpec"),
  },
  members: { __name__: [(self) => self.name], __bound__: [(self) => self.bound], ...VARIANCE },
  getset: {
    args: [(self) => new ParamSpecPart(self, PARAM_SPEC_ARGS), undefined, "Represents positional arguments."],
    kwargs: [(self) => new ParamSpecPart(self, PARAM_SPEC_KWARGS), undefined, "Represents keyword arguments."],
  },
});

/** `typing.Unpack[Ts]`. */
function unpacked(self: Value): Value {
  return getItem(getAttr(hooks.importModule("typing"), "Unpack"), self);
}

export const TYPE_VAR_TUPLE = defineType<PyTypeVarTuple>("typing.TypeVarTuple", {
  doc: "Type variable tuple. A specialized form of type variable that enables\nvariadic generics.\n\nThe preferred way to construct a type variable tuple is via the\ndedicated syntax for generic functions, classes, and type aliases,\nwhere a single '*' indicates a type variable tuple::\n\n    def move_first_element_to_last[T, *Ts](tup: tuple[T, *Ts]) -> tuple[*Ts, T]:\n        return (*tup[1:], tup[0])\n\nFor compatibility with Python 3.11 and earlier, TypeVarTuple objects\ncan also be created as follows::\n\n    Ts = TypeVarTuple('Ts')  # Can be given any name\n\nJust as a TypeVar (type variable) is a placeholder for a single type,\na TypeVarTuple is a placeholder for an *arbitrary* number of types. For\nexample, if we define a generic class using a TypeVarTuple::\n\n    class C[*Ts]: ...\n\nThen we can parameterize that class with an arbitrary number of type\narguments::\n\n    C[int]       # Fine\n    C[int, str]  # Also fine\n    C[()]        # Even this is fine\n\nFor more details, see PEP 646.\n\nNote that only TypeVarTuples defined in the global scope can be\npickled.\n",
  traits: { instanceDict: true, weakrefs: true },
  slots: {
    __new__: construct("typevartuple", "(name)", (name: Value) => {
      expectName(name, "typevartuple");
      const self = new PyTypeVarTuple(name);
      setModule(self);
      return self;
    }),
    __repr__: (self) => self.name,
    __iter__: (self) => iter(tuple([unpacked(self)])),
  },
  methods: {
    __typing_subst__: [
      "($self, /, arg)",
      undefined,
      (_self: PyTypeVarTuple, _arg: Value): Value => {
        throw typeError("Substitution of bare TypeVarTuple is not supported");
      },
    ],
    __typing_prepare_subst__: [
      "($self, /, alias, args)",
      undefined,
      (self: PyTypeVarTuple, alias: Value, args: Value) => callTyping("_typevartuple_prepare_subst", self, alias, args),
    ],
    __reduce__: ["($self, /)", undefined, reduceToName],
    __mro_entries__: noSubclass("TypeVarTuple"),
  },
  members: { __name__: [(self) => self.name] },
});

/** The parameters with each TypeVarTuple in its unpacked form. */
export function unpackTypeVarTuples(parameters: PyTuple): PyTuple {
  if (!parameters.items.some((each) => each instanceof PyTypeVarTuple)) return parameters;
  return tuple(parameters.items.map((each) => (each instanceof PyTypeVarTuple ? unpacked(each) : each)));
}
