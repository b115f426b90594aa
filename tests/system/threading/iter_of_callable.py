"""A thread that waits in the step of an iter(callable, sentinel) lets the others run."""
import queue
import threading
import time

def consume(source, into):
    for item in iter(source.get, None):
        into.append(item)

def consume_python(source, into):
    for item in iter(lambda: source.get(), None):
        into.append(item)

for make in queue.SimpleQueue, queue.Queue:
    for consumer in consume, consume_python:
        source, into = make(), []
        threads = [threading.Thread(target=consumer, args=(source, into)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for number in range(400):
            source.put(number)
            if number % 50 == 0:
                time.sleep(0.002)
        for _ in threads:
            source.put(None)
        for thread in threads:
            thread.join()
        print(make.__name__, consumer.__name__, sorted(into) == list(range(400)))

def stop():
    raise StopIteration

ends = []
def until_stop():
    walked = iter(stop, None)
    ends.append(list(walked))
    for _ in walked:
        ends.append("not at its end")
    ends.append(next(walked, "end"))

thread = threading.Thread(target=until_stop)
thread.start()
thread.join()
print(ends)
