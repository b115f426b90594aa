# http.server behind TLS, and http.client, urllib and get_server_certificate that call it.
import http.client
import http.server
import os
import ssl
import sys
import threading
import urllib.error
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "support"))
from peers import client_context, path, server_context


failures = []


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, body):
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/new")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self.answer(f"{self.command} {self.path} {self.connection.version()}".encode())

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["Content-Length"]))[::-1])


class Server(http.server.ThreadingHTTPServer):
    def get_request(self):
        plain, address = super().get_request()
        return server_context().wrap_socket(plain, server_side=True, do_handshake_on_connect=False), address

    def handle_error(self, request, client_address):
        failures.append(type(sys.exception()).__name__)


server = Server(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever)
thread.start()
port = server.server_address[1]
url = f"https://localhost:{port}"

context = client_context()
with urllib.request.urlopen(f"{url}/page", context=context) as response:
    print(response.status, response.read())
with urllib.request.urlopen(f"{url}/moved", context=context) as response:
    print(response.status, response.url == f"{url}/new", response.read())
request = urllib.request.Request(url, data=b"abc" * 30000)
print(len(urllib.request.urlopen(request, context=context).read()))
for other in None, ssl.create_default_context():
    try:
        urllib.request.urlopen(url, context=other)
    except urllib.error.URLError as error:
        print(type(error.reason).__name__, error.reason)
connection = http.client.HTTPSConnection("localhost", port, context=context)
for number in range(3):
    connection.request("GET", f"/{number}")
    print(connection.getresponse().read())
print(connection.sock.getpeercert()["subject"])
connection.close()
with open(path("server")) as file:
    text = file.read()
print(ssl.get_server_certificate(("localhost", port), ca_certs=path("root")) in text)
server.shutdown()
thread.join()
server.server_close()
print(failures)
