/**
 * One end of an encrypted connection (CPython Modules/_ssl.c, PySSLSocket): handshake, reading, writing, closing.
 *
 * Trap: each operation may be stopped where it waits and called again from its start (`mayWait`), so all that it has done by
 * then is kept here, and nothing is encrypted before it can be sent.
 */
import type { TlsEngine } from "../../host/tls.ts";
import { TlsFailure } from "../../host/tls.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { strFromJs } from "../../objects/kernel/payload.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { concatenate } from "../../util/binary/concatenate.ts";
import { ALERTS, VERIFY_MODES } from "./constants.ts";
import { type PySslContext, tlsOfHost } from "./context.ts";
import {
  brokenError,
  eofError,
  failureError,
  libraryError,
  type Place,
  verificationError,
  zeroReturn,
} from "./errors.ts";
import { type Hello, protocolNames, readHello } from "./hello.ts";
import { RecordReader, type Transport } from "./transport.ts";
import { judge } from "./verification.ts";

export interface Calling {
  /** Whom a client calls. */
  readonly name: string;
  readonly isAddress: boolean;
}

const NOTHING = new Uint8Array(0);

export class PySslConnection extends PyObject {
  owner: Value = NONE;
  engine: TlsEngine | undefined;
  isDone = false;
  session: Uint8Array | null = null;
  hello: Hello | null = null;
  private readonly records: RecordReader;
  private isStarted = false;
  /** What a server was sent before it knew who answers. */
  private early: Uint8Array = NOTHING;
  private isJudged = false;
  private isBroken = false;
  private hasFinished = false;
  private plain: Uint8Array = NOTHING;

  constructor(
    cls: PyType,
    public context: PySslContext,
    readonly isServer: boolean,
    readonly calling: Calling | null,
    private readonly transport: Transport,
    /** What `shutdown` gives back: the plain socket. */
    readonly socket: Value = NONE,
  ) {
    super(cls);
    this.records = new RecordReader(transport);
  }

  get pending(): number {
    return this.plain.length;
  }

  private attempt<T>(place: Place, body: () => T): T {
    try {
      return body();
    } catch (error) {
      if (!(error instanceof TlsFailure)) throw error;
      this.isBroken = true;
      throw failureError(error, place);
    }
  }

  private makeEngine(protocols: Uint8Array | null): TlsEngine {
    const { context, calling, isServer } = this;
    const { verifyMode, keyLog } = context;
    this.engine = tlsOfHost().engine(context.forLibrary(), {
      isServer,
      asksPeer: verifyMode !== VERIFY_MODES.CERT_NONE,
      needsPeer: verifyMode === VERIFY_MODES.CERT_REQUIRED,
      serverName: calling === null || calling.isAddress ? null : calling.name,
      protocols,
      session: this.session,
      hearSecret: keyLog === null ? null : (line) => context.logSecret(line),
    });
    return this.engine;
  }

  // ---- handshake

  handshake(place: Place = "handshake"): void {
    if (this.isDone) return;
    if (this.isBroken) throw brokenError(place);
    if (!this.isStarted) this.begin(place);
    while (!this.engine?.isDone) {
      const record = this.records.read(place);
      if (record.length === 0) throw this.broken(eofError(place));
      if (this.engine === undefined) this.hear(record, place);
      else this.feed(this.engine, record, place);
    }
    this.isDone = true;
    this.context.count(this.isServer ? "accept_good" : "connect_good");
    if (this.engine.isResumed) this.context.count("hits");
  }

  private begin(place: Place): void {
    this.isStarted = true;
    this.context.count(this.isServer ? "accept" : "connect");
    if (this.isServer) return;
    this.attempt(place, () => this.makeEngine(this.context.protocols).start());
    this.flush(place);
  }

  private broken(error: PyError): PyError {
    this.isBroken = true;
    return error;
  }

  /** A server's first records, until its engine can be made. */
  private hear(record: Uint8Array, place: Place): void {
    const early = concatenate([this.early, record]);
    this.early = early;
    const hello = readHello(early);
    if (hello === undefined) return;
    this.hello = hello;
    if (hello !== null) this.askWhoAnswers(hello, place);
    const engine = this.attempt(place, () => this.makeEngine(this.commonProtocols(hello)));
    this.early = NOTHING;
    this.feed(engine, early, place);
  }

  /** Without one that the client has as well, the library would end the connection. */
  private commonProtocols(hello: Hello | null): Uint8Array | null {
    const { protocols } = this.context;
    if (protocols === null) return null;
    return protocolNames(protocols).some((name) => hello?.protocols.includes(name)) ? protocols : null;
  }

  private askWhoAnswers({ serverName }: Hello, place: Place): void {
    const callback = this.context.serverNameCallback;
    if (callback === NONE) return;
    const alert = this.alertOf(callback, serverName);
    if (alert === undefined) return;
    this.transport.write(Uint8Array.of(21, 3, 3, 0, 2, 2, alert));
    throw this.broken(libraryError("callback failed", place));
  }

  /** undefined: the callback has nothing against it. */
  private alertOf(callback: Value, serverName: Uint8Array | null): number | undefined {
    const { context } = this;
    const name = serverName === null ? NONE : strFromJs(new TextDecoder("latin1").decode(serverName));
    let answer: Value;
    try {
      answer = call(callback, this.owner === NONE ? this : this.owner, name, context);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      hooks.unraisable(error.exception, undefined, context);
      return ALERTS.ALERT_DESCRIPTION_HANDSHAKE_FAILURE;
    }
    if (answer === NONE) return undefined;
    try {
      return Number(toIndex(answer)) & 0xff;
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      hooks.unraisable(error.exception, undefined, answer);
      return ALERTS.ALERT_DESCRIPTION_INTERNAL_ERROR;
    }
  }

  /** Give the engine a record; what it answers is sent if the peer is to be trusted. */
  private feed(engine: TlsEngine, record: Uint8Array, place: Place): void {
    engine.feed(record);
    if (!this.isDone) this.judgePeer(engine);
    this.flush(place);
    if (engine.failure !== null) {
      this.isBroken = true;
      throw failureError(engine.failure, place);
    }
  }

  private judgePeer(engine: TlsEngine): void {
    const { context, calling } = this;
    if (this.isJudged || context.verifyMode === VERIFY_MODES.CERT_NONE) return;
    const chain = engine.peerChain();
    const [certificate] = chain;
    if (certificate === undefined) return;
    const refusal = judge(tlsOfHost(), engine, certificate, {
      name: context.checksName && calling !== null ? { text: calling.name, isAddress: calling.isAddress } : null,
      hostFlags: context.hostFlags,
      lacksRevocations: context.asksRevocations && context.store.revocations().length === 0,
    });
    this.isJudged = true;
    if (refusal === null) return context.store.noteUse(chain);
    this.transport.write(engine.alert(refusal.alert));
    throw this.broken(verificationError(refusal.code, refusal.message));
  }

  private flush(place: Place): void {
    const output = this.engine?.takeOutput() ?? NOTHING;
    if (output.length === 0) return;
    try {
      this.transport.write(output);
    } catch (error) {
      // Whoever broke off has said why, and that is read next.
      if (!(error instanceof PyError) || this.isDone || place !== "handshake") throw error;
    }
  }

  // ---- data

  /** Up to so many bytes of one record; none at the end. */
  read(size: number): Uint8Array {
    this.handshake("read");
    const engine = this.engine as TlsEngine;
    for (;;) {
      if (this.plain.length === 0) this.plain = engine.takePlain() ?? NOTHING;
      if (this.plain.length > 0) {
        const part = this.plain.subarray(0, size);
        this.plain = this.plain.subarray(part.length);
        return part;
      }
      if (engine.isEnded) {
        if (this.hasFinished) throw zeroReturn("read");
        return NOTHING;
      }
      if (this.isBroken) throw brokenError("read");
      const record = this.records.read("read");
      if (record.length === 0) throw eofError("read");
      this.feed(engine, record, "read");
    }
  }

  write(data: Uint8Array): number {
    this.handshake("write");
    if (this.isBroken) throw brokenError("write");
    if (this.hasFinished) throw libraryError("protocol is shutdown", "write");
    if (data.length === 0) return 0;
    this.transport.untilWritable("write");
    this.engine?.write(data);
    this.flush("write");
    return data.length;
  }

  /** Say that nothing more will be written, and hear the same of the peer. */
  shutdown(): void {
    const { engine } = this;
    if (!this.isDone || engine === undefined) throw libraryError("shutdown while in init", "shutdown");
    if (!this.hasFinished) {
      this.transport.untilWritable("shutdown");
      engine.finish();
      this.hasFinished = true;
      this.flush("shutdown");
    }
    while (!engine.isEnded) {
      if (this.isBroken) throw brokenError("shutdown");
      const record = this.records.read("shutdown");
      if (record.length === 0) throw eofError("shutdown");
      this.feed(engine, record, "shutdown");
      if (engine.takePlain() !== undefined) throw libraryError("application data after close notify", "shutdown");
    }
  }
}
