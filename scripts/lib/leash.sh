#!/bin/sh
# Keeps one program on a leash: its end of life is tied to our standard input, which only the starting process holds open.
# When that process ends in whatever way, kill -9 included, the pipe closes and the program is asked to stop, then made to.
# usage: leash.sh PID_FILE GRACE_SECONDS COMMAND [ARGUMENT...]    (an empty PID_FILE writes none)
pid_file=$1
grace=$2
shift 2

# The shell gives background jobs an empty input, so the pipe is kept aside and handed on: a program may watch it too.
exec 9<&0
"$@" <&9 &
program=$!
[ -z "$pid_file" ] || echo "$program" >"$pid_file"
trap 'kill -TERM "$program" 2>/dev/null' TERM INT HUP

(
  trap - TERM INT HUP
  while read -r _ <&9; do :; done
  kill -TERM "$program" 2>/dev/null
  tenths=$((grace * 10))
  while [ "$tenths" -gt 0 ] && kill -0 "$program" 2>/dev/null; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  kill -KILL "$program" 2>/dev/null
) &
watcher=$!

wait "$program"
code=$?
# A trapped signal ends the first wait early; the program is then on its way out.
while kill -0 "$program" 2>/dev/null; do
  wait "$program"
  code=$?
done
kill "$watcher" 2>/dev/null
[ -z "$pid_file" ] || rm -f "$pid_file"
exit "$code"
