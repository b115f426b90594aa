/**
 * TLS on Node: OpenSSL through Node's own TLSWrap, over a stream that is nothing but two queues.
 *
 * Node's `tls.TLSSocket` needs turns of the event loop, which a Python program does not give it. The native object below it
 * does not: it answers each piece of input, and each finished write, before it returns.
 *
 * Traps: TLSWrap lets a write wait until the one below is finished, so `settle` finishes writes after each call, never in
 * the middle of one. It never ends a handshake because of a bad certificate: whoever uses the engine asks for its judgement
 * after each record and holds back what is to be sent until then.
 */
import type { KeyObject, X509Certificate } from "node:crypto";
import type { SecureContext } from "node:tls";
import {
  type NameRules,
  NEEDS_PASSWORD,
  type Tls,
  type TlsContext,
  type TlsEngine,
  type TlsEngineOptions,
  TlsFailure,
  type TlsJudgement,
  type TlsSettings,
} from "./tls.ts";

/** What of Node's native TLSWrap is used. */
interface Wrap {
  onread: (data: ArrayBuffer | undefined) => void;
  onhandshakestart: () => void;
  onhandshakedone: () => void;
  onnewsession: (id: Uint8Array, session: Uint8Array) => void;
  onerror: (error: Error) => void;
  onkeylog: (line: Buffer) => void;
  setVerifyMode(request: boolean, reject: boolean): void;
  enableSessionCallbacks(): void;
  enableKeylogCallback(): void;
  setALPNProtocols(protocols: Uint8Array): void;
  setServername(name: string): void;
  setSession(session: Uint8Array): void;
  start(): void;
  readStart(): void;
  writeBuffer(request: object, data: Uint8Array): number;
  shutdown(request: object): number;
  getPeerCertificate(isAbbreviated: boolean): PeerCertificate | undefined;
  verifyError(): (Error & { code?: string }) | null;
  getCipher(): { name?: string } | undefined;
  getProtocol(): string | null;
  getALPNNegotiatedProtocol(): string | false | undefined;
  isSessionReused(): boolean;
  getFinished(): Uint8Array | undefined;
  getPeerFinished(): Uint8Array | undefined;
  getSession(): Uint8Array | undefined;
  destroySSL(): void;
}

interface PeerCertificate {
  readonly raw?: Uint8Array;
  readonly issuerCertificate?: PeerCertificate;
}

/** A stream whose bytes JavaScript gives and takes. */
interface Stream {
  onreadstart: () => number;
  onreadstop: () => number;
  isClosing: () => boolean;
  onwrite: (request: object, buffers: Uint8Array[]) => number;
  onshutdown: (request: object) => number;
  readBuffer(data: Uint8Array): void;
  finishWrite(request: object, status: number): void;
  finishShutdown(request: object, status: number): void;
}

interface Bindings {
  readonly JSStream: new () => Stream;
  readonly wrap: (stream: Stream, context: unknown, isServer: boolean, hasActiveWrite: boolean) => Wrap;
  readonly streamBaseState: Int32Array;
  readonly kReadBytesOrError: number;
  readonly kArrayBufferOffset: number;
  readonly WriteWrap: new () => object;
  readonly ShutdownWrap: new () => object;
}

let bindings: Bindings | undefined;

function native(): Bindings {
  if (bindings !== undefined) return bindings;
  const { binding } = process as unknown as { binding(name: string): Bindings };
  bindings = { ...binding("stream_wrap"), ...binding("js_stream"), ...binding("tls_wrap") };
  return bindings;
}

const crypto = () => process.getBuiltinModule("node:crypto");
const tls = () => process.getBuiltinModule("node:tls");

const NOTHING = new Uint8Array(0);
/** What Node says where a key has a password and none was given, by the kind of key. */
const NO_PASSWORD_CODES = new Set(["ERR_MISSING_PASSPHRASE", "ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED"]);

const ALERT_RECORD = 21;
const DATA_RECORD = 23;
const FATAL = 2;

/** Node's errors carry OpenSSL's library and reason, as properties or in their text. */
function failureOf(error: unknown): TlsFailure {
  const { library, reason, message } = error as Error & { library?: string; reason?: string };
  const [, textLibrary, textReason] = /error:[0-9A-F]+:([^:]*):[^:]*:([^:\n]*)/.exec(message) ?? [];
  return new TlsFailure(library ?? textLibrary ?? "SSL routines", reason ?? textReason ?? message);
}

function attempt<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw failureOf(error);
  }
}

class NodeEngine implements TlsEngine {
  isDone = false;
  isEnded = false;
  failure: TlsFailure | null = null;
  private readonly stream: Stream;
  private readonly wrap: Wrap;
  private readonly unfinished: object[] = [];
  private readonly unshut: object[] = [];
  private output: Uint8Array[] = [];
  private readonly plain: Uint8Array[] = [];
  private readonly secrets = new Map<string, Buffer>();
  private isDestroyed = false;

  constructor(
    context: SecureContext,
    private readonly options: TlsEngineOptions,
  ) {
    const { JSStream, wrap } = native();
    this.stream = new JSStream();
    this.connectStream();
    this.wrap = wrap(this.stream, context.context, options.isServer, false);
    this.connectWrap();
    const { serverName, protocols, session } = options;
    this.wrap.setVerifyMode(options.asksPeer, options.needsPeer);
    if (!options.isServer) this.wrap.enableSessionCallbacks();
    this.wrap.enableKeylogCallback();
    if (protocols !== null) this.wrap.setALPNProtocols(Buffer.from(protocols));
    if (serverName !== null) this.wrap.setServername(serverName);
    if (session !== null) this.wrap.setSession(Buffer.from(session));
    this.wrap.readStart();
  }

  private connectStream(): void {
    const { stream } = this;
    stream.onreadstart = () => 0;
    stream.onreadstop = () => 0;
    stream.isClosing = () => false;
    stream.onwrite = (request, buffers) => {
      for (const buffer of buffers) this.output.push(Uint8Array.from(buffer));
      this.unfinished.push(request);
      return 0;
    };
    stream.onshutdown = (request) => {
      this.unshut.push(request);
      return 0;
    };
  }

  private connectWrap(): void {
    const { wrap, secrets } = this;
    const { streamBaseState, kReadBytesOrError, kArrayBufferOffset } = native();
    wrap.onread = (data) => {
      const count = streamBaseState[kReadBytesOrError];
      if (count <= 0 || data === undefined) this.isEnded = true;
      else this.plain.push(new Uint8Array(data, streamBaseState[kArrayBufferOffset], count));
    };
    wrap.onhandshakestart = () => undefined;
    wrap.onhandshakedone = () => {
      this.isDone = true;
    };
    wrap.onnewsession = () => undefined;
    wrap.onerror = (error) => {
      this.failure ??= failureOf(error);
    };
    wrap.onkeylog = (line) => {
      const text = line.toString("latin1").trimEnd();
      const [label, , secret] = text.split(" ");
      secrets.set(label, Buffer.from(secret, "hex"));
      this.options.hearSecret?.(text);
    };
  }

  /** Finishing a write lets the next one come. */
  private settle(): void {
    for (let request = this.unfinished.shift(); request !== undefined; request = this.unfinished.shift()) {
      this.stream.finishWrite(request, 0);
    }
    for (let request = this.unshut.shift(); request !== undefined; request = this.unshut.shift()) {
      this.stream.finishShutdown(request, 0);
    }
  }

  start(): void {
    this.wrap.start();
    this.settle();
  }

  feed(data: Uint8Array): void {
    this.stream.readBuffer(Buffer.from(data));
    this.settle();
  }

  takeOutput(): Uint8Array {
    const { output } = this;
    if (output.length === 0) return NOTHING;
    this.output = [];
    return output.length === 1 ? output[0] : Buffer.concat(output);
  }

  takePlain(): Uint8Array | undefined {
    return this.plain.shift();
  }

  write(data: Uint8Array): void {
    const request = Object.assign(new (native().WriteWrap)(), { handle: this.wrap, oncomplete: () => undefined });
    this.wrap.writeBuffer(request, Buffer.from(data));
    this.settle();
  }

  finish(): void {
    const request = Object.assign(new (native().ShutdownWrap)(), { handle: this.wrap, oncomplete: () => undefined });
    this.wrap.shutdown(request);
    this.settle();
  }

  alert(description: number): Uint8Array {
    this.output = [];
    const body = Uint8Array.of(FATAL, description);
    const secret =
      this.version === "TLSv1.3"
        ? this.secrets.get(this.options.isServer ? "SERVER_TRAFFIC_SECRET_0" : "CLIENT_HANDSHAKE_TRAFFIC_SECRET")
        : undefined;
    if (secret === undefined) return Uint8Array.of(ALERT_RECORD, 3, 3, 0, 2, ...body);
    return firstSealed(this.cipher ?? "", secret, Uint8Array.of(...body, ALERT_RECORD));
  }

  peerChain(): Uint8Array[] {
    const chain: Uint8Array[] = [];
    const seen = new Set<PeerCertificate>();
    let certificate = this.wrap.getPeerCertificate(false);
    while (certificate?.raw !== undefined && !seen.has(certificate)) {
      seen.add(certificate);
      chain.push(Uint8Array.from(certificate.raw));
      certificate = certificate.issuerCertificate;
    }
    return chain;
  }

  judgement(): TlsJudgement | null {
    // Without a certificate there is nothing to judge, and TLSWrap must not be asked before it knows the cipher.
    if (this.wrap.getPeerCertificate(true)?.raw === undefined) return null;
    return this.wrap.verifyError();
  }

  get cipher(): string | undefined {
    return this.wrap.getCipher()?.name;
  }

  get version(): string | undefined {
    return this.wrap.getProtocol() ?? undefined;
  }

  get protocol(): string | undefined {
    return this.wrap.getALPNNegotiatedProtocol() || undefined;
  }

  get isResumed(): boolean {
    return this.wrap.isSessionReused();
  }

  finished(ofPeer: boolean): Uint8Array | undefined {
    return ofPeer ? this.wrap.getPeerFinished() : this.wrap.getFinished();
  }

  session(): Uint8Array | undefined {
    return this.wrap.getSession();
  }

  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.wrap.destroySSL();
  }
}

/** The first record that a side seals under a secret of TLS 1.3 (RFC 8446, 5.2 and 7.3). */
function firstSealed(suite: string, secret: Buffer, inner: Uint8Array): Uint8Array {
  const hash = suite.endsWith("SHA384") ? "sha384" : "sha256";
  const [cipher, size] = suite.includes("CHACHA20")
    ? (["chacha20-poly1305", 32] as const)
    : suite.includes("AES_256")
      ? (["aes-256-gcm", 32] as const)
      : (["aes-128-gcm", 16] as const);
  const key = expandLabel(hash, secret, "key", size);
  const nonce = expandLabel(hash, secret, "iv", 12);
  const header = Buffer.from([DATA_RECORD, 3, 3, 0, inner.length + 16]);
  const sealer = crypto().createCipheriv(cipher as "aes-256-gcm", key, nonce, { authTagLength: 16 });
  sealer.setAAD(header, { plaintextLength: inner.length });
  const sealed = Buffer.concat([sealer.update(inner), sealer.final()]);
  return Buffer.concat([header, sealed, sealer.getAuthTag()]);
}

/** HKDF-Expand-Label, for no more than one block. */
function expandLabel(hash: string, secret: Buffer, label: string, size: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.from([0, size, name.length, ...name, 0, 1]);
  return crypto().createHmac(hash, secret).update(info).digest().subarray(0, size);
}

const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString("base64")
    .replace(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----\n`;

export class NodeTls implements Tls {
  get version(): string {
    return process.versions.openssl;
  }

  context(settings: TlsSettings): TlsContext {
    const { identities, revocations, parameters, curve } = settings;
    return attempt(() =>
      tls().createSecureContext({
        ca: settings.authorities.map(pemOf),
        cert: identities.map(({ chain }) => chain),
        key: identities.map(({ key }) => key),
        ciphers: `TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:${settings.ciphers}`,
        minVersion: settings.minimum,
        maxVersion: settings.maximum,
        secureOptions: settings.options,
        sessionIdContext: "Python",
        ...(revocations.length > 0 ? { crl: [...revocations] } : {}),
        ...(parameters !== null ? { dhparam: parameters } : {}),
        ...(curve !== null ? { ecdhCurve: curve } : {}),
        ...(settings.trustsPartialChains ? { allowPartialTrustChain: true } : {}),
      }),
    );
  }

  engine(context: TlsContext, options: TlsEngineOptions): TlsEngine {
    return new NodeEngine(context as SecureContext, options);
  }

  private certificate(der: Uint8Array): X509Certificate {
    const { X509Certificate } = crypto();
    return attempt(() => new X509Certificate(der));
  }

  private key(pem: string): KeyObject {
    return attempt(() => crypto().createPrivateKey(pem));
  }

  privateKey(pem: string, password: Uint8Array | null): string {
    try {
      const key = crypto().createPrivateKey({
        key: pem,
        passphrase: password === null ? undefined : Buffer.from(password),
      });
      return key.export({ type: "pkcs8", format: "pem" }) as string;
    } catch (error) {
      if (NO_PASSWORD_CODES.has((error as NodeJS.ErrnoException).code ?? "")) throw new TlsFailure("", NEEDS_PASSWORD);
      throw failureOf(error);
    }
  }

  isKeyOf(certificate: Uint8Array, key: string): boolean {
    return this.certificate(certificate).checkPrivateKey(this.key(key));
  }

  parses(certificate: Uint8Array): boolean {
    try {
      this.certificate(certificate);
      return true;
    } catch (error) {
      if (error instanceof TlsFailure) return false;
      throw error;
    }
  }

  matchesName(certificate: Uint8Array, name: string, rules: NameRules): boolean {
    return this.certificate(certificate).checkHost(name, rules) !== undefined;
  }

  matchesAddress(certificate: Uint8Array, address: string): boolean {
    return this.certificate(certificate).checkIP(address) !== undefined;
  }

  rootCertificates(): readonly string[] {
    return tls().rootCertificates;
  }

  curves(): readonly string[] {
    return crypto().getCurves();
  }
}
