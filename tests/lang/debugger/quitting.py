# pdb: quitting raises BdbQuit in the program; the end of the input quits too.
import bdb
import pdb


def work():
    x = 1
    y = 2
    return x + y


try:
    pdb.runcall(work)
except bdb.BdbQuit:
    print("quit")
try:
    pdb.run("work()\nwork()", globals())
except bdb.BdbQuit:
    print("quit again")
print(work())
pdb.runcall(work)
