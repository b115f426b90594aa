"""unittest.mock: Mock, MagicMock, patch, call, specs."""
from unittest import mock
from unittest.mock import ANY, MagicMock, Mock, call, patch, sentinel

m = Mock(return_value=3, name="m")
print(m(1, x=2), m.called, m.call_count, m.call_args, m.mock_calls)
m.method.return_value.other = 5
print(m.method("a").other, m.method.call_args_list)
m.assert_called_once_with(1, x=2)
try:
    m.assert_called_with(2)
except AssertionError as error:
    print(error)
s = Mock(side_effect=[1, KeyError("k"), 3])
print(s())
try:
    s()
except KeyError as error:
    print(repr(error))
print(s(), Mock(side_effect=lambda x: x * 2)(4))
magic = MagicMock()
magic.__getitem__.return_value = "item"
magic.__len__.return_value = 7
with magic as entered:
    pass
print(magic["k"], len(magic), magic.__getitem__.call_args, int(magic), bool(magic), list(magic))


class Real:
    attribute = 1

    def method(self, a, b=2):
        return "real"


spec = Mock(spec=Real)
print(isinstance(spec, Real), type(spec.method()).__name__)
for action in (lambda: spec.nothing, lambda: mock.create_autospec(Real)().method()):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
with patch.object(Real, "method", return_value="patched") as patched:
    print(Real().method(1), patched.call_args)
print(Real().method(1))
with patch.dict({"a": 1}, {"b": 2}) as d:
    print(d)


@patch("builtins.len", lambda x: 99)
def shorter():
    return len([])


print(shorter(), len([]))
print(call(1, a=2) == call(1, a=2), call.x.y(3), ANY == object(), sentinel.thing, mock.mock_open(read_data="text")("f").read())
parent = Mock()
parent.a(1)
parent.b(2)
print(parent.mock_calls, parent.mock_calls == [call.a(1), call.b(2)])
parent.reset_mock()
print(parent.mock_calls)
