# pdb: until, jump, and lists of source.
import pdb


def fact(n):
    if n <= 1:
        return 1
    return n * fact(n - 1)


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("not enough")
        self.balance -= amount
        return self.balance


def gen():
    for i in range(3):
        yield i


def main():
    total = x = a = error = 0
    for x in gen():
        total += x
    a = Account(10)
    a.withdraw(3)
    print("total", total, fact(4))
    try:
        a.withdraw(100)
    except ValueError as error:
        print("caught", error)
    return total


pdb.runcall(main)
