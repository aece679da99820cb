# shellcheck shell=bash
# What the scripts beside it share: sourced, never run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
checkout=$PWD

say() { printf '%s\n' "$*" >&2; }

# Runs a command as a named step and says how many seconds it took.
step() {
  local name=$1 began=$SECONDS
  shift
  say "── $name"
  if "$@"; then
    say "── $name: $((SECONDS - began)) s"
  else
    local code=$?
    say "── $name: failed after $((SECONDS - began)) s"
    return "$code"
  fi
}

# Root in somebody's checkout goes on as that somebody: files then belong to them, and no server runs as root.
become_owner() {
  [ "$(id -u)" = 0 ] || return 0
  local user home
  user=$(stat -c %U "$checkout")
  case $user in root | UNKNOWN) return 0 ;; esac
  home=$(getent passwd "$user" | cut -d: -f6)
  local as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups
    env HOME="$home" USER="$user" LOGNAME="$user" PATH="$PATH")
  if "${as[@]}" sh -c 'test -w "$HOME" && swift --version' >/dev/null 2>&1; then
    exec "${as[@]}" "$0" "$@"
  fi
  say "$user cannot run the Swift toolchain: going on as root."
}

# in_session SECONDS command…: runs it in a session of its own under a time limit, then ends what is left of the session,
# also when this script is stopped (see end_session).
session=
in_session() {
  local limit=$1 code=0
  shift
  setsid timeout --foreground "$limit" "$@" </dev/null &
  session=$!
  wait "$session" || code=$?
  end_session
  if [ "$code" = 124 ]; then say "Stopped after $limit s: $*"; fi
  return "$code"
}

end_session() {
  [ -n "$session" ] || return 0
  local stat line fields pids=()
  for stat in /proc/[0-9]*/stat; do
    read -r line <"$stat" || continue
    read -ra fields <<<"${line##*) }"
    if [ "${fields[3]}" = "$session" ] && [ "${fields[0]}" != Z ]; then pids+=("${line%% *}"); fi
  done 2>/dev/null
  session=
  if [ "${#pids[@]}" -gt 0 ]; then kill "${pids[@]}" 2>/dev/null || true; fi
}
