# hypothesis: properties that hold, ones that fail and are shrunk, strategies, stateful tests.
import random
from hypothesis import HealthCheck, Phase, assume, example, find, given, seed, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

settings.register_profile("here", database=None, derandomize=True, deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
settings.load_profile("here")


@given(st.lists(st.integers()))
def reversing_twice(items):
    assert list(reversed(list(reversed(items)))) == items


@given(st.text(), st.text())
def joined(a, b):
    assert (a + b).startswith(a)


@given(st.integers(), st.integers())
@example(1, 1)
def small_sums(a, b):
    assume(a > 0 and b > 0)
    assert a + b < 100


reversing_twice()
joined()
try:
    small_sums()
except AssertionError:
    print("a counterexample")
print(find(st.lists(st.integers()), lambda x: sum(x) >= 10), find(st.integers(), lambda x: x > 1000), find(st.text(), lambda s: len(s) >= 3),
      find(st.dictionaries(st.integers(), st.booleans()), lambda d: len(d) >= 2), find(st.floats(), lambda f: f > 1.5))


class Machine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.count = 0

    @rule(step=st.integers(1, 3))
    def add(self, step):
        self.count += step

    @invariant()
    def small(self):
        assert self.count < 8


try:
    run_state_machine_as_test(Machine)
except AssertionError:
    print("machine fails")
print(st.one_of(st.none(), st.sampled_from("abc")), st.builds(complex, st.floats(0, 1), st.just(2)), st.from_regex(r"[a-c]{2}\Z"))
