# urllib.parse, uuid, email: addresses, identifiers, messages.
import email
import uuid
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, getaddresses, parseaddr, parsedate_to_datetime
from urllib.parse import parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

u = urlparse("https://user:p%40ss@Example.com:8042/over/there;type=a?name=ferret&x=1#nose")
print(u, u.hostname, u.port, u.username, u.password, u.netloc, u.geturl(), u._replace(scheme="http", fragment="").geturl(), urlsplit("//h/p?q").geturl(), urlunparse(("s", "n", "/p", "", "q=1", "")))
base = "http://a/b/c/d;p?q"
print([urljoin(base, r) for r in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", "..", "../g", "../../../g", "http:g", "mailto:x", "g;x=1/../y")])
print(quote("/a b/é?&=", safe="/"), quote_plus("a b&c"), unquote("%C3%A9%20%zz"), unquote_plus("a+b%2B"), unquote_to_bytes("%ff%00"), quote_from_bytes(b"\xff~"), urlencode({"a": 1, "b": "x y", "c": [1, 2]}, doseq=True), urlencode([("k", "é")], encoding="latin-1"), parse_qs("a=1&a=2&b=&c", keep_blank_values=True), parse_qsl("x=%20y&z=1;2"), urldefrag("http://h/p#f"))
print(urlsplit("http://[::1]:80/x").hostname, urlparse("path/only"), urlparse(b"http://h/b").netloc, urlparse("scheme:opaque"))
for action in (lambda: urlparse("http://h:99999/").port, lambda: urlsplit("http://[::1/"), lambda: parse_qs("a", strict_parsing=True), lambda: urljoin("a", b"b"), lambda: urlencode("text"), lambda: urlparse("http://h:x/").port, lambda: quote(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
a = uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")
b = uuid.uuid3(uuid.NAMESPACE_URL, "http://python.org")
print(a, b, repr(a), a.version, b.version, a.hex, a.int, a.urn, a.bytes.hex(), a.bytes_le.hex(), a.fields, a.variant, uuid.UUID("{12345678-1234-5678-1234-567812345678}"), uuid.UUID(int=5), a == uuid.UUID(bytes=a.bytes), a > b, uuid.uuid4().version, len({a, b, uuid.UUID(str(a))}), a.time_low, a.node)
for action in (lambda: uuid.UUID("short"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: setattr(a, "int", 1), lambda: uuid.UUID(bytes=b"x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
m = EmailMessage()
m["Subject"] = "Héllo wörld, a subject that is long enough that it needs to be folded over two lines"
m["From"] = Address("Ann Doe", "ann", "example.org")
m["To"] = "bob@example.org, Cy <cy@example.org>"
m["Date"] = "Mon, 05 Feb 2024 10:00:00 +0100"
m.set_content("Plain text body\nwith é\n")
m.add_alternative("<p>html</p>", subtype="html")
m.add_attachment(b"\x00\x01data", maintype="application", subtype="octet-stream", filename="f.bin")
for part in m.walk():
    if part.is_multipart():
        part.set_boundary("=====" + part.get_content_subtype())
print(m.as_string())
parsed = email.message_from_string(m.as_string(), policy=policy.default)
print(parsed["subject"], parsed["to"].addresses, parsed["date"].datetime, parsed.get_body(("plain",)).get_content(), [x.get_filename() for x in parsed.iter_attachments()], [p.get_content_type() for p in parsed.walk()], parsed.keys())
old = MIMEMultipart("mixed", boundary="BB")
old["X-Test"] = "1"
old.attach(MIMEText("text", "plain", "utf-8"))
print(old.as_string(), email.message_from_bytes(old.as_bytes()).get_payload(0).get_payload(decode=True))
simple = email.message_from_string("From: a@b\nSubject: =?utf-8?q?caf=C3=A9?=\nX: one\n two\nX: three\n\nbody\n")
print(simple["subject"], email.header.decode_header(simple["subject"]), simple.get_all("x"), simple.get_payload(), simple["none"], "from" in simple, simple.items())
print(parseaddr("Joe Q <joe@x.org>"), formataddr(("Zoë", "z@x.org")), getaddresses(["a@x, B <b@y>"]), parsedate_to_datetime("Tue, 01 Jan 2019 12:00:00 -0500"), format_datetime(parsedate_to_datetime("Tue, 01 Jan 2019 12:00:00 GMT")))
