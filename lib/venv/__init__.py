"""Virtual environments: a folder with an interpreter and site-packages of its own (PEP 405).

The interpreter starts in one when a file pyvenv.cfg lies beside it or one folder up; `site` then sets sys.prefix to that
folder. Classes, options and the text of pyvenv.cfg are CPython's; the code is not. Trap: what is linked or written as
bin/python is not a binary but starts the Node script that this interpreter is.
"""
import argparse
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import types

CORE_VENV_DEPS = ("pip",)
_SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scripts")
_PLACES = {
    "__VENV_DIR__": "env_dir",
    "__VENV_NAME__": "env_name",
    "__VENV_PROMPT__": "prompt",
    "__VENV_BIN_NAME__": "bin_name",
    "__VENV_PYTHON__": "env_exe",
}


class EnvBuilder:
    """Makes environments. A subclass changes a step by overriding its method."""

    def __init__(self, system_site_packages=False, clear=False, symlinks=False, upgrade=False, with_pip=False,
                 prompt=None, upgrade_deps=False):
        self.system_site_packages = system_site_packages
        self.clear = clear
        self.symlinks = symlinks
        self.upgrade = upgrade
        self.with_pip = with_pip
        self.orig_prompt = prompt
        self.prompt = os.path.basename(os.getcwd()) if prompt == "." else prompt
        self.upgrade_deps = upgrade_deps

    def create(self, env_dir):
        """Make the environment `env_dir`."""
        env_dir = os.path.abspath(env_dir)
        context = self.ensure_directories(env_dir)
        # The library's folders are visible while pip is installed only if they are not the environment's own.
        wanted, self.system_site_packages = self.system_site_packages, False
        self.create_configuration(context)
        self.setup_python(context)
        if self.with_pip:
            self._setup_pip(context)
        if not self.upgrade:
            self.setup_scripts(context)
            self.post_setup(context)
        if wanted:
            self.system_site_packages = True
            self.create_configuration(context)
        if self.upgrade_deps:
            self.upgrade_dependencies(context)

    def clear_directory(self, path):
        for entry in os.scandir(path):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                os.remove(entry.path)

    def ensure_directories(self, env_dir):
        """Make the folders; gives a namespace with the names that the other steps need."""
        if os.pathsep in os.fspath(env_dir):
            raise ValueError(f"Refusing to create a venv in {env_dir} because it contains the PATH separator "
                             f"{os.pathsep}.")
        if os.path.exists(env_dir) and self.clear:
            self.clear_directory(env_dir)
        executable = sys._base_executable
        if not executable:
            raise ValueError("Unable to determine path to the running Python interpreter. Provide an explicit path or "
                             "check that your PATH environment variable is correctly set.")
        variables = {"base": env_dir, "platbase": env_dir, "installed_base": env_dir, "installed_platbase": env_dir}

        def folder(scheme_path):
            return sysconfig.get_path(scheme_path, scheme="venv", vars=variables)

        context = types.SimpleNamespace()
        context.env_dir = env_dir
        context.env_name = os.path.basename(env_dir)
        context.prompt = f"({context.env_name if self.prompt is None else self.prompt}) "
        context.executable = executable
        context.python_dir, context.python_exe = os.path.split(os.path.abspath(executable))
        context.inc_path = folder("include")
        context.lib_path = folder("purelib")
        context.bin_path = folder("scripts")
        context.bin_name = os.path.relpath(context.bin_path, env_dir)
        context.env_exe = os.path.join(context.bin_path, context.python_exe)
        context.env_exec_cmd = context.env_exe
        for path in (env_dir, context.inc_path, context.lib_path, context.bin_path):
            self._make_folder(path)
        lib64 = os.path.join(env_dir, "lib64")
        if sys.maxsize > 2 ** 32 and os.name == "posix" and sys.platform != "darwin" and not os.path.lexists(lib64):
            os.symlink("lib", lib64)
        return context

    def _make_folder(self, path):
        if os.path.islink(path) or os.path.isfile(path):
            raise ValueError(f"Unable to create directory {path!r}")
        os.makedirs(path, exist_ok=True)

    def create_configuration(self, context):
        """Write pyvenv.cfg."""
        context.cfg_path = os.path.join(context.env_dir, "pyvenv.cfg")
        lines = [
            ("home", context.python_dir),
            ("include-system-site-packages", "true" if self.system_site_packages else "false"),
            ("version", "%d.%d.%d" % sys.version_info[:3]),
        ]
        if self.prompt is not None:
            lines.append(("prompt", repr(self.prompt)))
        lines.append(("executable", os.path.realpath(sys.executable)))
        lines.append(("command", self._command(context)))
        with open(context.cfg_path, "w", encoding="utf-8") as file:
            file.writelines(f"{key} = {value}\n" for key, value in lines)

    def _command(self, context):
        options = [
            ("--symlinks" if os.name == "nt" else "--copies", self.symlinks == (os.name == "nt")),
            ("--without-pip", not self.with_pip),
            ("--system-site-packages", self.system_site_packages),
            ("--clear", self.clear),
            ("--upgrade", self.upgrade),
            ("--upgrade-deps", self.upgrade_deps),
            (f'--prompt="{self.orig_prompt}"', self.orig_prompt is not None),
        ]
        given = [option for option, is_given in options if is_given]
        return " ".join([sys.executable, "-m venv", *given, context.env_dir])

    def setup_python(self, context):
        """Put the interpreter into the environment, under its own name and those of Python."""
        if os.path.lexists(context.env_exe):
            if not self.upgrade and os.path.exists(context.env_exe):
                os.remove(context.env_exe)
        if not os.path.lexists(context.env_exe):
            self._place_interpreter(os.path.realpath(context.executable), context.env_exe)
        for name in ("python", "python3", f"python3.{sys.version_info[1]}"):
            path = os.path.join(context.bin_path, name)
            if not os.path.lexists(path):
                os.symlink(context.python_exe, path)

    def _place_interpreter(self, source, target):
        if self.symlinks:
            os.symlink(source, target)
            return
        # The launcher finds its folder by its own file; the script beside it does not ask.
        source = os.path.join(os.path.dirname(source), "cli.js")
        with open(target, "w", encoding="utf-8") as file:
            file.write(f"#!/usr/bin/env node\nrequire({_js_string(source)});\n")
        os.chmod(target, 0o755)

    def _setup_pip(self, context):
        self._call_new_python(context, "-m", "ensurepip", "--upgrade", "--default-pip", stderr=subprocess.STDOUT)

    def _call_new_python(self, context, *arguments, **options):
        """Run the environment's interpreter, without what PYTHON* variables say."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment["VIRTUAL_ENV"] = context.env_dir
        options.setdefault("cwd", context.env_dir)
        subprocess.check_output([context.env_exec_cmd, *arguments], env=environment, **options)

    def setup_scripts(self, context):
        """Install the activation scripts."""
        self.install_scripts(context, _SCRIPTS)

    def post_setup(self, context):
        """For subclasses: the environment is ready."""

    def replace_variables(self, text, context):
        """Put the environment's own names into a script that is not read by a shell."""
        for place, attribute in _PLACES.items():
            text = text.replace(place, getattr(context, attribute))
        return text

    def install_scripts(self, context, path):
        """Install the scripts below `path`: those in `common` and in a folder called like `os.name`, or all beside."""
        for folder, folders, files in os.walk(path):
            if folder == path:
                folders[:] = [name for name in folders if name in ("common", os.name)]
            elif "__pycache__" in folder:
                continue
            for name in files:
                self._install_script(context, os.path.join(folder, name), name)

    def _install_script(self, context, source, name):
        with open(source, encoding="utf-8") as file:
            text = file.read()
        quote = _ps1_string if name.endswith(".ps1") else shlex.quote
        for place, attribute in _PLACES.items():
            text = text.replace(place, quote(getattr(context, attribute)))
        target = os.path.join(context.bin_path, name)
        with open(target, "w", encoding="utf-8") as file:
            file.write(text)
        shutil.copymode(source, target)

    def upgrade_dependencies(self, context):
        """Have pip install the newest of what every environment has."""
        command = [context.env_exec_cmd, "-m", "pip", "install", "--upgrade", *CORE_VENV_DEPS]
        subprocess.check_output(command)


def _js_string(text):
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r"}
    return '"' + "".join(escapes.get(letter, letter) for letter in text) + '"'


def _ps1_string(text):
    return "'" + text.replace("'", "''") + "'"


def create(env_dir, system_site_packages=False, clear=False, symlinks=False, with_pip=False, prompt=None,
           upgrade_deps=False):
    """Make an environment; the arguments are those of EnvBuilder."""
    builder = EnvBuilder(system_site_packages=system_site_packages, clear=clear, symlinks=symlinks, with_pip=with_pip,
                         prompt=prompt, upgrade_deps=upgrade_deps)
    builder.create(env_dir)


def main(args=None):
    parser = argparse.ArgumentParser(prog="venv", description="Creates virtual Python environments in one or more "
                                     "target directories.", epilog="Once an environment has been created, you may wish "
                                     "to activate it, e.g. by sourcing an activate script in its bin directory.")
    add = parser.add_argument
    add("dirs", metavar="ENV_DIR", nargs="+", help="A directory to create the environment in.")
    add("--system-site-packages", action="store_true", dest="system_site",
        help="Give the virtual environment access to the system site-packages dir.")
    kinds = parser.add_mutually_exclusive_group()
    kinds.add_argument("--symlinks", action="store_true", default=os.name != "nt", dest="symlinks",
                       help="Try to use symlinks rather than copies, when symlinks are not the default.")
    kinds.add_argument("--copies", action="store_false", dest="symlinks",
                       help="Try to use copies rather than symlinks, even when symlinks are the default.")
    add("--clear", action="store_true", help="Delete the contents of the environment directory if it already exists, "
        "before environment creation.")
    add("--upgrade", action="store_true", help="Upgrade the environment directory to use this version of Python, "
        "assuming Python has been upgraded in-place.")
    add("--without-pip", action="store_false", dest="with_pip",
        help="Skips installing or upgrading pip in the virtual environment (pip is bootstrapped by default)")
    add("--prompt", help="Provides an alternative prompt prefix for this environment.")
    add("--upgrade-deps", action="store_true", help="Upgrade core dependencies (pip) to the latest version in PyPI")
    options = parser.parse_args(args)
    if options.upgrade and options.clear:
        raise ValueError("you cannot supply --upgrade and --clear together.")
    builder = EnvBuilder(system_site_packages=options.system_site, clear=options.clear, symlinks=options.symlinks,
                         upgrade=options.upgrade, with_pip=options.with_pip, prompt=options.prompt,
                         upgrade_deps=options.upgrade_deps)
    for folder in options.dirs:
        builder.create(folder)
