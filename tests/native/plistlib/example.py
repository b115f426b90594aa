# plistlib: both formats, written and read back; wrong files.
import datetime
import plistlib

value = {
    "string": "a <b> & \u00e9",
    "int": 2**40,
    "float": 1.5,
    "flag": [True, False],
    "data": b"\x00\x01binary" * 8,
    "date": datetime.datetime(2024, 2, 29, 12, 30),
    "uid": plistlib.UID(7),
    "nested": {"empty": {}, "list": []},
}
binary = plistlib.dumps(value, fmt=plistlib.FMT_BINARY)
print(binary)
print(plistlib.loads(binary) == value)
del value["uid"]
text = plistlib.dumps(value)
print(text.decode())
print(plistlib.loads(text) == value, plistlib.loads(text.replace(b"UTF-8", b"utf-8")))
for wrong in b"", b"<plist>", b"<plist><dict><key>a</key></dict></plist>", b"<plist><string>a</string><x/></plist>", b"<plist><integer>x</integer></plist>":
    try:
        print(plistlib.loads(wrong, fmt=plistlib.FMT_XML))
    except Exception as error:
        print(type(error).__name__, error)
