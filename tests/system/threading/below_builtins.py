"""A thread that waits inside a callback of a builtin holds up nobody else."""
import itertools
import threading
import time
from threading import Event, Thread


def started(function, *args):
    thread = Thread(target=function, args=args)
    thread.start()
    return thread


def tee():
    entered, leave = Event(), Event()

    class Slow:
        def __iter__(self):
            return self

        def __next__(self):
            entered.set()
            leave.wait()
            return "item"

    one, other = itertools.tee(Slow())
    thread = started(next, one)
    entered.wait()
    try:
        next(other)
    except RuntimeError as error:
        print("tee:", error)
    leave.set()
    thread.join()


def callbacks():
    """The main thread goes on while threads wait below different builtins, and lets them go one by one."""
    class Slow:
        def __init__(self, event):
            self.event = event

        def __str__(self):
            self.event.wait()
            return "text"

        def __eq__(self, other):
            self.event.wait()
            return True

        def __hash__(self):
            return 1

    def generator(event):
        yield 1
        event.wait()
        yield 2

    calls = {
        "sorted": lambda event: sorted([2, 1], key=lambda x: event.wait() and x),
        "list": lambda event: list(generator(event)),
        "map": lambda event: list(map(lambda x: event.wait(), [1])),
        "str": lambda event: str(Slow(event)),
        "format": lambda event: f"{Slow(event)!s:>6}",
        "dict": lambda event: {Slow(event): 1, Slow(event): 2}.popitem()[1],
        "max": lambda event: max(1, 2, key=lambda x: event.wait() and x),
        "exec": lambda event: exec("event.wait()", {"event": event}),
        "join": lambda event: ",".join(str(x) for x in generator(event)),
    }
    results = {}

    def call(name, event):
        results[name] = calls[name](event)

    running = [(name, event, started(call, name, event)) for name in calls for event in [Event()]]
    time.sleep(0.02)
    print("all wait:", results == {})
    for name, event, thread in reversed(running):
        event.set()
        thread.join()
        print(name, results[name])


def one_below_the_other():
    """Each waits below a builtin for the other one's next step."""
    steps = [Event() for _ in range(6)]
    order = []

    def walk(first):
        for number in range(first, 6, 2):
            if number:
                steps[number - 1].wait()
            order.append(number)
            steps[number].set()
        return first

    threads = [started(lambda number: sorted([number], key=walk), first) for first in (1, 0)]
    for thread in threads:
        thread.join()
    print(order)


def main_below():
    """The main thread waits below a builtin, on top of which another one does."""
    asked, answered = Event(), Event()

    def answer(_):
        asked.wait()
        answered.set()
        return "answer"

    def ask(number):
        asked.set()
        answered.wait()
        return -number

    results = []
    thread = Thread(target=lambda: results.extend(map(answer, [1])))
    thread.start()
    print(sorted([1, 2, 3], key=ask))
    thread.join()
    print(results)


def turns():
    """One that computes below a builtin takes turns with the others."""
    seen = []
    stop = Event()

    def compute(_):
        count = 0
        while not stop.is_set():
            count += 1
        seen.append("computed")
        return count

    thread = started(lambda: list(map(compute, [1])))
    time.sleep(0.02)
    total = sum(len(str(number)) for number in range(20_000))
    seen.append(total)
    stop.set()
    thread.join()
    print(seen)


def errors():
    """What is raised below a builtin that others ran on top of."""
    leave = Event()
    caught = []

    def fail(_):
        leave.wait()
        raise ValueError("failed")

    def run():
        try:
            sorted([1], key=fail)
        except ValueError as error:
            caught.append(error.args)

    threads = [started(run) for _ in range(3)]
    time.sleep(0.01)
    leave.set()
    for thread in threads:
        thread.join()
    print(caught)


def locks():
    """A lock that is handed round by threads below builtins."""
    lock = threading.Lock()
    total = 0

    def add(number):
        nonlocal total
        with lock:
            before = total
            time.sleep(0.001)
            total = before + number
        return number

    threads = [started(lambda: list(map(add, range(5)))) for _ in range(4)]
    total_here = sum(map(add, range(5)))
    for thread in threads:
        thread.join()
    print(total, total_here)


tee()
callbacks()
one_below_the_other()
main_below()
turns()
errors()
locks()
left = Thread(target=lambda: list(map(lambda x: Event().wait(), [1])), daemon=True)
left.start()
time.sleep(0.01)
print("a daemon is left where it waits")
