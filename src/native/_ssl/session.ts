/** SSLSession: what two sides remember of a connection to go on with it in another (CPython Modules/_ssl.c, PySSLSession). */

import { NOT_IMPLEMENTED } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyObject, type PyType } from "../../objects/kernel/object.ts";
import { PyBytes } from "../../objects/kernel/payload.ts";
import type { PySslContext } from "./context.ts";
import { contextTag, elementAt, elementsOf, smallInteger } from "./der.ts";

/** Numbers of the fields of OpenSSL's SSL_SESSION. */
const TIME = 1;
const TIMEOUT = 2;
const LIFETIME = 9;
const TICKET = 10;
const ID_PLACE = 3;

export class PySslSession extends PyObject {
  readonly id: Uint8Array;
  private readonly fields: ReadonlyMap<number, Uint8Array>;

  constructor(
    readonly encoded: Uint8Array,
    readonly context: PySslContext,
  ) {
    super(SSL_SESSION);
    const elements = elementsOf(elementAt(encoded, 0)?.content ?? new Uint8Array(0));
    this.id = elements.filter(({ tag }) => tag < contextTag(0))[ID_PLACE]?.content ?? new Uint8Array(0);
    this.fields = new Map(
      elements
        .filter(({ tag }) => tag >= contextTag(0))
        .map(({ tag, content }) => [tag & 0x1f, elementAt(content, 0)?.content ?? new Uint8Array(0)]),
    );
  }

  number(field: number): number {
    return smallInteger(this.fields.get(field) ?? new Uint8Array(0));
  }

  get hasTicket(): boolean {
    return this.fields.has(TICKET);
  }
}

const isSame = (left: PySslSession, right: unknown): boolean =>
  right instanceof PySslSession &&
  left.id.length === right.id.length &&
  left.id.every((byte, i) => byte === right.id[i]);

export const SSL_SESSION: PyType = defineType<PySslSession>("_ssl.SSLSession", {
  traits: { noConstructor: true },
  slots: {
    __eq__: (self, other) => (other instanceof PySslSession ? isSame(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PySslSession ? !isSame(self, other) : NOT_IMPLEMENTED),
    __hash__: null,
  },
  getset: {
    has_ticket: [({ hasTicket }) => hasTicket, undefined, "Does the session contain a ticket?"],
    id: [({ id }) => new PyBytes(id), undefined, "Session id"],
    ticket_lifetime_hint: [(self) => self.number(LIFETIME), undefined, "Ticket life time hint."],
    time: [(self) => self.number(TIME), undefined, "Session creation time (seconds since epoch)."],
    timeout: [(self) => self.number(TIMEOUT), undefined, "Session timeout (delta in seconds)."],
  },
});
