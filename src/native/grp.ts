/** grp: the group database (CPython Modules/grpmodule.c), read from /etc/group of the host. */
import { isInstance, STR } from "../objects/kernel/core-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, PyList } from "../objects/kernel/payload.ts";
import { reprText } from "../objects/kernel/protocol.ts";
import { keyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { defineStructSequence, type PyStructSequence } from "../objects/types/structseq.ts";
import { shownType } from "../objects/types/text.ts";
import { idArgument, readDatabase } from "./posix/accounts.ts";

const STRUCT_GROUP = defineStructSequence(
  "grp.struct_group",
  "grp.struct_group: Results from getgr*() routines.\n\nThis object may be accessed either as a tuple of\n  (gr_name,gr_passwd,gr_gid,gr_mem)\nor via the object attributes as named in the above tuple.\n",
  [
    ["gr_name", "group name"],
    ["gr_passwd", "password"],
    ["gr_gid", "group id"],
    ["gr_mem", "group members"],
  ],
);

function groups(): PyStructSequence[] {
  return readDatabase("/etc/group", 4).map(({ text, number, list }) =>
    STRUCT_GROUP.make([text(0), text(1), number(2), new PyList(list(3))]),
  );
}

function byGid(value: Value): Value {
  const gid = idArgument(value, "gid");
  if (gid === undefined) throw keyError("getgrgid(): gid not found");
  const found = groups().find((group) => group.items[2] === gid);
  if (found === undefined) throw keyError(`getgrgid(): gid not found: ${gid === 0xffffffff ? -1 : gid}`);
  return found;
}

function byName(name: Value): Value {
  if (!isInstance(name, STR)) throw typeError(`getgrnam() argument 'name' must be str, not ${shownType(name)}`);
  const text = jsString(name) as string;
  if (text.includes("\0")) throw valueError("embedded null byte");
  const found = groups().find((group) => jsString(group.items[0]) === text);
  if (found === undefined) throw keyError(`getgrnam(): name not found: ${reprText(name)}`);
  return found;
}

export default defineModule("grp", {
  doc: "Access to the Unix group database.\n\nGroup entries are reported as 4-tuples containing the following fields\nfrom the group database, in order:\n\n  gr_name   - name of the group\n  gr_passwd - group password (encrypted); often empty\n  gr_gid    - numeric ID of the group\n  gr_mem    - list of members\n\nThe gid is an integer, name and password are strings.  (Note that most\nusers are not explicitly listed as members of the groups they are in\naccording to the password database.  Check both databases to get\ncomplete membership information.)",
  functions: {
    getgrgid: [
      "($module, /, id)",
      "Return the group database entry for the given numeric group ID.\n\nIf id is not valid, raise KeyError.",
      byGid,
    ],
    getgrnam: [
      "($module, /, name)",
      "Return the group database entry for the given group name.\n\nIf name is not valid, raise KeyError.",
      byName,
    ],
    getgrall: [
      "($module, /)",
      "Return a list of all available group entries, in arbitrary order.\n\nAn entry whose name starts with '+' or '-' represents an instruction\nto use YP/NIS and may not be accessible via getgrnam or getgrgid.",
      () => new PyList(groups()),
    ],
  },
  types: { struct_group: STRUCT_GROUP.type },
});
