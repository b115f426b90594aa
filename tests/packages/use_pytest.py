# pytest: a small suite with fixtures, parameters, marks, failures and their explanations.
import contextlib
import io
import os
import pathlib
import re
import sys
import pytest

pathlib.Path("test_small.py").write_text('''
import pytest

@pytest.fixture
def numbers():
    yield [1, 2, 3]

@pytest.fixture(scope="module", params=["a", "b"])
def letter(request):
    return request.param

def test_passes(numbers):
    assert sum(numbers) == 6

def test_fails(numbers):
    expected = {"a": [1, 2], "b": "text"}
    assert {"a": numbers, "b": "test"} == expected

@pytest.mark.parametrize("value, square", [(2, 4), (3, 9), (4, 15)], ids=str)
def test_square(value, square):
    assert value ** 2 == square, "no square"

def test_letter(letter, tmp_path, capsys):
    (tmp_path / letter).write_text(letter)
    print("said", letter)
    assert capsys.readouterr().out == f"said {letter}\\n"

def test_raises():
    with pytest.raises(ValueError, match="inval.d"):
        int("x") if False else (_ for _ in ()).throw(ValueError("invalid"))

@pytest.mark.skip(reason="not now")
def test_skipped():
    assert False

@pytest.mark.xfail(strict=True)
def test_expected_failure():
    assert 0.1 + 0.2 == 0.3

def test_approx(monkeypatch):
    monkeypatch.setenv("NAME", "value")
    assert 0.1 + 0.2 == pytest.approx(0.3)

class TestClass:
    def setup_method(self):
        self.value = 1

    def test_method(self):
        assert self.value in (2, 3)

def test_error(missing):
    pass
''')
sys.dont_write_bytecode = True
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # those of the packages that happen to be there
output = io.StringIO()
with contextlib.redirect_stdout(output):
    status = pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:warnings", "--no-header", "-rA", "--tb=short", "test_small.py"])
text = output.getvalue().replace(str(pathlib.Path.cwd()), "<here>")
print(re.sub(r"0x[0-9a-f]+", "0x...", re.sub(r"in [0-9.]+s", "in some time", text)))
print(status, int(status))
