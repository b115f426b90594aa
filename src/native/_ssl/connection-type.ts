/** _ssl._SSLSocket: the type (CPython Modules/_ssl.c, PySSLSocket_Type). */
import { mayWait } from "../../objects/kernel/builtin.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { jsString, PyBytes, PyList, strFromJs } from "../../objects/kernel/payload.ts";
import { raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { getBuffer, writableArgument } from "../../objects/types/buffer.ts";
import { certificateInfo, PyCertificate } from "./certificate-type.ts";
import { cipherByName, cipherByNumber, cipherTuple } from "./ciphers.ts";
import type { PySslConnection } from "./connection.ts";
import { VERIFY_MODES } from "./constants.ts";
import { PySslContext } from "./context.ts";
import { PySslSession } from "./session.ts";

/** read(size), or read(size, buffer): how many bytes came into it. */
const read = mayWait((self: PySslConnection, size: Value, buffer: Value | undefined): Value => {
  const wanted = Number(toIndex(size));
  if (buffer === undefined) {
    if (wanted < 0) throw valueError("size should not be negative");
    return new PyBytes(wanted === 0 ? new Uint8Array(0) : self.read(wanted).slice());
  }
  const target = writableArgument(buffer, "read");
  const room = wanted <= 0 || wanted > target.length ? target.length : wanted;
  if (room === 0) return 0;
  const data = self.read(room);
  target.set(data);
  return data.length;
});

const shutdown = mayWait((self: PySslConnection): Value => {
  self.shutdown();
  return self.socket;
});

function peerCertificate(self: PySslConnection, binary: Value): Value {
  const isBinary = isTrue(binary);
  if (!self.isDone) throw valueError("handshake not done yet");
  const [der] = self.engine?.peerChain() ?? [];
  if (der === undefined) return NONE;
  if (isBinary) return new PyBytes(der);
  if (self.context.verifyMode === VERIFY_MODES.CERT_NONE) return new PyDict();
  return certificateInfo(der);
}

function chain(self: PySslConnection): Value {
  const certificates = self.engine?.peerChain() ?? [];
  return certificates.length === 0 ? NONE : new PyList(certificates.map((der) => new PyCertificate(der)));
}

/** "tls-unique" is the first of the two Finished messages: the server's, if the session was gone on with. */
function channelBinding(self: PySslConnection, type: Value): Value {
  const kind = jsString(type);
  if (kind !== "tls-unique") throw valueError(`'${kind}' channel binding type not implemented`);
  const { engine } = self;
  if (!self.isDone || engine === undefined) return NONE;
  const data = engine.finished(engine.isResumed !== self.isServer);
  return data === undefined || data.length === 0 ? NONE : new PyBytes(Uint8Array.from(data));
}

function cipher({ engine, isDone }: PySslConnection): Value {
  const known = isDone ? cipherByName(engine?.cipher ?? "") : undefined;
  return known === undefined ? NONE : cipherTuple(known);
}

/** What both sides have, in the order of the client. */
function sharedCiphers({ isServer, isDone, hello, context }: PySslConnection): Value {
  if (!isServer || !isDone || hello === null) return NONE;
  const own = new Set(context.cipherNumbers());
  const shared = hello.ciphers.filter((number) => own.has(number)).map(cipherByNumber);
  return new PyList(shared.flatMap((each) => (each === undefined ? [] : [cipherTuple(each)])));
}

function setContext(self: PySslConnection, value: Value | undefined): void {
  if (!(value instanceof PySslContext)) throw typeError("The value must be a SSLContext");
  self.context = value;
}

function session(self: PySslConnection): Value {
  if (self.engine === undefined || !self.isDone) return NONE;
  const encoded = self.engine.session();
  return encoded === undefined ? NONE : new PySslSession(Uint8Array.from(encoded), self.context);
}

export function setSession(self: PySslConnection, value: Value | undefined): void {
  if (!(value instanceof PySslSession)) throw typeError("Value is not a SSLSession.");
  if (value.context !== self.context) throw valueError("Session refers to a different SSLContext.");
  if (self.isServer) throw valueError("Cannot set session for server-side SSLSocket.");
  if (self.isDone) throw valueError("Cannot set session after handshake.");
  self.session = value.encoded;
}

export const SSL_CONNECTION: PyType = defineType<PySslConnection>("_ssl._SSLSocket", {
  traits: { weakrefs: true, noConstructor: true },
  methods: {
    do_handshake: ["($self, /)", undefined, mayWait((self: PySslConnection) => self.handshake())],
    write: [
      "($self, b, /)",
      "Writes the bytes-like object b into the SSL object.\n\nReturns the number of bytes written.",
      mayWait((self: PySslConnection, data: Value) => self.write(getBuffer(data))),
    ],
    read: [
      "~($self, size, buffer=<unrepresentable>, /)",
      "read(size, [buffer])\nRead up to size bytes from the SSL socket.",
      read,
    ],
    pending: [
      "($self, /)",
      "Returns the number of already decrypted bytes available for read, pending on the connection.",
      ({ pending }: PySslConnection) => pending,
    ],
    getpeercert: [
      "($self, der=False, /)",
      "Returns the certificate for the peer.\n\nIf no certificate was provided, returns None.  If a certificate was\nprovided, but not validated, returns an empty dictionary.  Otherwise\nreturns a dict containing information about the peer certificate.\n\nIf the optional argument is True, returns a DER-encoded copy of the\npeer certificate, or None if no certificate was provided.  This will\nreturn the certificate even if it wasn't validated.",
      peerCertificate,
    ],
    get_channel_binding: [
      "($self, /, cb_type='tls-unique')",
      "Get channel binding data for current connection.\n\nRaise ValueError if the requested `cb_type` is not supported.  Return bytes\nof the data or None if the data is not available (e.g. before the handshake).\nOnly 'tls-unique' channel binding data from RFC 5929 is supported.",
      channelBinding,
    ],
    cipher: ["($self, /)", undefined, cipher],
    shared_ciphers: ["($self, /)", undefined, sharedCiphers],
    version: [
      "($self, /)",
      undefined,
      ({ engine, isDone }: PySslConnection) => (isDone ? (engine?.version ?? NONE) : NONE),
    ],
    selected_alpn_protocol: [
      "($self, /)",
      undefined,
      ({ engine }: PySslConnection) => (engine?.protocol === undefined ? NONE : strFromJs(engine.protocol)),
    ],
    compression: ["($self, /)", undefined, () => NONE],
    shutdown: ["($self, /)", "Does the SSL shutdown handshake with the remote end.", shutdown],
    verify_client_post_handshake: [
      "($self, /)",
      "Initiate TLS 1.3 post-handshake authentication",
      () => {
        throw raise("NotImplementedError", "Post-handshake auth is not supported by your OpenSSL version.");
      },
    ],
    get_unverified_chain: ["($self, /)", undefined, chain],
    get_verified_chain: ["($self, /)", undefined, chain],
  },
  getset: {
    context: [
      ({ context }) => context,
      setContext,
      "_setter_context(ctx)\nThis changes the context associated with the SSLSocket. This is typically\nused from within a callback function set by the sni_callback\non the SSLContext to change the certificate information associated with the\nSSLSocket before the cryptographic exchange handshake messages\n",
    ],
    server_side: [({ isServer }) => isServer, undefined, "Whether this is a server-side socket."],
    server_hostname: [
      ({ calling }) => (calling === null ? NONE : calling.name),
      undefined,
      "The currently set server hostname (for SNI).",
    ],
    owner: [
      ({ owner }) => owner,
      (self, value) => {
        self.owner = value ?? NONE;
      },
      'The Python-level owner of this object.Passed as "self" in servername callback.',
    ],
    session: [session, setSession, "_setter_session(session)\nGet / set SSLSession."],
    session_reused: [
      ({ engine }) => engine?.isResumed ?? false,
      undefined,
      "Was the client session reused during handshake?",
    ],
  },
});
