# A coroutine that is dropped unawaited is reported.
async def job():
    return 1


def start():
    job()


start()
print("after")
