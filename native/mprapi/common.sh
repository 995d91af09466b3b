# SPDX-License-Identifier: Apache-2.0
# Sourced by build and check: what the stand-in is made of.
# shellcheck shell=bash disable=SC2034
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

# compile_all FOLDER COMPILER...: an object of each part, and of the functions in each of their forms.
compile_all() {
    local out=$1 part
    shift
    mkdir -p "$out"
    for part in "${parts[@]}"; do "$@" "${flags[@]}" -c -o "$out/${part%.c}.o" "$here/$part"; done
    "$@" "${flags[@]}" -c -o "$out/functions.o" "$here/mprapi.c"
    "$@" "${flags[@]}" -DOLD -c -o "$out/functions-old.o" "$here/mprapi.c"
    "$@" "${flags[@]}" -DFAMILY=RasAdmin -DRASADMIN -c -o "$out/functions-rasadmin.o" "$here/mprapi.c"
}

# link PERSONALITY FOLDER FILE COMPILER...: a program or library of the objects in the folder.
#   full      the MprAdmin names and the RasAdmin ones, as Windows has them
#   old       the MprAdmin names of Windows 2000: no IsServiceInitialized, no ConnectionEnumEx
#   rasadmin  only the RasAdmin names of the redistributable for NT 4
#   none      neither
link() {
    local personality=$1 from=$2 file=$3 name names=() objects=()
    shift 3
    case $personality in
        full) names=(functions functions-rasadmin) ;;
        old) names=(functions-old) ;;
        rasadmin) names=(functions-rasadmin) ;;
    esac
    names+=("${parts[@]%.c}")
    for name in "${names[@]}"; do objects+=("$from/$name.o"); done
    mkdir -p "$(dirname "$file")"
    "$@" -o "$file" "${objects[@]}"
}
