# locale, gettext, atexit: the C locale, message catalogues, exit functions.
import atexit
import gettext
import io
import locale
import struct


def describe(error):
    """Error numbers differ between systems."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} {error.filename!r} {error.filename2!r}"
    return str(error)


print(locale.setlocale(locale.LC_NUMERIC, "C"), locale.localeconv()["decimal_point"], locale.format_string("%d items at %.2f", (1234567, 1.5), grouping=True), locale.atof("1.25"), locale.atoi("42"), locale.str(1.5), locale.strcoll("a", "b") < 0, locale.strxfrm("abc"), locale.normalize("en_US.utf8"), locale.delocalize("1,5"))


def catalogue(messages):
    pairs = sorted((k.encode(), v.encode()) for k, v in messages.items())
    ids = strings = b""
    offsets = []
    for k, v in pairs:
        offsets.append((len(ids), len(k), len(strings), len(v)))
        ids += k + b"\0"
        strings += v + b"\0"
    start = 28 + 16 * len(pairs)
    table = [(length, start + offset) for offset, length, _, _ in offsets] + [(length, start + len(ids) + offset) for _, _, offset, length in offsets]
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + b"".join(struct.pack("<II", *row) for row in table) + ids + strings


data = catalogue({"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n", "hello": "grüß dich", "%d file\0%d files": "%d Datei\0%d Dateien", "menu\x04open": "öffnen"})
t = gettext.GNUTranslations(io.BytesIO(data))
_ = t.gettext
print(_("hello"), _("unknown"), [t.ngettext("%d file", "%d files", n) % n for n in (1, 5)], t.pgettext("menu", "open"), t.info()["content-type"], t.charset())
null = gettext.NullTranslations()
print(null.gettext("same"), null.ngettext("one", "many", 2), gettext.gettext("plain"), gettext.find("nodomain"), [gettext.c2py("n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2")(n) for n in (0, 1, 2, 11, 21)])
t.add_fallback(null)
for action in (lambda: gettext.translation("nodomain"), lambda: gettext.c2py("n+"), lambda: gettext.GNUTranslations(io.BytesIO(b"junk" * 10))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, describe(error))


@atexit.register
def first():
    print("registered first, runs last")


atexit.register(print, "with arguments", sep="", end="!\n")


def removed():
    print("never")


atexit.register(removed)
atexit.unregister(removed)


print("end of program")
