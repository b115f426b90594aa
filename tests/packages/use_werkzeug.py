# werkzeug: routing, requests and responses, the test client, data structures, header parsing, forms and passwords.
import io
from datetime import datetime, timezone
from werkzeug import Request, Response
from werkzeug.datastructures import CombinedMultiDict, Headers, ImmutableMultiDict, MultiDict, OrderedMultiDict
from werkzeug.exceptions import BadRequest, HTTPException, NotFound, abort
from werkzeug.http import dump_cookie, http_date, parse_accept_header, parse_cache_control_header, parse_cookie, parse_date, parse_etags, parse_options_header, parse_range_header, quote_etag
from werkzeug.local import LocalStack
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.routing import BaseConverter, Map, RequestRedirect, Rule, Submount
from werkzeug.security import check_password_hash, safe_join
from werkzeug.test import Client, EnvironBuilder
from werkzeug.urls import iri_to_uri, uri_to_iri
from werkzeug.utils import cached_property, escape, secure_filename


class Pair(BaseConverter):
    regex = r"\d+-\d+"

    def to_python(self, value):
        return tuple(map(int, value.split("-")))

    def to_url(self, value):
        return "-".join(map(str, value))


urls = Map([
    Rule("/", endpoint="index"),
    Rule("/item/<int(min=1, max=99):number>/", endpoint="item", methods=["GET"]),
    Rule("/pair/<pair:both>", endpoint="pair"),
    Rule("/files/<path:name>", endpoint="files"),
    Rule("/<any(de, fr):language>/", endpoint="language"),
    Submount("/api", [Rule("/<uuid:key>", endpoint="key"), Rule("/new", endpoint="new", methods=["POST"])]),
], converters={"pair": Pair})
adapter = urls.bind("example.org", "/")
for path, method in ("/", "GET"), ("/item/5/", "GET"), ("/item/5", "GET"), ("/item/100/", "GET"), ("/item/5/", "POST"), ("/pair/3-4", "GET"), ("/files/a/b.c", "GET"), ("/fr/", "GET"), ("/api/new", "POST"), ("/api/6ba7b810-9dad-11d1-80b4-00c04fd430c8", "GET"):
    try:
        print(path, adapter.match(path, method))
    except RequestRedirect as error:
        print(path, "redirect", error.new_url)
    except HTTPException as error:
        print(path, type(error).__name__, error.code, getattr(error, "valid_methods", None))
print(adapter.build("pair", {"both": (1, 2)}), adapter.build("files", {"name": "a/é"}, force_external=True), adapter.build("index", {"q": ["a", "b"]}), repr(urls))


@Request.application
def application(request):
    if request.path == "/upload":
        sent = request.files["file"]
        return Response(f"{sent.filename} {sent.content_type} {sent.read()!r} {request.form.to_dict(flat=False)}")
    if request.path == "/json":
        return Response(str(request.get_json()["a"]), mimetype="application/json", status=201)
    if request.path == "/abort":
        abort(404)
    response = Response(f"{request.method} {request.args.getlist('x')} {request.cookies.get('c')} {request.accept_languages.best}")
    response.set_cookie("c", "v é", httponly=True, samesite="Lax")
    response.set_etag("tag")
    return response.make_conditional(request)


client = Client(DispatcherMiddleware(application, {"/other": Response("other")}))
for answer in (
    client.get("/?x=1&x=2", headers={"Accept-Language": "de;q=0.5, fr"}),
    client.get("/", headers={"If-None-Match": '"tag"'}),
    client.post("/upload", data={"file": (io.BytesIO(b"bytes"), "a.txt"), "k": ["1", "ü"]}),
    client.post("/json", json={"a": [1, None]}),
    client.post("/json", data="{", content_type="application/json"),
    client.get("/abort"),
    client.get("/other/x"),
):
    answer.headers.pop("Date", None)
    print(answer.status, sorted(answer.headers.items()), answer.get_data(as_text=True))
values = MultiDict([("a", "1"), ("b", "2"), ("a", "3")])
values.add("c", "x")
print(values, values.getlist("a", type=int), values.get("c", type=int, default=0), list(values.items(multi=True)), values.to_dict(flat=False), CombinedMultiDict([values, MultiDict({"a": "4"})]).getlist("a"))
headers = Headers([("Content-Type", "text/plain"), ("X-A", "1")])
headers.add("Content-Disposition", "attachment", filename="a b.txt")
headers.setdefault("x-a", "2")
print(headers, headers["content-type"], "x-b" in headers, headers.to_wsgi_list(), OrderedMultiDict([("b", 1), ("a", 2), ("b", 3)]))
for wrong in lambda: ImmutableMultiDict({"a": 1}).add("a", 2), lambda: values["none"], lambda: headers.add("X", "a\nb"):
    try:
        wrong()
    except Exception as error:
        print(type(error).__mro__[:3], error)
print(parse_options_header('form-data; name="a b"; filename*=UTF-8\'\'%e2%82%ac.txt'), parse_accept_header("text/html;q=0.8, */*;q=0.1"), parse_cache_control_header("max-age=60, no-cache"), parse_etags('W/"a", "b"'), quote_etag("x", True))
print(parse_date("Sun, 06 Nov 1994 08:49:37 GMT"), http_date(datetime(2020, 2, 29, tzinfo=timezone.utc)), parse_range_header("bytes=0-99,-5").ranges, parse_cookie('a=b; c="d\\"e"'), dump_cookie("k", "ü;", path="/p", secure=True))
print(secure_filename("../../etc/pass wd"), safe_join("/base", "a/../b"), safe_join("/base", "../x"), iri_to_uri("http://bücher.example/ä?q=ö"), uri_to_iri("http://xn--bcher-kva.example/%C3%A4"))
print(check_password_hash("pbkdf2:sha256:1$a$0", "x"), NotFound("gone").get_description(), BadRequest().get_body().split("\n")[2], escape("<a&'\">"))
environ = EnvironBuilder("/a?b=c", "http://host:81/root", method="PUT", data=b"xy").get_environ()
print({key: environ[key] for key in ("REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "SERVER_PORT", "CONTENT_LENGTH", "HTTP_HOST")}, Request(environ).url)


class Lazy:
    @cached_property
    def value(self):
        print("computed")
        return 1


lazy = Lazy()
print(lazy.value, lazy.value)
stack = LocalStack()
top = stack()
stack.push([1])
top.append(2)
print(str(top), len(top), stack.pop(), stack.top, bool(top))
