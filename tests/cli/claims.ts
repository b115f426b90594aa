/**
 * What introductions say about Python's inner working, and where the tour shows what is true of it: the lesson, and words
 * that stand in it. A row whose words are gone is a claim that is not answered any more.
 */
export interface Claim {
  readonly claim: string;
  /** The number of the lesson's file. */
  readonly lesson: string;
  readonly words: string;
}

const row = (claim: string, lesson: string, words: string): Claim => ({ claim, lesson, words });

export const CLAIMS: readonly Claim[] = [
  row(
    "source is compiled to bytecode, which a virtual machine executes",
    "01",
    "first the source is compiled, silently",
  ),
  row(
    "the steps are lexical analysis, parsing, AST, bytecode",
    "01",
    "the symbol table, a control flow graph that is optimised",
  ),
  row("bytecode is platform independent, and no machine code", "07", "Bytecode is not machine code"),
  row("a .pyc is bound to a version of Python", "18", "refused by its magic number, and compiled anew"),
  row(
    "the virtual machine reads the program line by line",
    "01",
    "A mistake in the last line keeps the first from running",
  ),
  row("the virtual machine fetches, decodes and executes, with a stack", "07", "stack: [1, 10, 2]"),
  row("a script can be executed without bytecode", "02", "Its code object exists all the same"),
  row("Python is interpreted, Python is compiled", "01", "often called an interpreted language. It is both"),
  row("x = 5 + 3 becomes two LOAD_CONST and BINARY_ADD", "01", "only the constant 8"),
  row("print(x + y) uses CALL_FUNCTION", "01", "since 3.11 these are BINARY_OP and CALL"),
  row("a loop runs LOAD_NAME and BINARY_ADD each time", "08", "a function's own names have numbers"),
  row("imported modules get a .pyc, the script does not", "02", "There is `tea`, and no `main`"),
  row("because to run a script twice is rare", "02", "a script is not imported"),
  row("the name is module.cpython-312.pyc", "03", "tea.cpython-312.opt-2.pyc"),
  row("-O makes .pyo files", "03", "the old `.pyo` files ended with Python 3.5"),
  row("a .pyc is magic number, timestamp, size, bytecode", "05", "Sixteen bytes of header"),
  row("the magic number of 3.12 is 42 0d 0d 0a", "05", "`42 0d 0d 0a` is the magic number of Python 3.7"),
  row("a code object has co_code, co_consts, co_names, co_lnotab", "05", "now `co_linetable` has columns too"),
  row("changes are found by a diffing algorithm", "04", "There is no comparison of texts"),
  row("if the source is newer, the file is stale", "04", "An older time makes it stale too"),
  row(
    "other content of the same time and size is noticed",
    "04",
    "another text of the same size with the same time goes unnoticed",
  ),
  row("to delete __pycache__ is harmless", "03", "Deleting the folder does no harm"),
  row(
    "-B, PYTHONDONTWRITEBYTECODE and a read-only folder stop the writing",
    "03",
    "a folder that cannot be written to",
  ),
  row("-B forces a recompilation", "03", "do not force a recompilation"),
  row("online tools hide __pycache__", "03", "online editors and notebooks"),
  row("py_compile, compileall, cache_from_source", "03", "importlib.util.cache_from_source('tea.py')"),
  row("skip 16 bytes, marshal.load, dis.dis", "05", "code = marshal.load(file)"),
  row("a .pyc can be run by itself", "05", "A `.pyc` runs by itself"),
  row("a .pyc makes programs run faster", "14", "it does not make it run faster"),
  row(".pyc files are new", "03", "from Python's first years, and in this folder since 3.2"),
  row("do not commit __pycache__", "03", "It belongs in no repository"),
  row("precompile for a place that cannot be written to", "14", "compile\nbeforehand"),
  row("finder, loader, code, module object, sys.modules", "13", "A finder looks for the module"),
  row("three kinds of modules", "12", "Pure Python, frozen, built in"),
  row("importlib._bootstrap is frozen", "12", "importlib._bootstrap FrozenImporter"),
  row("sys.frozen tells of frozen modules", "12", "`sys.frozen` says nothing about them"),
  row(
    "frozen binaries hold program and interpreter",
    "16",
    "one file with the program, its modules and an interpreter",
  ),
  row("zip files need no __pycache__", "13", "A module in a zip file needs no `__pycache__`"),
  row("a .pyc may be inside of a zip", "16", "a `.pyc` may lie beside the source"),
  row("names refer to objects, assignment does not copy", "09", "Assignment never copies"),
  row("which types are mutable", "10", "list, dict, set and most of your own objects can"),
  row("a tuple cannot change", "10", "a tuple refers to the same objects for ever"),
  row("only immutable objects can be keys", "10", "what counts is not immutable but hashable"),
  row("== compares values, is compares identity", "11", "`==` compares values, `is` asks"),
  row("small ints and short strings are shared", "11", "the ints from -5 to 256"),
  row("each object has a reference count", "15", "Every object has a count of the references to it"),
  row("the collector frees objects without references", "15", "The collector is for what counting cannot free"),
  row("slices and copy.copy are shallow", "09", "only `copy.deepcopy` copies these"),
  row("double underscores are special to Python", "02", "Two underscores at both ends of a name are a convention"),
  row("there are other implementations", "18", "IronPython on .NET, PyPy has a JIT, Stackless (archived now)"),
  row("PyPy compiles hot paths; fib(35) is ten times faster", "17", "fib(35)"),
  row("Stackless runs thousands of tasklets", "18", "ten thousand of them"),
  row("Jython and IronPython reach their hosts' libraries", "18", "clr.AddReference"),
  row("all implementations run the same code", "18", "All run the same code, up to a point"),
];
