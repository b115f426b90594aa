"""The C locale."""
import _locale as L
import locale

print(L.localeconv()["decimal_point"], L.localeconv()["grouping"], L.localeconv()["frac_digits"])
print(L.setlocale(L.LC_NUMERIC), L.setlocale(L.LC_NUMERIC, "C"), L.setlocale(L.LC_TIME, "POSIX"), L.strcoll("a", "b"), L.strcoll("b", "a"), L.strxfrm("abc"))
for name in ["DAY_1", "DAY_7", "ABDAY_2", "MON_1", "ABMON_12", "RADIXCHAR", "AM_STR", "D_FMT", "T_FMT", "CODESET", "YESEXPR"]:
    print(name, L.nl_langinfo(getattr(L, name)))
print(L.gettext("message"), L.dgettext(None, "m"), L.textdomain(None), L.getencoding())
print(locale.str(1.5), locale.atof("2.5"), locale.format_string("%d %s", (12345, "x"), grouping=True), locale.normalize("en_us"))
for call in [lambda: L.setlocale(99), lambda: L.setlocale("a"), lambda: L.setlocale(0, 5), lambda: L.nl_langinfo(12345), lambda: L.strcoll("a\0", "b"), lambda: L.strxfrm(5)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
