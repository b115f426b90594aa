"""unittest: cases, fixtures, skips, subtests, assertions and their messages, results."""
import io
import re
import unittest


class Arithmetic(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")

    def setUp(self):
        self.addCleanup(print, "cleanup of", self._testMethodName)

    def test_add(self):
        """Adding works."""
        self.assertEqual(1 + 1, 2)

    def test_fails(self):
        self.assertEqual([1, 2, 3], [1, 5, 3], "lists")

    def test_error(self):
        raise KeyError("lost")

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    def test_subtests(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertNotEqual(i % 2, 1)

    def test_raises(self):
        with self.assertRaises(ValueError) as caught:
            int("x")
        self.assertIn("invalid", str(caught.exception))
        with self.assertRaisesRegex(ZeroDivisionError, "division"):
            1 / 0
        with self.assertWarns(DeprecationWarning):
            import warnings
            warnings.warn("old", DeprecationWarning)
        with self.assertLogs("name", "INFO") as logs:
            import logging
            logging.getLogger("name").warning("careful")
        self.assertEqual(logs.output, ["WARNING:name:careful"])


def normal(text):
    text = re.sub(r"Ran (\d+) tests? in [\d.]+s", r"Ran \1 tests", text)
    return re.sub(r'File ".*[/\\]', 'File "', text)


stream = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(Arithmetic)
print(suite.countTestCases(), [test.id().rpartition(".")[2] for test in suite])
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
print(normal(stream.getvalue()))
print(result)
print(len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
case = unittest.TestCase()
case.maxDiff = None
for name, *args in [("assertEqual", 1, 2), ("assertEqual", "a\nb", "a\nc"), ("assertEqual", {"a": 1}, {"a": 2}), ("assertEqual", (1,), (1, 2)), ("assertEqual", {1}, {2}),
                    ("assertTrue", 0), ("assertIs", [], []), ("assertIsNone", 1), ("assertIn", 1, [2]), ("assertIsInstance", 1, str), ("assertGreater", 1, 2),
                    ("assertAlmostEqual", 1.0, 1.1), ("assertRegex", "abc", "x+"), ("assertCountEqual", [1, 2], [2, 3]), ("assertMultiLineEqual", "a", "b"), ("assertRaises", ValueError, int, "1")]:
    try:
        getattr(case, name)(*args)
    except AssertionError as error:
        print(name, "-", str(error))
