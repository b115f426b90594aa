/** The texts of `python --help` and of errors in the command line (CPython Python/initconfig.c). */

export const HELP_HINT = "Try `python -h' for more information.";

export const usageLine = (program: string): string =>
  `usage: ${program} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`;

export const OPTIONS_HELP = `Options (and corresponding environment variables):
-b     : issue warnings about converting bytes/bytearray to str and comparing
         bytes/bytearray with str or bytes with int (-bb: issue errors)
-B     : don't write .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
-c cmd : program passed in as string (terminates option list)
-d     : turn on parser debugging output (for experts only, only works on
         debug builds); also PYTHONDEBUG=x
-E     : ignore PYTHON* environment variables (such as PYTHONPATH)
-h     : print this help message and exit (also -? or --help)
-i     : inspect interactively after running script; forces a prompt even
         if stdin does not appear to be a terminal; also PYTHONINSPECT=x
-I     : isolate Python from the user's environment (implies -E and -s)
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements; add .opt-1 before
         .pyc extension; also PYTHONOPTIMIZE=x
-OO    : do -O changes and also discard docstrings; add .opt-2 before
         .pyc extension
-P     : don't prepend a potentially unsafe path to sys.path; also
         PYTHONSAFEPATH
-q     : don't print version and copyright messages on interactive startup
-s     : don't add user site directory to sys.path; also PYTHONNOUSERSITE=x
-S     : don't imply 'import site' on initialization
-u     : force the stdout and stderr streams to be unbuffered;
         this option has no effect on stdin; also PYTHONUNBUFFERED=x
-v     : verbose (trace import statements); also PYTHONVERBOSE=x
         can be supplied multiple times to increase verbosity
-V     : print the Python version number and exit (also --version)
         when given twice, print more information about the build
-W arg : warning control; arg is action:message:category:module:lineno
         also PYTHONWARNINGS=arg
-x     : skip first line of source, allowing use of non-Unix forms of #!cmd
-X opt : set implementation-specific option
--check-hash-based-pycs always|default|never:
         control how Python invalidates hash-based .pyc files
--help-env: print help about Python environment variables and exit
--help-xoptions: print help about implementation-specific -X options and exit
--help-all: print complete help information and exit

Arguments:
file   : program read from script file
-      : program read from stdin (default; interactive mode if a tty)
arg ...: arguments passed to program in sys.argv[1:]
`;

export const XOPTIONS_HELP = `The following implementation-specific options are available:
-X dev: enable Python Development Mode; also PYTHONDEVMODE=1
-X faulthandler: dump the Python traceback on fatal errors; also
         PYTHONFAULTHANDLER
-X frozen_modules=[on|off]: whether to use frozen modules; the default is "on"
-X importtime: show how long each import takes; also PYTHONPROFILEIMPORTTIME
-X int_max_str_digits=N: limit the size of int<->str conversions; also
         PYTHONINTMAXSTRDIGITS
-X no_debug_ranges: don't include extra location information in code objects;
         also PYTHONNODEBUGRANGES
-X pycache_prefix=PATH: write .pyc files to a parallel tree instead of to the
         code tree; also PYTHONPYCACHEPREFIX
-X tracemalloc[=N]: start tracemalloc, which finds no allocations here; also
         PYTHONTRACEMALLOC
-X utf8[=0|1]: enable (1) or disable (0) UTF-8 mode; also PYTHONUTF8
-X warn_default_encoding: enable opt-in EncodingWarning for 'encoding=None';
         also PYTHONWARNDEFAULTENCODING
`;

export const ENVIRONMENT_HELP = `Environment variables that change behavior:
PYTHONSTARTUP   : file executed on interactive startup (no default)
PYTHONPATH      : ':'-separated list of directories prefixed to the
                  default module search path.  The result is sys.path.
PYTHONHOME      : alternate <prefix> directory
PYTHONINSPECT, PYTHONOPTIMIZE, PYTHONUNBUFFERED, PYTHONVERBOSE,
PYTHONDONTWRITEBYTECODE, PYTHONNOUSERSITE, PYTHONSAFEPATH, PYTHONDEBUG:
                  as the options -i, -O, -u, -v, -B, -s, -P and -d
PYTHONWARNINGS  : warning control (-W)
PYTHONHASHSEED  : if this variable is set to 'random', a random value is used
                  to seed the hashes of str and bytes objects.  It can also be
                  set to an integer in the range [0,4294967295] to get hash
                  values with a predictable seed.
PYTHONFAULTHANDLER: dump the Python traceback on fatal errors
PYTHONPROFILEIMPORTTIME, PYTHONTRACEMALLOC: as the -X options importtime and
                  tracemalloc
PYTHONIOENCODING: encoding[:errors] used for stdin/stdout/stderr
PYTHONINTMAXSTRDIGITS, PYTHONNODEBUGRANGES, PYTHONPYCACHEPREFIX, PYTHONUTF8,
PYTHONWARNDEFAULTENCODING, PYTHONDEVMODE: as the -X options
`;
