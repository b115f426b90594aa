# An event bus with weak typing, priorities, wildcard handlers and errors collected in a group.
import fnmatch


class Bus:
    def __init__(self):
        self.handlers = []

    def on(self, pattern, priority=0):
        def register(function):
            self.handlers.append((-priority, len(self.handlers), pattern, function))
            self.handlers.sort(key=lambda h: h[:2])
            return function

        return register

    def emit(self, name, **data):
        errors = []
        for _, _, pattern, function in self.handlers:
            if fnmatch.fnmatchcase(name, pattern):
                try:
                    function(name, **data)
                except Exception as error:
                    errors.append(error)
        if errors:
            raise ExceptionGroup(f"handlers of {name}", errors)


bus = Bus()


@bus.on("user.*")
def log(name, **data):
    print("log", name, data)


@bus.on("user.login", priority=5)
def check(name, user, **_):
    print("check", user)
    if user == "mallory":
        raise PermissionError(user)


@bus.on("*")
def count(name, n=[0], **_):
    n[0] += 1
    print("event", n[0])
    if name == "broken":
        {}["missing"]


bus.emit("user.login", user="ann")
bus.emit("other")
for name, data in (("user.login", {"user": "mallory"}), ("broken", {})):
    try:
        bus.emit(name, **data)
    except* PermissionError as group:
        print("denied", group.exceptions)
    except* KeyError as group:
        print("key", group)
