/** pwd: the user database (CPython Modules/pwdmodule.c), read from /etc/passwd of the host. */
import { isInstance, STR } from "../objects/kernel/core-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, PyList } from "../objects/kernel/payload.ts";
import { reprText } from "../objects/kernel/protocol.ts";
import { keyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { defineStructSequence, type PyStructSequence } from "../objects/types/structseq.ts";
import { shownType } from "../objects/types/text.ts";
import { idArgument, readDatabase } from "./posix/accounts.ts";

const STRUCT_PASSWD = defineStructSequence(
  "pwd.struct_passwd",
  "pwd.struct_passwd: Results from getpw*() routines.\n\nThis object may be accessed either as a tuple of\n  (pw_name,pw_passwd,pw_uid,pw_gid,pw_gecos,pw_dir,pw_shell)\nor via the object attributes as named in the above tuple.",
  [
    ["pw_name", "user name"],
    ["pw_passwd", "password"],
    ["pw_uid", "user id"],
    ["pw_gid", "group id"],
    ["pw_gecos", "real name"],
    ["pw_dir", "home directory"],
    ["pw_shell", "shell program"],
  ],
);

function users(): PyStructSequence[] {
  return readDatabase("/etc/passwd", 7).map(({ text, number }) =>
    STRUCT_PASSWD.make([text(0), text(1), number(2), number(3), text(4), text(5), text(6)]),
  );
}

function byUid(value: Value): Value {
  const uid = idArgument(value, "uid");
  if (uid === undefined) throw keyError("getpwuid(): uid not found");
  const found = users().find((user) => user.items[2] === uid);
  // The unsigned all-ones id is shown as -1, as CPython does.
  if (found === undefined) throw keyError(`getpwuid(): uid not found: ${uid === 0xffffffff ? -1 : uid}`);
  return found;
}

function byName(name: Value): Value {
  if (!isInstance(name, STR)) throw typeError(`getpwnam() argument must be str, not ${shownType(name)}`);
  const text = jsString(name) as string;
  if (text.includes("\0")) throw valueError("embedded null byte");
  const found = users().find((user) => jsString(user.items[0]) === text);
  if (found === undefined) throw keyError(`getpwnam(): name not found: ${reprText(name)}`);
  return found;
}

export default defineModule("pwd", {
  doc: "This module provides access to the Unix password database.\nIt is available on all Unix versions.\n\nPassword database entries are reported as 7-tuples containing the following\nitems from the password database (see `<pwd.h>'), in order:\npw_name, pw_passwd, pw_uid, pw_gid, pw_gecos, pw_dir, pw_shell.\nThe uid and gid items are integers, all others are strings. An\nexception is raised if the entry asked for cannot be found.",
  functions: {
    getpwuid: [
      "($module, uidobj, /)",
      "Return the password database entry for the given numeric user ID.\n\nSee `help(pwd)` for more on password database entries.",
      byUid,
    ],
    getpwnam: [
      "($module, name, /)",
      "Return the password database entry for the given user name.\n\nSee `help(pwd)` for more on password database entries.",
      byName,
    ],
    getpwall: [
      "($module, /)",
      "Return a list of all available password database entries, in arbitrary order.\n\nSee help(pwd) for more on password database entries.",
      () => new PyList(users()),
    ],
  },
  types: { struct_passwd: STRUCT_PASSWD.type },
});
