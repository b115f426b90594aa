# termios where there is no terminal, and arguments that are none
import os
import termios

reader, writer = os.pipe()


def show(function, *args):
    try:
        print(function.__name__, function(*args))
    except (termios.error, TypeError, ValueError, OverflowError) as error:
        print(function.__name__, type(error).__name__, error.args)


show(termios.tcgetattr, reader)
show(termios.tcgetattr, 999)
show(termios.tcgetattr, -1)
show(termios.tcgetattr, "x")
show(termios.tcsetattr, reader, termios.TCSANOW, [])
show(termios.tcsetattr, reader, termios.TCSANOW, 5)
show(termios.tcsetattr, reader, termios.TCSANOW, [0, 0, 0, 0, 0, 0, []])
show(termios.tcgetwinsize, reader)
show(termios.tcsetwinsize, reader, (1, 2, 3))
show(termios.tcsetwinsize, reader, 5)
print(termios.error.__mro__, termios.ECHO, termios.NCCS, termios.TIOCGWINSZ)
