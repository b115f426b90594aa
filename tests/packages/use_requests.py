# requests against a server of its own on loopback: methods, forms, JSON, cookies, redirects, errors, streaming.
import http.server
import json
import threading
import requests


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def reply(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/redirect":
            self.reply(302, Location="/json")
        elif self.path.startswith("/json"):
            answer = {"path": self.path, "agent": self.headers["User-Agent"][:15], "cookie": self.headers.get("Cookie"), "auth": self.headers.get("Authorization")}
            self.reply(200, json.dumps(answer).encode(), Content_Type="application/json; charset=utf-8", Set_Cookie="k=v; Path=/")
        elif self.path == "/latin":
            self.reply(200, "café".encode("latin-1"), Content_Type="text/plain; charset=latin-1")
        else:
            self.reply(404, b"nothing here")

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.reply(201, self.headers["Content-Type"].split(";")[0].encode() + b" " + (body if b"boundary" not in self.headers["Content-Type"].encode() else b"%d parts" % (body.count(b"Content-Disposition"))))

    do_PUT = do_POST


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}"
response = requests.get(base + "/json", params={"a": 1, "b": ["x", "y z"]}, auth=("user", "pass"), timeout=20)
print(response.status_code, response.reason, response.ok, response.json(), response.headers["content-type"], response.encoding, dict(response.cookies))
session = requests.Session()
session.headers["X-Test"] = "1"
response = session.get(base + "/redirect")
print(response.url.replace(base, ""), [r.status_code for r in response.history], session.cookies.get("k"), session.get(base + "/json").json()["cookie"])
print(requests.get(base + "/latin").text, requests.get(base + "/redirect", allow_redirects=False).headers["location"])
print(requests.post(base + "/", data={"a": "1", "b": "ü"}).text, requests.post(base + "/", json={"a": [1, None]}).text, requests.put(base + "/", data=b"raw", headers={"Content-Type": "x/y"}).text)
print(requests.post(base + "/", files={"f": ("n.txt", b"content")}, data={"k": "v"}).text)
try:
    requests.get(base + "/missing").raise_for_status()
except requests.HTTPError as error:
    print(str(error).replace(base, ""), error.response.text)
with requests.get(base + "/json", stream=True) as response:
    print(b"".join(response.iter_content(7)) == response.content if False else len(b"".join(response.iter_content(7))) > 10)
for url in ("nonsense", "http://", base.rsplit(":", 1)[0] + ":1/"):
    try:
        requests.get(url, timeout=5)
    except requests.RequestException as error:
        print(type(error).__name__)
prepared = requests.Request("GET", base + "/a b", params={"q": "é"}).prepare()
print(prepared.method, prepared.path_url, requests.codes.teapot, requests.utils.quote("a/b c"))
server.shutdown()
