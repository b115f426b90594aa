# Many threads ask a package that is being loaded for a name that its __getattr__ imports: all of them get it.
import sys
import threading


def load():
    from concurrent.futures import ThreadPoolExecutor
    done.append(ThreadPoolExecutor.__name__)


for _ in range(3):
    done = []
    threads = [threading.Thread(target=load) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(len(done), set(done))
    for name in "concurrent.futures", "concurrent.futures.thread":
        sys.modules.pop(name, None)
