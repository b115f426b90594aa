/** What an SSLContext reads from files and bytes: its own certificates and keys, whom it trusts, parameters. */

import { host } from "../../host/current.ts";
import type { HostPath } from "../../host/host.ts";
import { NEEDS_PASSWORD, TlsFailure } from "../../host/tls.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { isInstance, NONE, STR, typeOf } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyByteArray, PyBytes } from "../../objects/kernel/payload.ts";
import { memoryError, PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { getBuffer, hasBuffer } from "../../objects/types/buffer.ts";
import { encodedPath, system } from "../posix/paths.ts";
import { ERROR_CODES } from "./constants.ts";
import { type PySslContext, tlsOfHost } from "./context.ts";
import { type Place, plainError, SSL_ERROR, sslError } from "./errors.ts";
import { blocksOf, isCertificate, isPrivateKey } from "./pem.ts";
import { latin1 } from "./store.ts";

/** ERR_PACK of the library for PEM in OpenSSL 3. */
const PEM_LIBRARY = 524297;
const KEY_VALUES_MISMATCH = 116;
const NO_CERTIFICATE_FOUND = 136;
const NO_START_LINE = 108;
const LONGEST_PASSWORD = 1024;

const pemError = (place: Place): PyError =>
  sslError(SSL_ERROR, place, { library: "SSL", number: PEM_LIBRARY, text: "PEM lib" });

function pathFor(value: Value, argument: string): HostPath {
  try {
    return encodedPath(value);
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.TypeError))) throw error;
    throw typeError(`${argument} should be a valid filesystem path`);
  }
}

/** The library names no file in its errors. */
function readText(path: HostPath): string {
  return system(() => latin1(host().files.readFile(path)));
}

/** A password, or what a callable gives for one. */
function passwordBytes(password: Value): Uint8Array {
  const isAsked = !isText(password) && typeOf(password).slots.__call__ !== undefined;
  const given = isAsked ? call(password) : password;
  if (!isText(given)) {
    throw typeError(isAsked ? "password callback must return a string" : "password should be a string or callable");
  }
  const bytes = isInstance(given, STR) ? new TextEncoder().encode(jsString(given) ?? "") : getBuffer(given).slice();
  if (bytes.length > LONGEST_PASSWORD) throw valueError(`password cannot be longer than ${LONGEST_PASSWORD} bytes`);
  return bytes;
}

const isText = (value: Value): boolean =>
  isInstance(value, STR) || value instanceof PyBytes || value instanceof PyByteArray;

/** The key of a PEM text, without its password; a callable is only asked for that if there is one. */
function readKey(text: string, password: Value): string {
  const block = blocksOf(text).find(isPrivateKey);
  if (block === undefined) throw pemError("key");
  const tls = tlsOfHost();
  try {
    return tls.privateKey(block.text, null);
  } catch (error) {
    if (!(error instanceof TlsFailure)) throw error;
    if (error.reason !== NEEDS_PASSWORD || password === NONE) throw pemError("key");
  }
  const bytes = passwordBytes(password);
  try {
    return tls.privateKey(block.text, bytes);
  } catch (error) {
    if (error instanceof TlsFailure) throw pemError("key");
    throw error;
  }
}

export function loadChain(self: PySslContext, certfile: Value, keyfile: Value, password: Value): void {
  const certificatePath = pathFor(certfile, "certfile");
  const keyPath = keyfile === NONE ? certificatePath : pathFor(keyfile, "keyfile");
  // What cannot be a password is refused whether one is needed or not.
  if (password !== NONE && (isText(password) || typeOf(password).slots.__call__ === undefined)) passwordBytes(password);
  const text = readText(certificatePath);
  const chain = blocksOf(text).filter(isCertificate);
  const [first] = chain;
  if (first?.bytes === undefined || !tlsOfHost().parses(first.bytes)) throw pemError("chain");
  const key = readKey(keyPath === certificatePath ? text : readText(keyPath), password);
  if (!tlsOfHost().isKeyOf(first.bytes, key)) {
    throw sslError(SSL_ERROR, "key", {
      library: "X509",
      reason: "KEY_VALUES_MISMATCH",
      number: KEY_VALUES_MISMATCH,
      text: "key values mismatch",
    });
  }
  self.identities.push({ chain: chain.map(({ text: pem }) => pem).join(""), key });
  self.changed();
}

export function loadLocations(self: PySslContext, cafile: Value, capath: Value, cadata: Value): void {
  if (cafile === NONE && capath === NONE && cadata === NONE) {
    throw typeError("cafile, capath and cadata cannot be all omitted");
  }
  const file = cafile === NONE ? undefined : pathFor(cafile, "cafile");
  const folder = capath === NONE ? undefined : pathFor(capath, "capath");
  if (cadata !== NONE) addData(self, cadata);
  if (file !== undefined) addFile(self, readText(file));
  if (folder !== undefined) self.store.addFolder(folder);
  self.changed();
}

function addFile(self: PySslContext, text: string): void {
  const { count, isWhole } = self.store.addPem(text);
  if (!isWhole) throw pemError("locations");
  if (count > 0) return;
  throw sslError(SSL_ERROR, "locations", {
    library: "X509",
    reason: "NO_CERTIFICATE_OR_CRL_FOUND",
    number: NO_CERTIFICATE_FOUND,
    text: "no certificate or crl found",
  });
}

function addData(self: PySslContext, data: Value): void {
  const isString = isInstance(data, STR);
  const text = isString ? jsString(data) : undefined;
  const isAscii = text !== undefined && /^[\x00-\x7f]*$/.test(text);
  if (isString ? !isAscii : !hasBuffer(data)) {
    throw typeError("cadata should be an ASCII string or a bytes-like object");
  }
  const bytes = isString ? undefined : getBuffer(data);
  if ((text ?? bytes)?.length === 0) throw valueError("Empty certificate data");
  const { count, isWhole } = bytes === undefined ? self.store.addPem(text ?? "") : self.store.addDer(bytes);
  if (count === 0) {
    const what = isString ? "no start line" : "not enough data";
    throw sslError(SSL_ERROR, "data", { number: 0, text: `${what}: cadata does not contain a certificate` });
  }
  if (isWhole) return;
  if (isString) throw pemError("data");
  throw sslError(SSL_ERROR, "data", {
    library: "ASN1",
    reason: "NOT_ENOUGH_DATA",
    number: ERROR_CODES.SSL_ERROR_SSL,
    text: "not enough data",
  });
}

export function loadParameters(self: PySslContext, path: Value): void {
  audit("open", path, "rb", 0);
  const bytes = system(() => host().files.readFile(encodedPath(path)), path);
  const block = blocksOf(latin1(bytes)).find(({ label }) => label.endsWith("DH PARAMETERS"));
  if (block === undefined) {
    throw sslError(SSL_ERROR, "parameters", {
      library: "PEM",
      reason: "NO_START_LINE",
      number: NO_START_LINE,
      text: "no start line",
    });
  }
  self.parameters = block.text;
  self.changed();
}

export function setCurve(self: PySslContext, name: Value): void {
  const path = encodedPath(name);
  const curve = typeof path === "string" ? path : latin1(path);
  if (!tlsOfHost().curves().includes(curve)) throw valueError(`unknown elliptic curve name '${curve}'`);
  self.curve = curve;
  self.changed();
}

/** OpenSSL drops the old list even if it finds nothing in the new one. */
export function setCiphers(self: PySslContext, list: string): void {
  self.ciphers = list;
  self.changed();
  try {
    if (list === "") throw new TlsFailure("SSL routines", "no cipher match");
    self.forLibrary();
  } catch (error) {
    if (!(error instanceof TlsFailure)) throw error;
    self.ciphers = "";
    self.changed();
    throw plainError("No cipher can be selected.");
  }
}

/** Names of protocols, each after its length; what is cut off in the middle is not taken. */
export function setProtocols(self: PySslContext, list: Value): void {
  const protocols = getBuffer(list).slice();
  let offset = 0;
  while (offset < protocols.length) offset += 1 + protocols[offset];
  if (offset !== protocols.length) throw memoryError();
  self.protocols = protocols;
}
