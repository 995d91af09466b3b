# SPDX-License-Identifier: Apache-2.0
# Sourced by every script of the lab: where things are, what is printed, what need not be made again.
# shellcheck shell=bash
set -euo pipefail

LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TARGET=$LAB/target
TESTNIC=$LAB/../testnic
export LC_ALL=C PATH=$PATH:/usr/sbin:/sbin

say() { printf 'lab: %s\n' "$*" >&2; }

fail() {
    printf 'lab: FAILED: %s\n' "$*" >&2
    exit 1
}

# part NAME KEY COMMAND...: makes a part unless it was last made from the same KEY.
part() {
    local name=$1 key=$2 start=$SECONDS
    shift 2
    [ "$(cat "$TARGET/$name.stamp" 2>/dev/null)" != "$key" ] || return 0
    say "$name ..."
    rm -f "$TARGET/$name.stamp"
    "$@"
    echo "$key" >"$TARGET/$name.stamp"
    say "$name took $((SECONDS - start)) s"
}

# A key: the hash of the contents of these files.
hash_of() { cat "$@" | sha256sum | cut -c1-16; }

# The version of the newest kernel whose headers are installed, such as 6.1.0-56-amd64.
kernel_version() {
    local newest
    newest=$(find /usr/src -maxdepth 1 -name 'linux-headers-*-amd64' -printf '%f\n' |
        grep -Ev -- '-(cloud|rt)-' | sort -V | tail -1)
    [ -n "$newest" ] || fail "no kernel headers under /usr/src: run '$LAB/lab install'"
    echo "${newest#linux-headers-}"
}

# The home of a JDK of this major version; empty if there is none.
find_jdk() {
    local release
    for release in "${JAVA_HOME:-/none}"/release /usr/lib/jvm/*/release ~/.jdks/*/release ~/.sdkman/candidates/java/*/release; do
        if grep -qs "^JAVA_VERSION=\"$1[.\"]" "$release" && [ -x "${release%/release}/bin/jlink" ]; then
            echo "${release%/release}"
            return
        fi
    done
}
