/**
 * Who is one object with whom, and who is referred to more than once, among the values that marshal writes.
 *
 * CPython's marshal flags an object for later reference when its reference count is above one or it is interned.
 * There are no counts here, so they are worked out from the values: what the compiler's constant cache, the
 * interned strings and the immortal objects of 3.12 make one object becomes one node, and edges from different
 * containers are counted.
 *
 * Traps: the code bytes of a code object are always flagged, its `co_localspluskinds` never. A class body shares
 * its `__qualname__` constant with `co_qualname`, if it was the first to have that constant. A frozenset constant
 * that holds a string which was interned before is a separate object at each use.
 */
import { CO_OPTIMIZED, CodeBlob, type InternedTexts } from "./code.ts";
import { ConstantKeys } from "./constantkeys.ts";
import {
  BytesConstant,
  type ComplexConstant,
  DictConstant,
  type EllipsisConstant,
  type FloatConstant,
  FrozenSetConstant,
  ListConstant,
  type Plain,
  SetConstant,
  type StopIterationConstant,
  type Text,
  TupleConstant,
  WideText,
} from "./constants.ts";
import { STARTUP_NAMES } from "./generated/startupnames.ts";
import { MarshalError } from "./marshalformat.ts";
import { stringOfCodePoints } from "./surrogatepass.ts";

type Scalar = null | boolean | number | bigint | EllipsisConstant | StopIterationConstant;
type Leaf = Scalar | Text | FloatConstant | ComplexConstant | Uint8Array;
type ContainerKind = "tuple" | "list" | "set" | "frozenset" | "dict";

const NO_TEXTS: InternedTexts = new Map();

/** Of immortal objects: above any real count. */
const IMMORTAL = 1e9;

/** Of all leaves; never written to. */
const NO_CHILDREN: MarshalNode[] = [];

export class MarshalNode {
  /** References from distinct containers, and from outside. */
  references = 0;
  children: MarshalNode[];
  /** The references that it holds are counted. */
  isCounted = false;

  constructor(
    readonly content: Leaf | ContainerKind | CodeBlob,
    readonly isContainer: boolean,
    readonly isInterned = false,
  ) {
    this.children = isContainer ? [] : NO_CHILDREN;
    if (isInterned) {
      this.references = IMMORTAL;
    }
  }
}

/** The graph below a value which its caller holds. */
export function marshalGraph(root: Plain): MarshalNode {
  const node = buildGraph(root);
  node.references++;
  countReferences(node);
  return node;
}

function countReferences(root: MarshalNode): void {
  const todo = [root];
  root.references++;
  root.isCounted = true;
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    for (const child of node.children) {
      child.references++;
      if (child.isCounted) continue;
      child.isCounted = true;
      if (child.children.length > 0) todo.push(child);
    }
  }
}

function buildGraph(root: Plain): MarshalNode {
  try {
    return new GraphBuilder().build(root);
  } catch (error) {
    if (error instanceof RangeError) {
      // Constants of a code object, nested deeper than the host's stack bears.
      throw new MarshalError("ValueError", "object too deeply nested to marshal");
    }
    throw error;
  }
}

class GraphBuilder {
  readonly #keys = new ConstantKeys();
  /** The compiler's constant cache. */
  readonly #cache = new Map<string, MarshalNode>();
  readonly #interned = new Map<string, MarshalNode>();
  readonly #immortals = new Map<string, MarshalNode>();
  readonly #fileNames = new Map<string, MarshalNode>();
  readonly #objects = new Map<object, MarshalNode>();
  /** Numbers and strings outside code objects. */
  readonly #plainValues = new Map<null | boolean | number | bigint | string, MarshalNode>();
  /** Strings that are interned before a frozenset constant is built. */
  /** Of the module whose code is being looked at. */
  #internedTexts = NO_TEXTS;
  readonly #internedEarly = new Set<string>(STARTUP_NAMES);
  /** Containers outside code objects whose children are still to be looked at. */
  readonly #todo: [MarshalNode, Container][] = [];

  build(root: Plain): MarshalNode {
    const rootNode = this.#value(root);
    for (let work = this.#todo.pop(); work !== undefined; work = this.#todo.pop()) {
      const [node, value] = work;
      const { children } = node;
      if (value instanceof DictConstant) {
        for (const [key, item] of value.entries) children.push(this.#value(key), this.#value(item));
      } else for (const child of value.items) children.push(this.#value(child));
    }
    return rootNode;
  }

  /** An ordinary value: objects are told apart by identity. */
  #value(value: Plain): MarshalNode {
    if (value instanceof CodeBlob) {
      this.#collectIdentifiers(value);
      return this.#constant(value);
    }
    if (value === null || typeof value !== "object") {
      // Numbers and strings are one object where they are equal, as `is` has it.
      let leaf = this.#plainValues.get(value);
      if (leaf === undefined) {
        leaf = this.#constantLeaf(value, false);
        this.#plainValues.set(value, leaf);
      }
      return leaf;
    }
    const known = this.#objects.get(value);
    if (known !== undefined) {
      return known;
    }
    if (!isContainer(value) || (value instanceof TupleConstant && value.items.length === 0)) {
      const leaf = this.#constantLeaf(value, false);
      this.#objects.set(value, leaf);
      return leaf;
    }
    const node = new MarshalNode(value.kind, true);
    this.#objects.set(value, node);
    this.#todo.push([node, value]);
    return node;
  }

  /** A constant of a code object, merged as the compiler's cache merges. */
  #constant(constant: Plain): MarshalNode {
    if (!isContainer(constant) && !(constant instanceof CodeBlob)) {
      return this.#constantLeaf(constant, true);
    }
    if (constant instanceof TupleConstant) {
      return this.#constantTuple(constant.items);
    }
    const key = this.#keys.key(constant);
    const known = this.#cache.get(key);
    if (known !== undefined) {
      return known;
    }
    if (constant instanceof CodeBlob) {
      const node = this.#code(constant);
      this.#cache.set(key, node);
      return node;
    }
    if (!(constant instanceof FrozenSetConstant)) {
      return this.#value(constant);
    }
    const node = new MarshalNode("frozenset", true);
    node.children = constant.items.map((item) => this.#constant(item));
    if (!constant.items.some((item) => this.#isInternedEarly(item))) {
      this.#cache.set(key, node);
    }
    return node;
  }

  #isInternedEarly(item: Plain): boolean {
    return typeof item === "string" && item.length > 1 && isNameLike(item) && this.#internedEarly.has(item);
  }

  #constantTuple(items: readonly Plain[]): MarshalNode {
    return this.#cachedTuple(items, (item) => this.#constant(item));
  }

  #nameTuple(names: readonly string[]): MarshalNode {
    return this.#cachedTuple(names, (name) => this.#internedString(name as string));
  }

  #cachedTuple(items: readonly Plain[], child: (item: Plain) => MarshalNode): MarshalNode {
    const key = this.#keys.tupleKey(items);
    if (items.length === 0) {
      return this.#immortal(key, "tuple", true);
    }
    let node = this.#cache.get(key);
    if (node === undefined) {
      const tuple = new MarshalNode("tuple", true);
      tuple.children = items.map(child);
      this.#cache.set(key, tuple);
      node = tuple;
    }
    return node;
  }

  #constantLeaf(leaf: Exclude<Plain, CodeBlob>, isMerged: boolean): MarshalNode {
    if (leaf instanceof BytesConstant) {
      return this.#bytes(leaf.bytes, isMerged);
    }
    if (leaf instanceof TupleConstant) {
      return this.#constantTuple(leaf.items);
    }
    if (
      leaf instanceof FrozenSetConstant ||
      leaf instanceof ListConstant ||
      leaf instanceof SetConstant ||
      leaf instanceof DictConstant
    ) {
      return this.#value(leaf);
    }
    if (isMerged && this.#internedTexts.size > 0 && (typeof leaf === "string" || leaf instanceof WideText)) {
      const text = typeof leaf === "string" ? leaf : stringOfCodePoints(leaf.codePoints);
      const isInterned = this.#internedTexts.get(text);
      if (isInterned !== undefined)
        return isInterned ? this.#internedString(text) : this.#cached(this.#keys.key(leaf), leaf);
    }
    if (typeof leaf === "string" && isImmortalText(leaf)) {
      return this.#internedString(leaf);
    }
    if (isSmallInt(leaf)) {
      return this.#immortal(this.#keys.key(leaf), leaf, false);
    }
    return isMerged ? this.#cached(this.#keys.key(leaf), leaf) : new MarshalNode(leaf, false);
  }

  #bytes(bytes: Uint8Array, isMerged: boolean): MarshalNode {
    const key = this.#keys.bytesKey(bytes);
    if (bytes.length <= 1) {
      return this.#immortal(key, bytes, false);
    }
    return isMerged ? this.#cached(key, bytes) : new MarshalNode(bytes, false);
  }

  #cached(key: string, content: Leaf): MarshalNode {
    return getOrAdd(this.#cache, key, () => new MarshalNode(content, false));
  }

  #immortal(key: string, content: Leaf | ContainerKind, isContainerNode: boolean): MarshalNode {
    return getOrAdd(this.#immortals, key, () => {
      const node = new MarshalNode(content, isContainerNode);
      node.references = IMMORTAL;
      return node;
    });
  }

  #internedString(text: string): MarshalNode {
    return getOrAdd(this.#interned, text, () => new MarshalNode(text, false, true));
  }

  /** Children in the order of the written fields, `co_firstlineno` left out. */
  #code(code: CodeBlob): MarshalNode {
    const node = new MarshalNode(code, true);
    this.#internedTexts = code.internedTexts ?? NO_TEXTS;
    const codeBytes = new MarshalNode(code.co_code, false);
    codeBytes.references = 1;
    const earlyQualname = this.#classQualname(code);
    const consts = this.#constantTuple(code.co_consts);
    const names = this.#nameTuple(code.co_names);
    const localsPlusNames = this.#nameTuple(code.co_localsplusnames);
    const kinds = code.co_localspluskinds;
    const name = code.co_name.startsWith("<generic parameters of ")
      ? new MarshalNode(code.co_name, false)
      : this.#internedString(code.co_name);
    const qualname =
      code.co_qualname === code.co_name ? name : (earlyQualname ?? new MarshalNode(code.co_qualname, false));
    node.children = [
      codeBytes,
      consts,
      names,
      localsPlusNames,
      kinds.length === 0 ? this.#bytes(kinds, true) : new MarshalNode(kinds, false),
      this.#fileName(code.co_filename),
      name,
      qualname,
      this.#bytes(code.co_linetable, true),
      this.#bytes(code.co_exceptiontable, true),
    ];
    return node;
  }

  /** The qualified name of a class body, which is a constant of it as well. */
  #classQualname(code: CodeBlob): MarshalNode | undefined {
    const { co_qualname, co_names } = code;
    if (
      co_qualname === code.co_name ||
      (code.co_flags & CO_OPTIMIZED) !== 0 ||
      co_names[0] !== "__name__" ||
      !co_names.includes("__qualname__") ||
      !code.co_consts.some((constant) => this.#keys.key(constant) === this.#keys.key(co_qualname))
    ) {
      return undefined;
    }
    if (isNameLike(co_qualname)) {
      return this.#internedString(co_qualname);
    }
    const node = new MarshalNode(co_qualname, false);
    const key = this.#keys.key(co_qualname);
    if (!this.#cache.has(key)) {
      this.#cache.set(key, node);
    }
    return node;
  }

  /** The caller of `compile` holds it. */
  #fileName(fileName: Text): MarshalNode {
    return getOrAdd(this.#fileNames, this.#keys.key(fileName), () => {
      const node = new MarshalNode(fileName, false);
      node.references = 1;
      return node;
    });
  }

  #collectIdentifiers(root: CodeBlob): void {
    const todo = [root];
    for (let code = todo.pop(); code !== undefined; code = todo.pop()) {
      this.#internedEarly.add(code.co_name);
      for (const name of [...code.co_names, ...code.co_localsplusnames]) {
        this.#internedEarly.add(name);
      }
      for (const constant of code.co_consts) {
        if (constant instanceof CodeBlob) {
          todo.push(constant);
        }
      }
    }
  }
}

type Container = TupleConstant | ListConstant | SetConstant | FrozenSetConstant | DictConstant;

function isContainer(value: Plain): value is Container {
  return (
    value instanceof TupleConstant ||
    value instanceof ListConstant ||
    value instanceof SetConstant ||
    value instanceof FrozenSetConstant ||
    value instanceof DictConstant
  );
}

function getOrAdd<Key>(map: Map<Key, MarshalNode>, key: Key, make: () => MarshalNode): MarshalNode {
  let node = map.get(key);
  if (node === undefined) {
    node = make();
    map.set(key, node);
  }
  return node;
}

/** Is the text one object with its equals, interned or of one character? */
export const isImmortalText = (text: string): boolean => isNameLike(text) || isLatin1Character(text);

/** Is it an int that is there only once? */
export const isSmallInt = (value: unknown): value is number => typeof value === "number" && value >= -5 && value <= 256;

/** Such string constants are interned. */
function isNameLike(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isLetter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
    if (!isLetter && !(unit >= 0x30 && unit <= 0x39) && unit !== UNDERSCORE) return false;
  }
  return true;
}

const UNDERSCORE = 0x5f;

/** These exist once in every 3.12.7 interpreter. */
function isLatin1Character(text: string): boolean {
  return text.length === 1 && text.charCodeAt(0) < 256;
}
