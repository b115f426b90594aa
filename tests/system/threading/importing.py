# Threads that import: each module has a lock, who comes second waits, and a circle of waiting threads is seen and broken.
import importlib
import os
import sys
import tempfile
import threading
import types

hub = sys.modules["hub"] = types.ModuleType("hub")
hub.threading = threading
hub.log = []
hub.started = threading.Event()
hub.go_on = threading.Event()

SOURCES = {
    # Starts a thread that imports it, and gives it time to wait for that.
    "waited_for": """
import hub
before = 1
hub.start(hub.importer)
hub.go_on.wait(0.05)
hub.log.append(("end of", __name__))
after = 2
""",
    # As above, and waits for the thread: that cannot end before the module has.
    "joiner": """
import hub
thread = hub.start(hub.importer)
thread.join(0.05)
hub.log.append(("thread is alive", thread.is_alive()))
""",
    "slow": """
import hub
hub.log.append("slow runs")
hub.started.set()
hub.go_on.wait(0.05)
done = 1
""",
    "failing": """
import hub
hub.count = getattr(hub, "count", 0) + 1
hub.started.set()
hub.go_on.wait(0.05)
raise ValueError(f"attempt {hub.count}")
""",
    # Two threads, a circle: one of them is given the other's module half made.
    "left": """
import hub
hub.left.set()
hub.right.wait(5)
import right
hub.log.append(("left saw a whole right", hasattr(right, "done")))
done = 1
""",
    "right": """
import hub
hub.right.set()
hub.left.wait(5)
import left
hub.log.append(("right saw a whole left", hasattr(left, "done")))
done = 1
""",
    "package/__init__": """
import hub
hub.start(hub.importer)
hub.go_on.wait(0.05)
done = 1
""",
    "package/child": "import package\nwhole = hasattr(package, 'done')\n",
    # Its name comes from a module that another thread is loading, by way of __getattr__.
    "lazy/__init__": """
def __getattr__(name):
    if name == "lent":
        from slow import done
        return done
    raise AttributeError(name)
""",
    # A lock that only the main thread lets go of is waited for inside of exec(), inside of a module.
    "locked": """
import hub
hub.started.set()
exec("with hub.lock: hub.log.append('the lock is there')")
""",
}


def start(function):
    thread = threading.Thread(target=function)
    thread.start()
    hub.threads.append(thread)
    return thread


def join():
    for thread in hub.threads:
        thread.join()
    hub.threads.clear()


def show(title):
    print(f"{title}:", *hub.log, sep="\n    ")
    hub.log.clear()
    hub.started.clear()


hub.start = start
hub.threads = []


def statement():
    import waited_for
    hub.log.append(("import", waited_for.after))


def from_statement():
    from waited_for import after
    hub.log.append(("from", after))


def by_function():
    hub.log.append(("__import__", __import__("waited_for").after))


def by_keywords():
    hub.log.append(("__import__ with keywords", __import__(name="waited_for", fromlist=["after"], level=0).after))


def by_importlib():
    hub.log.append(("importlib", importlib.import_module("waited_for").after))


def by_exec():
    namespace = {}
    exec("import waited_for\nafter = waited_for.after", namespace)
    hub.log.append(("exec", namespace["after"], eval("__import__('waited_for').after")))


def by_class():
    class Body:
        import waited_for
    hub.log.append(("class body", Body.waited_for.after))


def by_generator():
    def values():
        import waited_for
        yield waited_for.after
    for value in values():
        hub.log.append(("generator", value))


def joined():
    import joiner
    hub.log.append(("whole", hasattr(joiner, "thread")))


def fails(number):
    try:
        import failing
    except ValueError as error:
        hub.log.append(("failed", number, str(error)))
    else:
        hub.log.append(("given what failed", number, failing.__name__ in sys.modules))


def imports(name):
    return lambda: importlib.import_module(name)


def slow(number):
    import slow
    hub.log.append(("whole", slow.done))


def child():
    import package.child
    hub.log.append(("package", package.done, "child", package.child.whole))


def lent():
    from lazy import lent
    hub.log.append(("lent", lent))
    try:
        from lazy import nothing
    except ImportError as error:
        hub.log.append(str(error).split(" (")[0])


def from_package():
    from package import child as module
    hub.log.append(("from package", module.whole))


def asked():
    hub.log.append(("hasattr", hasattr(lazy, "lent"), hasattr(lazy, "nothing")))


def fetched():
    hub.log.append(("getattr", getattr(lazy, "lent"), getattr(lazy, "nothing", "otherwise")))
    try:
        getattr(lazy, "nothing")
    except AttributeError as error:
        hub.log.append(str(error))


with tempfile.TemporaryDirectory() as folder:
    for name in "package", "lazy":
        os.mkdir(f"{folder}/{name}")
    for name, source in SOURCES.items():
        with open(f"{folder}/{name}.py", "w") as file:
            file.write(source)
    sys.path.insert(0, folder)

    for cache in "without a cache", "with one":
        print(cache)
        for importer in (
            statement, from_statement, by_function, by_keywords, by_importlib, by_exec, by_class, by_generator
        ):
            hub.importer = importer
            sys.modules.pop("waited_for", None)
            import waited_for
            join()
            show(importer.__name__)
        hub.importer = joined
        sys.modules.pop("joiner", None)
        import joiner
        join()
        show("a module that waits for the thread that waits for it")
        for hub.importer in child, from_package:
            for name in "package", "package.child":
                sys.modules.pop(name, None)
            import package
            join()
            show(f"package, {hub.importer.__name__}")

    print("threads only")
    for number in range(4):
        start(lambda: slow(number))
    join()
    show("four import one")
    del sys.modules["slow"]
    import lazy
    start(lambda: slow(0))
    hub.started.wait()
    start(lent)
    start(lent)
    join()
    hub.log.sort(key=str)
    show("a name that __getattr__ imports")
    del sys.modules["slow"]
    start(lambda: slow(0))
    hub.started.wait()
    for ask in asked, fetched, asked, fetched:
        start(ask)
    join()
    hub.log.sort(key=str)
    show("asked for by builtins")
    start(lambda: fails(1))
    hub.started.wait()
    fails(0)
    join()
    hub.log.sort()
    show("who waited for a module that fails has it")
    hub.left, hub.right = threading.Event(), threading.Event()
    start(imports("left"))
    start(imports("right"))
    join()
    print("circle:", len(hub.log), "one of them half made:", sorted(each[1] for each in hub.log))
    print(sys.modules["left"].done, sys.modules["right"].done)
    hub.log.clear()
    hub.lock = threading.Lock()
    hub.lock.acquire()
    start(imports("locked"))
    hub.started.wait()
    hub.log.append("the main thread goes on")
    hub.lock.release()
    join()
    show("a lock inside of exec")
