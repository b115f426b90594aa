"""Show a page in the user's web browser.

    import webbrowser
    webbrowser.open('https://docs.python.org')

Browsers are known by name and tried in an order: those of the environment variable BROWSER (names or command lines
with %s for the address, separated by colons), then those of the desktop that are installed, then those of the terminal.
"""
import os
import shlex
import shutil
import subprocess
import sys
import threading
import warnings

__all__ = ['Error', 'open', 'open_new', 'open_new_tab', 'get', 'register']


class Error(Exception):
    """No browser could be found."""


_lock = threading.RLock()
#: Lower-case name to [class or None, instance or None].
_browsers = {}
#: Names in the order in which they are tried; None until somebody asks.
_tryorder = None
#: What the desktop says its user prefers.
_os_preferred_browser = None


def register(name, klass, instance=None, *, preferred=False):
    """Make a browser known by its name.

    klass makes one when it is wanted, unless there is an instance; a preferred one is tried before the others."""
    with _lock:
        _know_standard_browsers()
        _browsers[name.lower()] = [klass, instance]
        is_default = bool(_os_preferred_browser) and f'{name}.desktop' == _os_preferred_browser
        if preferred or is_default:
            _tryorder.insert(0, name)
        else:
            _tryorder.append(name)


def _know_standard_browsers():
    if _tryorder is None:
        with _lock:
            if _tryorder is None:
                register_standard_browsers()


def get(using=None):
    """The browser of that name or command line, or the first that can be had."""
    _know_standard_browsers()
    for choice in _tryorder if using is None else [using]:
        if '%s' in choice:
            words = shlex.split(choice)
            return BackgroundBrowser(words[:-1]) if words[-1] == '&' else GenericBrowser(words)
        try:
            known = _browsers[choice.lower()]
        except KeyError:
            known = _synthesize(choice)
        if known[1] is not None:
            return known[1]
        if known[0] is not None:
            return known[0]()
    raise Error('could not locate runnable browser')


def open(url, new=0, autoraise=True):
    """Show url; True if a browser took it.

    new: 0 for the same window if possible, 1 for a new window, 2 for a new tab. autoraise: bring it to the front."""
    _know_standard_browsers()
    return any(get(name).open(url, new, autoraise) for name in _tryorder)


def open_new(url):
    """Show url in a new window, if there can be one."""
    return open(url, 1)


def open_new_tab(url):
    """Show url in a new tab, if there can be one."""
    return open(url, 2)


def _synthesize(browser, *, preferred=False):
    """Make a browser known that was given by its path, from a known one whose program has the same name."""
    command = browser.split()[0]
    key = os.path.basename(command).lower()
    known = _browsers.get(key)
    if not shutil.which(command) or known is None or known[1] is None or known[1].basename.lower() != key:
        return [None, None]
    from copy import copy
    twin = copy(known[1])
    twin.name = browser
    twin.basename = os.path.basename(browser)
    register(browser, None, instance=twin, preferred=preferred)
    return [None, twin]


class BaseBrowser:
    """What all browsers have in common. args: the command's arguments, with %s for the address."""

    args = ['%s']

    def __init__(self, name=''):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)

    @staticmethod
    def _check_url(url):
        """An address that looks like an option would be one: refused, as later releases of 3.12 do."""
        if url and url.lstrip().startswith('-'):
            raise ValueError(f'Invalid URL (leading dash disallowed): {url!r}')


class GenericBrowser(BaseBrowser):
    """A browser that is a command, waited for: one of the terminal."""

    def __init__(self, name):
        words = [name] if isinstance(name, str) else list(name)
        self.name = words[0]
        self.args = ['%s'] if isinstance(name, str) else words[1:]
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        return [self.name, *(word.replace('%s', url) for word in self.args)]

    def open(self, url, new=0, autoraise=True):
        sys.audit('webbrowser.open', url)
        self._check_url(url)
        try:
            return not subprocess.Popen(self._command(url)).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A browser that is a command and goes on by itself."""

    def open(self, url, new=0, autoraise=True):
        sys.audit('webbrowser.open', url)
        self._check_url(url)
        try:
            return subprocess.Popen(self._command(url), start_new_session=True).poll() is None
        except OSError:
            return False


class UnixBrowser(BaseBrowser):
    """A browser that may be running already, and is told by options what to do.

    remote_args has %s for the address and %action for one of the remote_action options; raise_opts are the options that
    leave the window where it is, and that bring it to the front."""

    raise_opts = None
    background = False
    redirect_stdout = True
    remote_args = ['%action', '%s']
    remote_action = None
    remote_action_newwin = None
    remote_action_newtab = None

    def _invoke(self, args, remote, autoraise, url=None):
        front = []
        if remote and self.raise_opts:
            option = self.raise_opts[int(autoraise)]
            front = [option] if option else []
        if remote or self.background:
            stdin = subprocess.DEVNULL
        else:
            stdin = None
        quiet = subprocess.DEVNULL if stdin is not None and self.redirect_stdout else None
        process = subprocess.Popen([self.name, *front, *args], close_fds=True, stdin=stdin, stdout=quiet, stderr=quiet,
                                   start_new_session=True)
        if remote:
            # One that is running takes the address and ends soon; one that was not is the browser itself.
            try:
                return not process.wait(5)
            except subprocess.TimeoutExpired:
                return True
        if self.background:
            return process.poll() is None
        return not process.wait()

    def open(self, url, new=0, autoraise=True):
        sys.audit('webbrowser.open', url)
        if new == 0:
            action = self.remote_action
        elif new == 1 or new == 2 and self.remote_action_newtab is None:
            action = self.remote_action_newwin
        elif new == 2:
            action = self.remote_action_newtab
        else:
            raise Error(f"Bad 'new' parameter to open(); expected 0, 1, or 2, got {new}")
        self._check_url(url.replace('%action', action))
        words = [word.replace('%s', url).replace('%action', action) for word in self.remote_args]
        words = [word for word in words if word]
        if self._invoke(words, True, autoraise, url):
            return True
        # It was not running: it is started.
        return self._invoke([word.replace('%s', url) for word in self.args], False, False)


class Mozilla(UnixBrowser):
    """Firefox and its kin."""

    remote_action = ''
    remote_action_newwin = '-new-window'
    remote_action_newtab = '-new-tab'
    background = True


class Epiphany(UnixBrowser):
    """GNOME's browser."""

    raise_opts = ['-noraise', '']
    remote_action = '-n'
    remote_action_newwin = '-w'
    background = True


class Chrome(UnixBrowser):
    """Google Chrome."""

    remote_action = ''
    remote_action_newwin = '--new-window'
    remote_action_newtab = ''
    background = True


class Chromium(Chrome):
    """Chromium."""


class Opera(Chrome):
    """Opera."""


class Edge(Chrome):
    """Microsoft Edge."""


class Elinks(UnixBrowser):
    """ELinks, in a terminal."""

    remote_args = ['-remote', 'openURL(%s%action)']
    remote_action = ''
    remote_action_newwin = ',new-window'
    remote_action_newtab = ',new-tab'
    #: It draws on what it would lose.
    redirect_stdout = False


class Konqueror(BaseBrowser):
    """KDE's file manager and browser."""

    def open(self, url, new=0, autoraise=True):
        sys.audit('webbrowser.open', url)
        self._check_url(url)
        action = 'newTab' if new == 2 else 'openURL'
        quiet = {'stdin': subprocess.DEVNULL, 'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
        try:
            subprocess.Popen(['kfmclient', action, url], **quiet).wait()
            return True
        except OSError:
            pass
        for command in (['konqueror', '--silent', url], ['kfm', '-d', url]):
            try:
                return subprocess.Popen(command, start_new_session=True, **quiet).poll() is None
            except OSError:
                pass
        return False


#: Programs that open whatever the desktop's user prefers.
_OPENERS = {
    'xdg-open': lambda: BackgroundBrowser('xdg-open'),
    'gio': lambda: BackgroundBrowser(['gio', 'open', '--', '%s']),
    'gvfs-open': lambda: BackgroundBrowser('gvfs-open'),
    'x-www-browser': lambda: BackgroundBrowser('x-www-browser'),
}
#: Programs of the desktop, and those of the terminal.
_GRAPHICAL = {
    'firefox': Mozilla, 'iceweasel': Mozilla, 'seamonkey': Mozilla, 'mozilla-firefox': Mozilla, 'mozilla': Mozilla,
    'epiphany': Epiphany,
    'google-chrome': Chrome, 'chrome': Chrome, 'chromium': Chrome, 'chromium-browser': Chrome,
    'opera': Opera,
    'microsoft-edge': Edge,
}
_TEXTUAL = {'www-browser': GenericBrowser, 'links': GenericBrowser, 'elinks': Elinks, 'lynx': GenericBrowser,
            'w3m': GenericBrowser}


def register_X_browsers():
    """Make those known that a desktop under X or Wayland has."""
    for name, make in _OPENERS.items():
        if shutil.which(name):
            register(name, None, make())
    desktop = os.environ.get('XDG_CURRENT_DESKTOP', '').split(':')
    if 'KDE' in desktop or 'KDE_FULL_SESSION' in os.environ:
        if shutil.which('kfmclient'):
            register('kfmclient', Konqueror, Konqueror('kfmclient'))
    for name, browser in _GRAPHICAL.items():
        if shutil.which(name):
            register(name, None, browser(name))
    for name in ('kfm', 'konqueror'):
        if shutil.which(name):
            register(name, Konqueror, Konqueror(name))


def _desktops_choice():
    """The name of the desktop file of the user's browser, or None."""
    command = ['xdg-settings', 'get', 'default-web-browser']
    try:
        answer = subprocess.check_output(command, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.decode().strip()


def register_standard_browsers():
    """Make those known that are installed, and those of the environment variable BROWSER before them."""
    global _tryorder, _os_preferred_browser
    _tryorder = []
    if os.environ.get('DISPLAY') or os.environ.get('WAYLAND_DISPLAY'):
        _os_preferred_browser = _desktops_choice() or _os_preferred_browser
        register_X_browsers()
    if os.environ.get('TERM'):
        for name, browser in _TEXTUAL.items():
            if shutil.which(name):
                register(name, None, browser(name))
    wanted = os.environ.get('BROWSER')
    if wanted is None:
        return
    for choice in reversed(wanted.split(os.pathsep)):
        if choice == '':
            continue
        # Otherwise it is a command line, or a program that nothing else is known of.
        if _synthesize(choice, preferred=True)[1] is None:
            register(choice, None, GenericBrowser(choice), preferred=True)


_USAGE = """Usage: {} [-n | -t | -h] url
    -n: open new window
    -t: open new tab
    -h, --help: show help"""


def main():
    """Open the page that the command line names."""
    import getopt
    usage = _USAGE.format(sys.argv[0])
    try:
        options, rest = getopt.getopt(sys.argv[1:], 'ntdh', ['help'])
    except getopt.error as error:
        print(error, file=sys.stderr)
        print(usage, file=sys.stderr)
        sys.exit(1)
    new = 0
    for option, _ in options:
        if option == '-n':
            new = 1
        elif option == '-t':
            new = 2
        elif option in ('-h', '--help'):
            print(usage, file=sys.stderr)
            sys.exit()
    if len(rest) != 1:
        print(usage, file=sys.stderr)
        sys.exit(1)
    open(rest[0], new)
    print('\a')


if __name__ == '__main__':
    main()
