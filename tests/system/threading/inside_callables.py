# A thread that waits inside a partial, a cached function, a methodcaller or another object that is called lets the others run.
import functools
import operator
import queue
import threading


def double(questions, answers):
    while (item := questions.get()) is not None:
        answers.put(item * 2)
    return "done"


class Doubler:
    def __call__(self, questions, answers):
        return double(questions, answers)

    def double(self, questions, answers):
        return double(questions, answers)


cached = functools.lru_cache(double)
uncached = functools.lru_cache(0)(double)
targets = {
    "function": lambda *both: (double, both),
    "partial": lambda *both: (functools.partial(double, *both), ()),
    "partial with a name": lambda questions, answers: (functools.partial(double, answers=answers), (questions,)),
    "partial of a partial": lambda *both: (functools.partial(functools.partial(double, both[0]), both[1]), ()),
    "partial of a method": lambda *both: (functools.partial(Doubler().double, *both), ()),
    "cached": lambda *both: (cached, both),
    "uncached": lambda *both: (uncached, both),
    "object": lambda *both: (Doubler(), both),
    "method caller": lambda *both: (operator.methodcaller("double", *both), (Doubler(),)),
    "partial of a method caller": lambda *both: (functools.partial(operator.methodcaller("double", *both), Doubler()), ()),
}
for name, make in targets.items():
    both = queue.Queue(), queue.Queue()
    target, args = make(*both)
    thread = threading.Thread(target=target, args=args, daemon=True)
    thread.start()
    answers = []
    for number in range(3):
        both[0].put(number)
        answers.append(both[1].get())
    both[0].put(None)
    thread.join()
    print(name, answers, thread.is_alive())
print(cached.cache_info(), uncached.cache_info())


@functools.lru_cache(maxsize=3)
def failing(number):
    if number == 2:
        raise ValueError(number)
    return number if number < 2 else failing(number - 1) + 1


for number in 5, 1, 0, 5:
    try:
        print(failing(number))
    except ValueError as error:
        print("ValueError", error, failing.cache_info())
print([functools.partial(divmod, 7)(3), functools.partial(print, "a", end="!\n")("b"), functools.partial(int, base=2)("101")])
try:
    functools.partial(double, 1, 2)(3)
except TypeError as error:
    print(error)
try:
    functools.partial(double, **{"questions": 1})(2, 3)
except TypeError as error:
    print(error)
