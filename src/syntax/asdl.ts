/**
 * The table of AST nodes: every type of CPython 3.12's Python.asdl, each fact stated once.
 *
 * `tools/gen-ast.ts` turns it into the TypeScript types and constructors of `generated/ast.ts`; at run time
 * `dump.ts`, the `_ast` module and visitors read it. A field is written "type name" with the quantifiers of
 * ASDL: `?` may be missing (null), `*` a list, and `?*` a list that may hold nulls (`Dict.keys` for `**d`,
 * `arguments.kw_defaults` for a required keyword-only argument), which ASDL itself cannot say.
 *
 * Trap: nodes are told apart by the property `kind`, so the field `kind` of `Constant` is stored in the property
 * `string_kind`. `Field.name` is Python's name, `Field.property` ours.
 */

export interface Field {
  /** The name of the field in Python.asdl and in Python's `ast` module. */
  readonly name: string;
  /** The property of the node that holds it. */
  readonly property: string;
  /** "identifier", "string", "int", "constant", or the name of an entry of `sums`, `enumerations` or `products`. */
  readonly type: string;
  readonly quantifier: "one" | "optional" | "many" | "manyOptional";
}

export interface NodeType {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Whether the node has lineno, col_offset, end_lineno and end_col_offset. */
  readonly located: boolean;
  /** The sum type the node belongs to, as "stmt"; null for a product type. */
  readonly sum: string | null;
}

interface SumTable {
  readonly located: boolean;
  readonly nodes: Readonly<Record<string, readonly string[]>>;
}

const functionFields = [
  "identifier name",
  "arguments args",
  "stmt* body",
  "expr* decorator_list",
  "expr? returns",
  "string? type_comment",
  "type_param* type_params",
];
const forFields = ["expr target", "expr iter", "stmt* body", "stmt* orelse", "string? type_comment"];
const withFields = ["withitem* items", "stmt* body", "string? type_comment"];
const tryFields = ["stmt* body", "excepthandler* handlers", "stmt* orelse", "stmt* finalbody"];
const comprehensionFields = ["expr elt", "comprehension* generators"];

/** The types that have several nodes. */
export const sums: Readonly<Record<string, SumTable>> = {
  mod: {
    located: false,
    nodes: {
      Module: ["stmt* body", "type_ignore* type_ignores"],
      Interactive: ["stmt* body"],
      Expression: ["expr body"],
      FunctionType: ["expr* argtypes", "expr returns"],
    },
  },
  stmt: {
    located: true,
    nodes: {
      FunctionDef: functionFields,
      AsyncFunctionDef: functionFields,
      ClassDef: [
        "identifier name",
        "expr* bases",
        "keyword* keywords",
        "stmt* body",
        "expr* decorator_list",
        "type_param* type_params",
      ],
      Return: ["expr? value"],
      Delete: ["expr* targets"],
      Assign: ["expr* targets", "expr value", "string? type_comment"],
      TypeAlias: ["expr name", "type_param* type_params", "expr value"],
      AugAssign: ["expr target", "operator op", "expr value"],
      AnnAssign: ["expr target", "expr annotation", "expr? value", "int simple"],
      For: forFields,
      AsyncFor: forFields,
      While: ["expr test", "stmt* body", "stmt* orelse"],
      If: ["expr test", "stmt* body", "stmt* orelse"],
      With: withFields,
      AsyncWith: withFields,
      Match: ["expr subject", "match_case* cases"],
      Raise: ["expr? exc", "expr? cause"],
      Try: tryFields,
      TryStar: tryFields,
      Assert: ["expr test", "expr? msg"],
      Import: ["alias* names"],
      ImportFrom: ["identifier? module", "alias* names", "int? level"],
      Global: ["identifier* names"],
      Nonlocal: ["identifier* names"],
      Expr: ["expr value"],
      Pass: [],
      Break: [],
      Continue: [],
    },
  },
  expr: {
    located: true,
    nodes: {
      BoolOp: ["boolop op", "expr* values"],
      NamedExpr: ["expr target", "expr value"],
      BinOp: ["expr left", "operator op", "expr right"],
      UnaryOp: ["unaryop op", "expr operand"],
      Lambda: ["arguments args", "expr body"],
      IfExp: ["expr test", "expr body", "expr orelse"],
      Dict: ["expr?* keys", "expr* values"],
      Set: ["expr* elts"],
      ListComp: comprehensionFields,
      SetComp: comprehensionFields,
      DictComp: ["expr key", "expr value", "comprehension* generators"],
      GeneratorExp: comprehensionFields,
      Await: ["expr value"],
      Yield: ["expr? value"],
      YieldFrom: ["expr value"],
      Compare: ["expr left", "cmpop* ops", "expr* comparators"],
      Call: ["expr func", "expr* args", "keyword* keywords"],
      FormattedValue: ["expr value", "int conversion", "expr? format_spec"],
      JoinedStr: ["expr* values"],
      Constant: ["constant value", "string? kind"],
      Attribute: ["expr value", "identifier attr", "expr_context ctx"],
      Subscript: ["expr value", "expr slice", "expr_context ctx"],
      Starred: ["expr value", "expr_context ctx"],
      Name: ["identifier id", "expr_context ctx"],
      List: ["expr* elts", "expr_context ctx"],
      Tuple: ["expr* elts", "expr_context ctx"],
      Slice: ["expr? lower", "expr? upper", "expr? step"],
    },
  },
  excepthandler: {
    located: true,
    nodes: { ExceptHandler: ["expr? type", "identifier? name", "stmt* body"] },
  },
  pattern: {
    located: true,
    nodes: {
      MatchValue: ["expr value"],
      MatchSingleton: ["constant value"],
      MatchSequence: ["pattern* patterns"],
      MatchMapping: ["expr* keys", "pattern* patterns", "identifier? rest"],
      MatchClass: ["expr cls", "pattern* patterns", "identifier* kwd_attrs", "pattern* kwd_patterns"],
      MatchStar: ["identifier? name"],
      MatchAs: ["pattern? pattern", "identifier? name"],
      MatchOr: ["pattern* patterns"],
    },
  },
  type_ignore: {
    located: false,
    nodes: { TypeIgnore: ["int lineno", "string tag"] },
  },
  type_param: {
    located: true,
    nodes: {
      TypeVar: ["identifier name", "expr? bound"],
      ParamSpec: ["identifier name"],
      TypeVarTuple: ["identifier name"],
    },
  },
};

/** The types whose members have no fields: string literals here, instances of empty classes in Python. */
export const enumerations = {
  expr_context: ["Load", "Store", "Del"],
  boolop: ["And", "Or"],
  operator: [
    "Add",
    "Sub",
    "Mult",
    "MatMult",
    "Div",
    "Mod",
    "Pow",
    "LShift",
    "RShift",
    "BitOr",
    "BitXor",
    "BitAnd",
    "FloorDiv",
  ],
  unaryop: ["Invert", "Not", "UAdd", "USub"],
  cmpop: ["Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"],
} as const;

/** The types that have one node, named as the type. */
export const products: Readonly<Record<string, { located: boolean; fields: readonly string[] }>> = {
  comprehension: {
    located: false,
    fields: ["expr target", "expr iter", "expr* ifs", "int is_async"],
  },
  arguments: {
    located: false,
    fields: [
      "arg* posonlyargs",
      "arg* args",
      "arg? vararg",
      "arg* kwonlyargs",
      "expr?* kw_defaults",
      "arg? kwarg",
      "expr* defaults",
    ],
  },
  arg: {
    located: true,
    fields: ["identifier arg", "expr? annotation", "string? type_comment"],
  },
  keyword: { located: true, fields: ["identifier? arg", "expr value"] },
  alias: { located: true, fields: ["identifier name", "identifier? asname"] },
  withitem: {
    located: false,
    fields: ["expr context_expr", "expr? optional_vars"],
  },
  match_case: {
    located: false,
    fields: ["pattern pattern", "expr? guard", "stmt* body"],
  },
};

function readField(node: string, text: string): Field {
  const [type = "", name = ""] = text.split(" ");
  const quantifier = type.endsWith("?*")
    ? "manyOptional"
    : type.endsWith("*")
      ? "many"
      : type.endsWith("?")
        ? "optional"
        : "one";
  const property = node === "Constant" && name === "kind" ? "string_kind" : name;
  return { name, property, type: type.replace(/[?*]+$/, ""), quantifier };
}

function readNodes(): Map<string, NodeType> {
  const nodes = new Map<string, NodeType>();
  for (const [sum, { located, nodes: table }] of Object.entries(sums)) {
    for (const [name, fields] of Object.entries(table)) {
      nodes.set(name, {
        name,
        fields: fields.map((text) => readField(name, text)),
        located,
        sum,
      });
    }
  }
  for (const [name, { located, fields }] of Object.entries(products)) {
    nodes.set(name, {
      name,
      fields: fields.map((text) => readField(name, text)),
      located,
      sum: null,
    });
  }
  return nodes;
}

/** Every node with fields or of a sum type, by its `kind`. */
export const nodeTypes: ReadonlyMap<string, NodeType> = readNodes();
