# flask with werkzeug, itsdangerous and jinja2: routes, forms, sessions, errors, templates, through its test client.
import itsdangerous
from flask import Blueprint, Flask, abort, flash, g, jsonify, redirect, render_template_string, request, session, url_for
from werkzeug.security import check_password_hash
from werkzeug.utils import secure_filename

app = Flask("example")
app.secret_key = "key"
parts = Blueprint("parts", "parts", url_prefix="/parts")


@parts.route("/<int:number>")
def part(number):
    return jsonify(number=number, url=url_for("parts.part", number=number + 1, q="x y"))


app.register_blueprint(parts)


@app.before_request
def before():
    g.user = request.args.get("user", "nobody")


@app.route("/", methods=["GET", "POST"])
def index():
    if request.method == "POST":
        session["name"] = request.form["name"]
        flash("saved")
        return redirect(url_for("index"))
    return render_template_string("{{ g.user }} {{ session.name|default('-') }} {{ get_flashed_messages() }} {{ '<x>' }}")


@app.route("/json", methods=["PUT"])
def put():
    return {"got": request.get_json(), "type": request.content_type}, 201, {"X-Extra": "1"}


@app.route("/fail/<path:rest>")
def fail(rest):
    if rest == "418":
        abort(418)
    return 1 / 0 if rest == "zero" else rest


@app.errorhandler(ZeroDivisionError)
def zero(error):
    return f"zero: {error}", 500


client = app.test_client()
for method, path, kwargs in (("get", "/?user=ann", {}), ("post", "/", {"data": {"name": "Bob"}}), ("get", "/", {}), ("get", "/parts/4", {}), ("get", "/parts/x", {}), ("put", "/json", {"json": {"a": [1]}}), ("delete", "/", {}),
                             ("get", "/fail/418", {}), ("get", "/fail/zero", {}), ("get", "/fail/a/b", {}), ("post", "/", {"data": {}}), ("options", "/json", {})):
    response = getattr(client, method)(path, **kwargs)
    print(method, path, response.status, response.headers.get("Location"), response.headers.get("X-Extra"), response.headers.get("Allow") and sorted(response.headers["Allow"].split(", ")), response.get_data(as_text=True)[:200])
print([(str(rule), sorted(rule.methods)) for rule in app.url_map.iter_rules()])
signer = itsdangerous.URLSafeSerializer("secret", salt="s")
token = signer.dumps({"id": 5, "l": [1, "é"]})
print(token, signer.loads(token))
try:
    signer.loads(token[:-1] + ("a" if token[-1] != "a" else "b"))
except itsdangerous.BadSignature as error:
    print(type(error).__name__, error)
print(secure_filename("../../a b/ü.txt"), check_password_hash("pbkdf2:sha256:1000$abc$" + __import__("hashlib").pbkdf2_hmac("sha256", b"pw", b"abc", 1000).hex(), "pw"))
