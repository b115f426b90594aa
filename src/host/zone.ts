/** The local time zone as JavaScript tells it: its offset, its abbreviation, and whether it is daylight time. */
import type { Zone } from "./host.ts";
import { type PosixZone, parsePosixZone } from "./posix-zone.ts";

export class LocalZone {
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  private spelled: { readonly text: string; readonly zone: PosixZone | undefined } | undefined = undefined;

  /** `variable`: the text of TZ, which the program itself can have changed since it was last asked for. */
  constructor(private readonly variable: () => string | undefined) {}

  /** The zone's rule at a moment, in seconds since 1970. */
  at(time: number): Zone {
    const text = this.variable();
    if (text !== undefined) {
      if (this.spelled?.text !== text) this.spelled = { text, zone: parsePosixZone(text) };
      if (this.spelled.zone !== undefined) return this.spelled.zone.at(time);
    }
    const date = new Date(time * 1000);
    const offset = -date.getTimezoneOffset() * 60;
    return {
      offset,
      name: this.nameAt(date, offset),
      isDaylight: offset !== standardOffset(date),
    };
  }

  /** The abbreviation ("CET"); each English locale knows only some, and the rest are numbers as in tzdata. */
  private nameAt(date: Date, offset: number): string {
    // Intl takes longer to load than the rest of a short run; the plain text of a date names this one zone as well.
    if (offset === 0 && date.toTimeString().includes("(Coordinated Universal Time)")) return "UTC";
    for (const locale of ["en-US", "en-GB", "en-AU", "en-IN", "en-ZA"]) {
      let format = this.formats.get(locale);
      if (format === undefined || this.variable() !== undefined) {
        format = new Intl.DateTimeFormat(locale, { timeZoneName: "short" });
        this.formats.set(locale, format);
      }
      const part = format.formatToParts(date).find(({ type }) => type === "timeZoneName");
      if (part !== undefined && /^[A-Z]{3,5}$/.test(part.value)) return part.value;
    }
    if (offset === 0) return "UTC";
    const minutes = Math.floor(Math.abs(offset) / 60);
    const rest = minutes % 60 === 0 ? "" : String(minutes % 60).padStart(2, "0");
    return `${offset < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}${rest}`;
  }
}

/** The lesser of the offsets in January and July, which is standard time on both hemispheres. */
function standardOffset(date: Date): number {
  const year = date.getFullYear();
  const january = -new Date(year, 0, 1).getTimezoneOffset() * 60;
  const july = -new Date(year, 6, 1).getTimezoneOffset() * 60;
  return Math.min(january, july);
}
