"""Work spread over processes: Pool, ProcessPoolExecutor, a manager's objects."""
import multiprocessing as mp
import os
from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


def fail(number):
    raise ValueError(number)


def end(code):
    os._exit(code)


def change(mapping, items):
    mapping["pid"] = os.getpid()
    items.append(len(items))


if __name__ == "__main__":
    ctx = mp.get_context("spawn")
    with ctx.Pool(2) as pool:
        print(pool.map(square, range(10)), pool.apply(square, (3,)), sorted(pool.imap_unordered(square, range(5))))
        try:
            pool.map(fail, [7])
        except ValueError as error:
            print(repr(error))
    with ProcessPoolExecutor(1, mp_context=ctx) as executor:
        print(list(executor.map(square, range(300), chunksize=10)) == [number**2 for number in range(300)])
        print(repr(executor.submit(fail, 8).exception()))
        print(type(executor.submit(end, 1).exception()).__name__)
    with ctx.Manager() as manager:
        mapping, items = manager.dict(), manager.list([5])
        process = ctx.Process(target=change, args=(mapping, items))
        process.start()
        process.join()
        print(mapping["pid"] == process.pid, list(items))
