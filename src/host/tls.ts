/**
 * Encryption of connections (TLS), as native/_ssl asks a host for it: an engine that is given what comes from the peer
 * and gives back what is to be sent, and the few questions about certificates and keys that only a library can answer.
 *
 * Nothing here waits or touches a socket: `feed` and the others have done all they can when they return.
 */

/** What the library says went wrong: "SSL routines", "wrong version number". */
export class TlsFailure extends Error {
  override readonly name = "TlsFailure";
  constructor(
    readonly library: string,
    readonly reason: string,
  ) {
    super(`${library}: ${reason}`);
  }
}

export type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

/** PEM, and not encrypted. */
export interface TlsIdentity {
  readonly chain: string;
  readonly key: string;
}

export interface TlsSettings {
  readonly minimum: TlsVersion;
  readonly maximum: TlsVersion;
  /** The library's list of ciphers up to TLS 1.2. */
  readonly ciphers: string;
  /** The library's SSL_OP_* bits. */
  readonly options: number;
  readonly identities: readonly TlsIdentity[];
  /** Trusted certificates, DER. */
  readonly authorities: readonly Uint8Array[];
  /** PEM; revocation is asked of them if there are any. */
  readonly revocations: readonly string[];
  /** Is a certificate trusted for itself, though its issuer is not? */
  readonly trustsPartialChains: boolean;
  /** Parameters of Diffie-Hellman, PEM. */
  readonly parameters: string | null;
  readonly curve: string | null;
}

/** Settings that the library has taken. */
export type TlsContext = object;

export interface TlsEngineOptions {
  readonly isServer: boolean;
  /** A server asks for the peer's certificate; a client's peer has one. */
  readonly asksPeer: boolean;
  readonly needsPeer: boolean;
  /** The name that a client calls. */
  readonly serverName: string | null;
  /** Names of protocols, each after its length (ALPN). */
  readonly protocols: Uint8Array | null;
  /** A session to be gone on with, as `session` gave it. */
  readonly session: Uint8Array | null;
  /** Hears the secrets of the connection, as lines of a key log. */
  readonly hearSecret: ((line: string) => void) | null;
}

/** What the library thinks of the peer's certificate. */
export interface TlsJudgement {
  readonly message: string;
}

/** One end of a connection. */
export interface TlsEngine {
  readonly isDone: boolean;
  /** The peer said that nothing more will come. */
  readonly isEnded: boolean;
  readonly failure: TlsFailure | null;
  /** A client begins to speak. */
  start(): void;
  /** Encrypted bytes of the peer. */
  feed(data: Uint8Array): void;
  /** What is to be sent and was not taken yet. */
  takeOutput(): Uint8Array;
  /** The next piece of what the peer said, of one record. */
  takePlain(): Uint8Array | undefined;
  write(data: Uint8Array): void;
  /** Say that nothing more will be written. */
  finish(): void;
  /** A fatal alert to the peer, in whatever way it can be read by now; what was not taken is dropped. */
  alert(description: number): Uint8Array;
  /** The peer's certificate and those it sent with it, DER. */
  peerChain(): Uint8Array[];
  /** null: it is good, as far as the library looked. */
  judgement(): TlsJudgement | null;
  readonly cipher: string | undefined;
  readonly version: string | undefined;
  readonly protocol: string | undefined;
  readonly isResumed: boolean;
  /** The Finished messages (RFC 5929). */
  finished(ofPeer: boolean): Uint8Array | undefined;
  session(): Uint8Array | undefined;
  destroy(): void;
}

export interface NameRules {
  readonly subject: "always" | "default" | "never";
  readonly wildcards: boolean;
  readonly partialWildcards: boolean;
  readonly multiLabelWildcards: boolean;
  readonly singleLabelSubdomains: boolean;
}

export interface Tls {
  /** As OPENSSL_VERSION begins: "3.0.19". */
  readonly version: string;
  /** Throws TlsFailure. */
  context(settings: TlsSettings): TlsContext;
  engine(context: TlsContext, options: TlsEngineOptions): TlsEngine;
  /** The key without its password, PEM. Throws TlsFailure; "needs password" if null was not enough. */
  privateKey(pem: string, password: Uint8Array | null): string;
  /** Throws TlsFailure if the bytes are no certificate. */
  isKeyOf(certificate: Uint8Array, key: string): boolean;
  /** Are the bytes a certificate? */
  parses(certificate: Uint8Array): boolean;
  matchesName(certificate: Uint8Array, name: string, rules: NameRules): boolean;
  matchesAddress(certificate: Uint8Array, address: string): boolean;
  /** Certificates that the host trusts where its system has none, PEM. */
  rootCertificates(): readonly string[];
  curves(): readonly string[];
}

export const NEEDS_PASSWORD = "needs password";
