/**
 * What an SSLContext holds (CPython Modules/_ssl.c, PySSLContext): its settings, its store, its own certificates.
 *
 * The library is given the settings when a connection begins, and what it makes of them is kept until one of them changes:
 * sessions and their tickets belong to it.
 */
import { host } from "../../host/current.ts";
import type { Tls, TlsContext, TlsIdentity, TlsSettings, TlsVersion } from "../../host/tls.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { bug } from "../../util/assert.ts";
import { DEFAULT_CIPHERS, HOST_FLAGS, OPTIONS, PROTOCOLS, VERIFY_FLAGS, VERIFY_MODES, VERSIONS } from "./constants.ts";
import { readHello } from "./hello.ts";
import { CertificateStore } from "./store.ts";

export function tlsOfHost(): Tls {
  return host().tls ?? bug("_ssl on a host without TLS");
}

/** What the library has set by itself, and what CPython adds. */
const FIRST_OPTIONS =
  OPTIONS.OP_ALL |
  OPTIONS.OP_NO_SSLv3 |
  OPTIONS.OP_CIPHER_SERVER_PREFERENCE |
  OPTIONS.OP_NO_COMPRESSION |
  OPTIONS.OP_ENABLE_MIDDLEBOX_COMPAT;

const VERSION_NAMES: ReadonlyMap<number, TlsVersion> = new Map([
  [VERSIONS.PROTO_TLSv1, "TLSv1"],
  [VERSIONS.PROTO_TLSv1_1, "TLSv1.1"],
  [VERSIONS.PROTO_TLSv1_2, "TLSv1.2"],
  [VERSIONS.PROTO_TLSv1_3, "TLSv1.3"],
]);

const NO_SETTINGS: TlsSettings = {
  minimum: "TLSv1",
  maximum: "TLSv1.3",
  ciphers: "",
  options: 0,
  identities: [],
  authorities: [],
  revocations: [],
  trustsPartialChains: false,
  parameters: null,
  curve: null,
};

/** Contexts of a single version. */
export const SINGLE_VERSIONS: ReadonlyMap<number, number> = new Map([
  [PROTOCOLS.PROTOCOL_TLSv1, VERSIONS.PROTO_TLSv1],
  [PROTOCOLS.PROTOCOL_TLSv1_1, VERSIONS.PROTO_TLSv1_1],
  [PROTOCOLS.PROTOCOL_TLSv1_2, VERSIONS.PROTO_TLSv1_2],
]);

export const STATISTICS = [
  "number",
  "connect",
  "connect_good",
  "connect_renegotiate",
  "accept",
  "accept_good",
  "accept_renegotiate",
  "hits",
  "misses",
  "timeouts",
  "cache_full",
] as const;

export const DEFAULT_TICKETS = 2;

export class PySslContext extends PyObject {
  readonly store = new CertificateStore(tlsOfHost());
  readonly identities: TlsIdentity[] = [];
  readonly statistics = new Map<(typeof STATISTICS)[number], number>();
  options = FIRST_OPTIONS >>> 0;
  verifyMode: number;
  verifyFlags: number = VERIFY_FLAGS.VERIFY_X509_TRUSTED_FIRST;
  checksName: boolean;
  hostFlags: number = HOST_FLAGS.HOSTFLAG_NO_PARTIAL_WILDCARDS;
  minimum: number;
  maximum: number = VERSIONS.PROTO_MAXIMUM_SUPPORTED;
  ciphers: string = DEFAULT_CIPHERS;
  parameters: string | null = null;
  curve: string | null = null;
  protocols: Uint8Array | null = null;
  serverNameCallback: Value = NONE;
  authenticatesLater = false;
  keyLog: { readonly path: Value; readonly fd: number } | null = null;
  private made: TlsContext | undefined = undefined;

  constructor(
    cls: PyType,
    readonly protocol: number,
  ) {
    super(cls);
    const isClient = protocol === PROTOCOLS.PROTOCOL_TLS_CLIENT;
    this.verifyMode = isClient ? VERIFY_MODES.CERT_REQUIRED : VERIFY_MODES.CERT_NONE;
    this.checksName = isClient;
    this.minimum = SINGLE_VERSIONS.has(protocol) ? VERSIONS.PROTO_MINIMUM_SUPPORTED : VERSIONS.PROTO_TLSv1_2;
  }

  /** Call it before the next connection is to see a change. */
  changed(): void {
    this.made = undefined;
  }

  get asksRevocations(): boolean {
    return (this.verifyFlags & VERIFY_FLAGS.VERIFY_CRL_CHECK_LEAF) !== 0;
  }

  private version(number: number): TlsVersion {
    const single = SINGLE_VERSIONS.get(this.protocol);
    if (single !== undefined) return VERSION_NAMES.get(single) as TlsVersion;
    if (number === VERSIONS.PROTO_MAXIMUM_SUPPORTED) return "TLSv1.3";
    return VERSION_NAMES.get(number) ?? "TLSv1";
  }

  /** Throws TlsFailure. */
  forLibrary(): TlsContext {
    this.made ??= tlsOfHost().context({
      minimum: this.version(this.minimum),
      maximum: this.version(this.maximum),
      ciphers: this.ciphers,
      options: this.options,
      identities: this.identities,
      authorities: this.verifyMode === VERIFY_MODES.CERT_NONE ? this.store.loaded() : this.store.everything(),
      revocations: this.asksRevocations ? this.store.revocations() : [],
      trustsPartialChains: (this.verifyFlags & VERIFY_FLAGS.VERIFY_X509_PARTIAL_CHAIN) !== 0,
      parameters: this.parameters,
      curve: this.curve,
    });
    return this.made;
  }

  /** The ciphers of this list, whatever the versions: a client that has them is asked for its first message. */
  cipherNumbers(): readonly number[] {
    const tls = tlsOfHost();
    const context = tls.context({ ...NO_SETTINGS, ciphers: this.ciphers });
    const engine = tls.engine(context, {
      isServer: false,
      asksPeer: false,
      needsPeer: false,
      serverName: null,
      protocols: null,
      session: null,
      hearSecret: null,
    });
    engine.start();
    const hello = readHello(engine.takeOutput());
    engine.destroy();
    return hello?.ciphers ?? [];
  }

  /** A line of the key log. */
  logSecret(line: string): void {
    if (this.keyLog !== null) host().files.write(this.keyLog.fd, new TextEncoder().encode(`${line}\n`));
  }

  count(what: (typeof STATISTICS)[number]): void {
    this.statistics.set(what, (this.statistics.get(what) ?? 0) + 1);
  }
}
