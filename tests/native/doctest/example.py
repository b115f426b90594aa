"""doctest: examples in docstrings run, with options, failures and reports.

>>> 1 + 1
2
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
"""
import doctest
import sys


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> add("a", "b")
    'ab'
    >>> add(1, "b")
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    >>> for i in range(2):
    ...     print(add(i, i))
    ...
    0
    2
    """
    return a + b


class Stack:
    """
    >>> s = Stack()
    >>> s.push(1); s.push(2)
    >>> s.pop()
    2
    >>> print(list(range(20))) # doctest: +ELLIPSIS
    [0, 1, ..., 18, 19]
    >>> print("a   b")         # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> skipped                # doctest: +SKIP
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        """
        >>> Stack().push(3)
        """
        self.items.append(item)

    def pop(self):
        return self.items.pop()


WRONG = """
>>> 1 + 1
3
>>> print("x"); print("y")
x
z
>>> undefined
0
>>> raise KeyError("k")
Traceback (most recent call last):
KeyError: 'other'
"""

print(doctest.testmod(sys.modules[__name__]))
finder = doctest.DocTestFinder()
print([(test.name, len(test.examples)) for test in finder.find(Stack, "Stack", globs={})])
parser = doctest.DocTestParser()
for example in parser.get_examples(add.__doc__):
    print(repr(example.source), repr(example.want), example.lineno, example.indent, example.exc_msg)
test = parser.get_doctest(WRONG, {}, "wrong", "<wrong>", 10)
runner = doctest.DocTestRunner(verbose=False)
print(runner.run(test, out=lambda text: print(text.replace(__file__, "<file>"), end="")))
print(runner.summarize(verbose=False))
diff = doctest.DocTestRunner(verbose=True, optionflags=doctest.REPORT_NDIFF | doctest.FAIL_FAST)
diff.run(parser.get_doctest(">>> print('a\\nb')\na\nc\n>>> 1\n1\n", {}, "diff", None, 0))
checker = doctest.OutputChecker()
print(checker.check_output("True\n", "1\n", 0), checker.check_output("a...c", "abc", doctest.ELLIPSIS), checker.check_output("abc\n", "a...c\n", doctest.ELLIPSIS))
try:
    parser.get_examples(">>> a\n  b\n>>>x")
except ValueError as error:
    print(error)
print(doctest.script_from_examples("Text\n>>> 1 + 1\n2\n"))
