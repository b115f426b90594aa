# logging: loggers, levels, handlers, formatters, filters, configuration.
import io
import logging
import logging.config
import logging.handlers
import sys

stream = io.StringIO()
root = logging.getLogger()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(message)s"))
root.addHandler(handler)
root.setLevel(logging.INFO)
log = logging.getLogger("app.db")


def query(sql):
    log.debug("hidden %s", sql)
    log.info("running %r in %dms", sql, 15)
    log.warning("%(a)s and %(b)s", {"a": 1, "b": 2})


query("select 1")
log.error("plain 100%")
log.critical("bye %s", "now")
log.log(logging.INFO + 5, "custom level")
try:
    {}["key"]
except KeyError:
    log.exception("failed")
print(stream.getvalue().replace(__file__, "FILE"))
print(log, root, log.parent is root, log.getEffectiveLevel(), log.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(25), logging.getLogger("app.db") is log, log.getChild("x").name, log.hasHandlers(), handler)


class Shout(logging.Filter):
    def filter(self, record):
        record.msg = "* " + str(record.msg)
        record.user = "ann"
        return "secret" not in record.getMessage().lower()


out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("{user} {levelname:>8} {message}", style="{"))
out.addFilter(Shout())
app = logging.getLogger("app")
app.propagate = False
app.addHandler(out)
app.setLevel("DEBUG")
app.debug("shown")
app.info("a secret thing")
logging.getLogger("app.sub.deep").warning("from below")
adapter = logging.LoggerAdapter(app, {"request": 7})
adapter.info("adapted")


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Prefix(app, {"id": 9}).warning("x %d", 3)
memory = logging.handlers.MemoryHandler(10, logging.ERROR, target=logging.StreamHandler(sys.stdout))
buffered = logging.getLogger("buffered")
buffered.propagate = False
buffered.addHandler(memory)
buffered.warning("one")
buffered.warning("two")
print("nothing yet", len(memory.buffer))
buffered.error("flush now")
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"format": "%(levelname).1s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout", "level": "INFO"}},
    "loggers": {"configured": {"handlers": ["console"], "level": "DEBUG", "propagate": False}},
})
logging.getLogger("configured").info("via dict")
logging.getLogger("configured").debug("too low")
logging.addLevelName(5, "TRACE")
print(logging.getLevelName(5), logging.TRACE if hasattr(logging, "TRACE") else "no attribute")
record = logging.makeLogRecord({"name": "n", "msg": "made %s", "args": ("up",), "levelno": 40, "levelname": "ERROR"})
print(record.getMessage(), logging.Formatter().format(record), logging.Formatter("${message}!", style="$").format(record), record)
logging.disable(logging.ERROR)
app.error("disabled")
logging.disable(logging.NOTSET)
app.error("enabled")
for action in (lambda: log.setLevel("LOUD"), lambda: logging.Formatter("%(message)s", style="?"), lambda: log.log("x", "m"), lambda: logging.Formatter("{bad", style="{"), lambda: logging.config.dictConfig({"version": 2})):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
app.removeHandler(out)
print(app.handlers, app.hasHandlers(), sorted(name for name in logging.root.manager.loggerDict if name.startswith("app")))
