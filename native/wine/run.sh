#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Runs legs one after the other, prints what passed. Reports, rules and logs stay in target/out/LEG/.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

leg_limit=${WINE_LEG_SECONDS:-180}

for leg; do [ -f "$LANE/legs/$leg" ] || fail "no leg '$leg' in $LANE/legs"; done
"$LANE/build.sh"
test_jars=$(cd "$TARGET/app" 2>/dev/null && ls -- netreset-*-tests.jar 2>/dev/null | sed "s|^|$TARGET/app/|" | paste -sd';') || true
[ -n "$test_jars" ] || fail "no netreset-*-tests.jar in $TARGET/app: run '$LANE/take-jars'"

# Puts the DLLs of a leg in their places.
place() {
    local folder
    rm -f "$SYSTEM32/mprapi.dll" "$TARGET"/java/*/bin/mprapi.dll
    case $system32 in
        nothing) ;;
        builtin) cp "$BUILTIN/mprapi.dll" "$SYSTEM32/" ;;
        *) cp "$STANDIN/target/windows/$system32/mprapi.dll" "$SYSTEM32/" ;;
    esac
    [ "$planted" = yes ] || return 0
    mkdir "$out/path"
    for folder in "$TARGET/java/$java/bin" "$out/work" "$out/path"; do cp "$TARGET/decoy.dll" "$folder/mprapi.dll"; done
    export WINEPATH="Z:${out//\//\\}\\path"
}

junit() {
    cd "$out/work"
    export WINE_IPHLPAPI=$iphlpapi WINE_MPRAPI=n
    [ "$system32" != builtin ] || WINE_MPRAPI=b
    timeout -k 10 "$leg_limit" "$LANE/jvm" "$java" "${flags[@]}" \
        -XX:ErrorFile="$out/hs_err.log" -Dnetreset.bridge="$bridge" -Dnetreset.rules.dir="$out/rules" \
        -Dnetreset.wine.leg="$leg" -cp "$(printf '%s;' "$TARGET"/app/*.jar)" \
        org.junit.platform.console.ConsoleLauncher execute --scan-classpath="$test_jars" --include-classname="$tests" \
        --disable-banner --disable-ansi-colors --details=tree --reports-dir="$out/reports"
}

# A subshell a leg: what it sets is its own.
run() (
    leg=$1 out=$TARGET/out/$1 start=$SECONDS code=0
    mkdir -p "$out"/{work,rules,reports}
    # What a leg may set, and what holds unless it does.
    java=25 bridge=ffm system32=full planted=no iphlpapi=n,b tests='.*WinIT$' flags=(--enable-native-access=ALL-UNNAMED)
    # shellcheck source=/dev/null
    . "$LANE/legs/$leg"
    place
    say "$leg ..."
    (junit) >"$out/log" 2>&1 </dev/null || code=$?
    echo $code >"$out/exit"
    echo $((SECONDS - start)) >"$out/seconds"
)

rm -rf "$TARGET/out"
trap 'stop_wine; rm -f "$TARGET"/java/*/bin/mprapi.dll' EXIT
# One server for all legs: each start of it costs half a second.
"$WINE_HOME/wineserver64" -p
for leg; do run "$leg"; done
# The lab's judgement; its guest ends with 1 when it has run to its end, as we have.
python3 "$LANE/../lab/verdict.py" "$TARGET/out" 1 "$@" || fail "see the logs: $TARGET/out/LEG/log"
