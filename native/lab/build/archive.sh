# SPDX-License-Identifier: Apache-2.0
# Archives of loaded classes of the application: an emulated CPU spends most of a JVM's start on loading and linking.
# A leg names the one it starts with: "# archive: junit-25". Made by a run on this machine that touches no device.
# shellcheck shell=bash

archive_key() { echo "$(cat "$TARGET/jre-${1##*-}.stamp") $(hash_of "$LAB/build/archive.sh") $(stat -c '%n %s %Y' "$TARGET"/app/* | hash_of)"; }

# What is run to see which classes are loaded; the same path, relative to the jars, as in the guest.
archive_training() {
    case $1 in
        junit) echo "org.junit.platform.console.ConsoleLauncher discover --include-classname=.*IT$ --exclude-classname=.*Win[A-Za-z]*IT$
            --scan-classpath=$(ls -- netreset-*-tests.jar | paste -sd:) --details=none --disable-banner" ;;
        # Refused or not, nothing of lo is touched.
        cli) echo "netreset.cli.Main reset nic:lo --up-to R7 --dry-run --json" ;;
    esac
}

make_archive() {
    local version=${1##*-} file=$TARGET/archive/$1 flags
    case $version in
        17) flags=(-XX:ArchiveClassesAtExit="$file") ;;
        *) flags=(-XX:AOTCacheOutput="$file" --enable-native-access=ALL-UNNAMED) ;;
    esac
    mkdir -p "$TARGET/archive"
    rm -f "$file"
    # The training's words are split on purpose: none has a space.
    # shellcheck disable=SC2046
    (cd "$TARGET/app" && "$TARGET/jre/$version/bin/java" -XX:+UseSerialGC "${flags[@]}" \
        -cp "$(ls -- *.jar | paste -sd:)" $(archive_training "${1%-*}")) >"$TARGET/archive-$1.log" 2>&1 || true
    [ -s "$file" ] || say "no class archive $1, so the leg starts slower (see $TARGET/archive-$1.log)"
}

# The archives that these legs name.
make_archives() {
    local name
    for name in $(cd "$LAB/legs" && sed -n 's/^# archive: //p' "$@" | sort -u); do
        [ ! -x "$TARGET/jre/${name##*-}/bin/java" ] || part "archive-$name" "$(archive_key "$name")" make_archive "$name"
    done
}
