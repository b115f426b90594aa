"""A thread begins with an empty context of its own; what it sets is seen in no other, whenever they take turns."""
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

variable = contextvars.ContextVar("variable", default="default")
variable.set("main")
turns = threading.Barrier(3)
seen = {}


def work(name):
    before = variable.get()
    token = variable.set(name)
    turns.wait()
    inside = variable.get()
    turns.wait()
    variable.reset(token)
    seen[name] = before, inside, variable.get(), len(contextvars.copy_context())


threads = [threading.Thread(target=work, args=[name]) for name in ("first", "second")]
for thread in threads:
    thread.start()
turns.wait()
print(variable.get())
turns.wait()
for thread in threads:
    thread.join()
print(sorted(seen.items()), variable.get())


def sub(number):
    variable.set(f"{variable.get()}:{number}")
    return variable.get()


with ThreadPoolExecutor(max_workers=3) as pool:
    contexts = [contextvars.copy_context() for _ in range(3)]
    for number, context in enumerate(contexts):
        context.run(variable.set, number)
    print(list(pool.map(lambda i: contexts[i].run(sub, i), range(3))), [context[variable] for context in contexts])
copied = contextvars.copy_context()
thread = threading.Thread(target=copied.run, args=[sub, "copied"])
thread.start()
thread.join()
print(copied[variable], variable.get())
