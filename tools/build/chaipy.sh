#!/bin/sh
# dist/chaipy: Python, started by Node from a snapshot of a heap in which it has been started already.
#
# A snapshot belongs to one Node, one processor and no options of V8. Node itself only refuses a wrong one with an error, so
# a snapshot is used if all is exactly as dist/.start/table says it was when it was made (src/host/start-maker.ts): the boot
# of the system, the Node program and this folder. Otherwise Python starts from its scripts, and makes a snapshot at its end.
#
# Trap: a shell drops variables whose names are none in its language, and adds some. What this one was given goes along in
# CHAIPY_ENVIRONMENT (src/host/launching.ts).
# Every process that is started here costs as much as all other lines: ls(1), base64(1), and readlink(1) for a link.

case $0 in
  */*) file=$0 ;;
  *) file=./$0 ;;
esac
while [ -h "$file" ]; do
  each=$(readlink "$file")
  case $each in
    /*) file=$each ;;
    *) file=${file%/*}/$each ;;
  esac
done
here=${file%/*}
made=$here/.start
node='' boot='' seen='' folder='' blob='' given=''
newline='
'

# What the environment tells Node may be an option of V8, or want every script to be seen.
if [ -z "$NODE_OPTIONS$NODE_V8_COVERAGE$NODE_DEBUG" ] && { read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null; then
  set -f
  IFS=:
  for each in $PATH; do
    if [ -f "$each/node" ] && [ -x "$each/node" ]; then
      node=$each/node
      break
    fi
  done
  unset IFS
  set +f
fi
given=$(
  unset TIME_STYLE
  if [ -z "$node" ] || ! LC_ALL=C TZ=UTC0 /bin/ls -Lnic "$node"; then echo; fi
  exec base64 -w0 "/proc/$$/environ"
) 2>/dev/null
seen=${given%%"$newline"*}
given=${given#*"$newline"}
# The system takes no longer variable.
if [ ${#given} -lt 130000 ]; then export CHAIPY_ENVIRONMENT="$given"; fi

if [ -n "$seen" ]; then
  if [ -r "$made/table" ]; then
    {
      read -r folder
      while read -r blob each; do
        if [ "$each" = "$boot $seen" ]; then break; fi
      done
    } <"$made/table"
    # A snapshot of other scripts is of no use.
    if ! [ "$folder" -ef "$here" ] || { [ "$blob" != - ] && ! [ "$made/$blob" -nt "$here/main.js" ]; }; then blob=''; fi
  fi
  case $blob in
    -) ;;
    '')
      if [ -w "$made" ] || { ! [ -e "$made" ] && [ -w "$here" ]; }; then export CHAIPY_SNAPSHOT_FOR="$node"; fi
      ;;
    *) exec "$node" --snapshot-blob "$made/$blob" --no-rehash-snapshot --max-semi-space-size=64 "$0" "$@" ;;
  esac
fi
export CHAIPY_LAUNCHER="$0"
exec node "$here/cli.js" "$@"
