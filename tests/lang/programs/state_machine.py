# A turnstile and a traffic light as state machines of functions and generators.
class Turnstile:
    def __init__(self):
        self.state, self.coins = self.locked, 0

    def locked(self, event):
        if event == "coin":
            self.coins += 1
            return self.unlocked
        return self.locked

    def unlocked(self, event):
        return self.locked if event == "push" else self.unlocked

    def feed(self, events):
        for event in events:
            before = self.state.__name__
            self.state = self.state(event)
            yield f"{before} --{event}--> {self.state.__name__}"


t = Turnstile()
print(*t.feed(["push", "coin", "coin", "push"]), sep="\n")
print(t.coins)


def light():
    state = "red"
    transitions = {"red": "green", "green": "yellow", "yellow": "red"}
    while True:
        command = yield state
        if command == "reset":
            state = "red"
        elif command is None:
            state = transitions[state]
        else:
            raise ValueError(command)


l = light()
print(next(l), next(l), next(l), l.send("reset"), next(l))
try:
    l.send("blue")
except ValueError as error:
    print("error", error)
print(list(l))
