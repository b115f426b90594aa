/** posix: whose the process is: users, groups and the login (CPython Modules/posixmodule.c). */
import type { OperatingSystem } from "../../host/host.ts";
import { typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { getItem, isSequence, length } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyList, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { shownType } from "../../objects/types/text.ts";
import { ownerArgument, readDatabase } from "./accounts.ts";
import { ofSystem } from "./system.ts";

type Id = Parameters<OperatingSystem["setId"]>[0];

function setId(kind: Id, doc: string): MethodRow {
  return [
    `($module, ${kind}, /)`,
    doc,
    (value: Value) => {
      const id = ownerArgument(value, kind.endsWith("uid") ? "uid" : "gid");
      ofSystem((known) => known.setId(kind, id === -1 ? 0xffffffff : id));
    },
  ];
}

/** The groups of a user: the one given, and those that name him. */
function groupList(user: Value, group: Value): number[] {
  const name = jsString(user);
  if (name === undefined) throw typeError(`getgrouplist() argument 1 must be str, not ${shownType(user)}`);
  if (name.includes("\0")) throw valueError("embedded null character");
  const base = ownerArgument(group, "gid");
  const named = readDatabase("/etc/group", 4).filter((entry) => entry.list(3).some((each) => jsString(each) === name));
  return [...new Set([base, ...named.map((entry) => entry.number(2))])];
}

function setGroups(groups: Value): void {
  if (!isSequence(typeOf(groups))) throw typeError("setgroups argument must be a sequence");
  const count = length(groups);
  if (count > MOST_GROUPS) throw valueError("too many groups");
  const ids = Array.from({ length: count }, (_, i) => {
    const group = getItem(groups, i);
    if (intOf(group) === undefined) throw typeError("groups must be integers");
    return ownerArgument(group, "gid");
  });
  ofSystem((known) => known.setGroups(ids));
}

export const MOST_GROUPS = 65536;

export const identityFunctions: Record<string, MethodRow> = {
  getlogin: ["($module, /)", "Return the actual login name.", () => strFromJs(ofSystem((known) => known.loginName()))],
  getgroups: [
    "($module, /)",
    "Return list of supplemental group IDs for the process.",
    () => new PyList(ofSystem((known) => known.groups())),
  ],
  setgroups: ["($module, groups, /)", "Set the groups of the current process to list.", setGroups],
  getgrouplist: [
    "($module, user, group, /)",
    "Returns a list of groups to which a user belongs.\n\n  user\n    username to lookup\n  group\n    base group id of the user",
    (user: Value, group: Value) => new PyList(groupList(user, group)),
  ],
  initgroups: [
    "($module, username, gid, /)",
    "Initialize the group access list.\n\nCall the system initgroups() to initialize the group access list with all of\nthe groups of which the specified username is a member, plus the specified\ngroup id.",
    (user: Value, group: Value) => {
      const groups = groupList(user, group);
      ofSystem((known) => known.setGroups(groups));
    },
  ],
  getresuid: [
    "($module, /)",
    "Return a tuple of the current process's real, effective, and saved user ids.",
    () => tuple(ofSystem((known) => known.userIds())),
  ],
  getresgid: [
    "($module, /)",
    "Return a tuple of the current process's real, effective, and saved group ids.",
    () => tuple(ofSystem((known) => known.groupIds())),
  ],
  setuid: setId("uid", "Set the current process's user id."),
  seteuid: setId("euid", "Set the current process's effective user id."),
  setgid: setId("gid", "Set the current process's group id."),
  setegid: setId("egid", "Set the current process's effective group id."),
};
