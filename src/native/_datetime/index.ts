/** _datetime: date, time, datetime, timedelta and their zones (CPython Modules/_datetimemodule.c). */
import { defineModule } from "../../objects/kernel/module.ts";
import "./delta.ts";
import "./date.ts";
import "./time.ts";
import "./datetime.ts";
import { DATE, DATETIME, DELTA, MAXYEAR, MINYEAR, TIME, TIMEZONE, TZINFO } from "./objects.ts";
import { UTC } from "./zones.ts";

export default defineModule("_datetime", {
  doc: "Fast implementation of the datetime type.",
  types: { date: DATE, datetime: DATETIME, time: TIME, timedelta: DELTA, tzinfo: TZINFO, timezone: TIMEZONE },
  constants: { MINYEAR, MAXYEAR, UTC },
});
