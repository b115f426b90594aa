# http.server, urllib.request, http.client with a kept connection, socketserver, xmlrpc and smtplib on loopback
import http.client
import http.server
import smtplib
import socketserver
import threading
import urllib.error
import urllib.request

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/missing":
            return self.send_error(404)
        body = self.path.encode() * 1000
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(201)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[::-1])

    def log_message(self, *args):
        pass

with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    with urllib.request.urlopen(url + "/page") as response:
        print(response.status, len(response.read()))
    print(urllib.request.urlopen(url + "/", data=b"posted").read())
    try:
        urllib.request.urlopen(url + "/missing")
    except urllib.error.HTTPError as error:
        print(error)
        error.close()
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port)
    for path in ("/a", "/bb", "/ccc"):
        connection.request("GET", path)
        response = connection.getresponse()
        print(response.status, len(response.read()))
    connection.close()
    server.shutdown()

class Mail(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 ready\r\n")
        for line in self.rfile:
            word = line.split()[0].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                while (line := self.rfile.readline()) != b".\r\n":
                    print("mail:", line)
            if word == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            self.wfile.write(b"250 ok\r\n")

with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with smtplib.SMTP("127.0.0.1", server.server_address[1], local_hostname="here") as smtp:
        smtp.sendmail("a@example.com", ["b@example.com"], "Subject: hi\r\n\r\nbody")
    server.shutdown()
