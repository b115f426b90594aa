# Accounts, transactions that roll back, and errors with state.
class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.missing = amount - account.balance


class Account:
    _next = 1

    def __init__(self, owner, balance=0):
        self.number = Account._next
        Account._next += 1
        self.owner, self._balance, self.history = owner, balance, []

    @property
    def balance(self):
        return self._balance

    def change(self, amount):
        if self._balance + amount < 0:
            raise InsufficientFunds(self, -amount)
        self._balance += amount
        self.history.append(amount)

    def __repr__(self):
        return f"<{self.owner} #{self.number}: {self._balance}>"


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(a._balance, a.history[:]) for a in self.accounts]
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            for account, (balance, history) in zip(self.accounts, self.saved):
                account._balance, account.history = balance, history
            print("rolled back:", value)
        return kind is InsufficientFunds

    def move(self, amount, source, target):
        target.change(amount)
        source.change(-amount)


ann, bob = Account("Ann", 100), Account("Bob")
with Transaction(ann, bob) as t:
    t.move(60, ann, bob)
print(ann, bob)
with Transaction(ann, bob) as t:
    t.move(10, ann, bob)
    t.move(500, ann, bob)
print(ann, bob, ann.history, bob.history)
try:
    bob.change(-1000)
except InsufficientFunds as error:
    print(error.missing)
