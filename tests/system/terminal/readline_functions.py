# readline without a terminal: history, its files, hooks, and what is refused
import os
import readline
import tempfile


def show(function, *args):
    try:
        print(function.__name__, args, repr(function(*args)))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


for name in ("completer", "startup_hook", "pre_input_hook", "completion_display_matches_hook"):
    show(getattr(readline, f"set_{name}"), 1)
    show(getattr(readline, f"set_{name}"), None)
show(readline.get_completer)
for entry in ("first", "second", "größe", 1, "a\0b"):
    show(readline.add_history, entry)
for index in (0, 1, 3, 4, "x"):
    show(readline.get_history_item, index)
show(readline.replace_history_item, 0, "changed")
show(readline.remove_history_item, 1)
for position in (-1, 9):
    show(readline.remove_history_item, position)
    show(readline.replace_history_item, position, "x")
show(readline.get_current_history_length)
show(readline.get_history_length)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "history")
    readline.write_history_file(path)
    print(open(path, encoding="utf-8").read(), oct(os.stat(path).st_mode & 0o777))
    readline.add_history("appended")
    readline.append_history_file(1, path)
    readline.set_history_length(2)
    readline.write_history_file(path)
    print(open(path, encoding="utf-8").read())
    readline.clear_history()
    readline.read_history_file(path)
    print([readline.get_history_item(i + 1) for i in range(readline.get_current_history_length())])
for function in (readline.read_history_file, readline.write_history_file, readline.read_init_file):
    show(function, "/no/such/folder/file")
show(readline.append_history_file, 1, "/no/such/folder/file")
show(readline.set_history_length, "a")

show(readline.get_line_buffer)
show(readline.insert_text, "typed")
show(readline.get_line_buffer)
show(readline.set_completer_delims, " ")
show(readline.get_completer_delims)
show(readline.parse_and_bind, "tab: complete")
for function in (readline.parse_and_bind, readline.set_completer_delims, readline.read_history_file):
    show(function, 1)
show(readline.get_begidx)
show(readline.get_completion_type)
