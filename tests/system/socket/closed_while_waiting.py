# A socket that one thread closes while another waits for it: the one who waits goes on waiting. (What it finds when the time
# is over is the kernel's business, and differs.)
import select
import socket
import threading
import time

one, two = socket.socketpair()


def wait():
    try:
        select.select([one], [], [], 1)
    except (OSError, ValueError):
        pass
    print("time is over")


thread = threading.Thread(target=wait)
thread.start()
time.sleep(0.2)
one.close()
time.sleep(0.2)
print(thread.is_alive())
thread.join()
print("done")
