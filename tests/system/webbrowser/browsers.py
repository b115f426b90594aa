"""Browsers are found, put in order, and started; here each is a script that notes how it was called."""
import os
import tempfile
import time

folder = tempfile.mkdtemp()
log = os.path.join(folder, "log")


def program(name):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(f'#!/bin/sh\necho "{name}" "$@" >> {log}\n')
    os.chmod(path, 0o755)


def ran():
    for _ in range(250):
        if os.path.exists(log):
            break
        time.sleep(0.02)
    time.sleep(0.1)
    with open(log) as file:
        text = file.read()
    os.remove(log)
    return text.strip()


for each in ("firefox", "chromium", "lynx", "elinks", "mine", "epiphany", "xdg-settings", "gio", "opera"):
    program(each)
os.environ["PATH"] = folder
for name in ("DISPLAY", "WAYLAND_DISPLAY", "TERM", "BROWSER", "XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION"):
    os.environ.pop(name, None)

import webbrowser


def show():
    known = {name: [made, type(browser).__name__] for name, (made, browser) in sorted(webbrowser._browsers.items())}
    print(webbrowser._tryorder, known)


def fresh(**variables):
    webbrowser._tryorder = None
    webbrowser._browsers = {}
    webbrowser._os_preferred_browser = None
    for name in ("DISPLAY", "TERM", "BROWSER", "WAYLAND_DISPLAY"):
        os.environ.pop(name, None)
    os.environ.update(variables)


fresh()
for wanted in (None, "nothing at all"):
    try:
        webbrowser.get(wanted)
    except webbrowser.Error as error:
        print(error)
print(webbrowser.open("http://a"))
for variables in ({"TERM": "xterm"}, {"DISPLAY": ":0"}, {"DISPLAY": ":0", "TERM": "x", "BROWSER": "mine:lynx:nothing"}):
    fresh(**variables)
    webbrowser.get()
    show()
os.environ["PATH"] = folder + ":/bin:/usr/bin"
fresh(BROWSER="mine -x %s")
webbrowser.get()
show()
print(webbrowser.open("http://b c"), ran())
fresh(BROWSER="mine %s &")
print(type(webbrowser.get()).__name__)
webbrowser.open("http://b c")
print(ran())
fresh(BROWSER=folder + "/firefox")
webbrowser.get()
print([os.path.basename(name) for name in webbrowser._tryorder])
os.environ["PATH"] = folder
fresh(DISPLAY=":0", TERM="x")
webbrowser.get()
os.environ["PATH"] = folder + ":/bin:/usr/bin"
for name in ("firefox", "chromium", "epiphany", "elinks", "lynx", "opera", "gio"):
    browser = webbrowser.get(name)
    for new in (0, 1, 2):
        result = browser.open("http://y", new=new, autoraise=False)
        # Of one that goes on by itself it is chance.
        print(name, result if name != "gio" else "", ran())
try:
    webbrowser.get("opera").open("http://x", 3)
except webbrowser.Error as error:
    print(error)


class Mine:
    def open(self, url, new=0, autoraise=True):
        print("mine", url, new, autoraise)
        return True


fresh()
webbrowser.register("First", Mine)
webbrowser.register("second", None, Mine(), preferred=True)
show()
print(webbrowser.open_new_tab("u"), webbrowser.open_new("v"), webbrowser.get("FIRST").__class__)
