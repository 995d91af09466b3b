# SPDX-License-Identifier: Apache-2.0
# Sourced by build and check: what the stand-in is made of.
# shellcheck shell=bash
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$here/target
flags=(-std=gnu11 -O1 -g -Wall -Wextra -Werror -fvisibility=hidden -D__USE_MINGW_ANSI_STDIO=1)
parts=(call.c control.c enumerate.c memory.c notify.c os.c rules.c script.c texts.c words.c world.c)

# need PACKAGE COMMAND: installs the package if the command is missing.
need() {
    local root=()
    command -v "$2" >/dev/null && return
    echo "mprapi: installing $1 ..." >&2
    [ "$(id -u)" = 0 ] || root=(sudo)
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" libc6-dev >/dev/null
}

# objects FOLDER PERSONALITY COMPILER...: compiles what belongs to a personality; prints the objects.
#   full      the MprAdmin names and the RasAdmin ones, as Windows has them
#   old       the MprAdmin names of Windows 2000: no IsServiceInitialized, no ConnectionEnumEx
#   rasadmin  only the RasAdmin names of the redistributable for NT 4
#   none      neither
objects() {
    local out=$1 personality=$2 part
    shift 2
    mkdir -p "$out"
    compile() { "${@:3}" "${flags[@]}" -c -o "$out/$1.o" "$here/$2" && echo "$out/$1.o"; }
    for part in "${parts[@]}"; do compile "${part%.c}" "$part" "$@" || return; done
    case $personality in full) compile mpradmin mprapi.c "$@" ;; old) compile mpradmin mprapi.c "$@" -DOLD ;; esac || return
    case $personality in full | rasadmin) compile rasadmin mprapi.c "$@" -DFAMILY=RasAdmin -DRASADMIN ;; esac
}
