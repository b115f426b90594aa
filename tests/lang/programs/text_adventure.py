# A small game run from a script of commands.
from dataclasses import dataclass, field


@dataclass
class Room:
    name: str
    exits: dict = field(default_factory=dict)
    items: list = field(default_factory=list)


class Game:
    def __init__(self):
        hall, cellar, attic = Room("hall", items=["lamp"]), Room("cellar", items=["gold"]), Room("attic")
        hall.exits.update(down=cellar, up=attic)
        cellar.exits["up"] = hall
        attic.exits["down"] = hall
        self.room, self.bag, self.over = hall, [], False

    def do_go(self, way):
        if self.room.name == "hall" and way == "down" and "lamp" not in self.bag:
            return "too dark"
        try:
            self.room = self.room.exits[way]
        except KeyError:
            return f"no way {way}"
        return f"you are in the {self.room.name}"

    def do_take(self, item):
        if item not in self.room.items:
            return f"no {item} here"
        self.room.items.remove(item)
        self.bag.append(item)
        return f"taken {item}"

    def do_look(self):
        return f"{self.room.name}: items {self.room.items or 'none'}, exits {', '.join(sorted(self.room.exits))}"

    def do_quit(self):
        self.over = True
        return "bye"

    def run(self, commands):
        for command in commands:
            if self.over:
                return
            verb, *args = command.split()
            action = getattr(self, f"do_{verb}", None)
            if action is None:
                yield f"what is {verb}?"
                continue
            try:
                yield action(*args)
            except TypeError as error:
                yield str(error).replace("Game.", "")


game = Game()
for line in game.run(["look", "go down", "take lamp", "take lamp", "go down", "take gold", "look", "go east", "go up", "go", "dance", "look now", "quit", "look"]):
    print(">", line)
print(game.bag, game.over)
