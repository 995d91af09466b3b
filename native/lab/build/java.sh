# SPDX-License-Identifier: Apache-2.0
# The Java runtimes: small ones by jlink, with an archive of loaded classes (CDS), in one squashfs.
# shellcheck shell=bash

# What the command (who is at a socket's other end), JUnit's console (zip file system, XML, management), AssertJ, JNA
# (logging), picocli and gson ask for.
jre_modules=java.base,java.instrument,java.logging,java.management,java.sql,java.xml,jdk.net,jdk.unsupported,jdk.zipfs

jre_key() { echo "$jre_modules $(hash_of "$(find_jdk "$1")/release" "$LAB/build/java.sh")"; }

make_jre() {
    local jdk jre=$TARGET/jre/$1
    jdk=$(find_jdk "$1")
    rm -rf "$jre"
    mkdir -p "$TARGET/jre"
    "$jdk/bin/jlink" --add-modules "$jre_modules" --strip-debug --no-header-files --no-man-pages --output "$jre" >/dev/null
    "$jre/bin/java" -Xshare:dump >/dev/null 2>&1
}

make_java() {
    local major key=
    mkdir -p "$TARGET/jre"
    for major in 17 25; do
        if [ -z "$(find_jdk $major)" ]; then
            say "SKIPPED: no JDK $major on this machine, so the guest has none"
            rm -rf "$TARGET/jre/$major" "$TARGET/jre-$major.stamp"
            continue
        fi
        part jre-$major "$(jre_key $major)" make_jre $major
        key="$key $(cat "$TARGET/jre-$major.stamp")"
    done
    [ -n "$key" ] || fail "neither JDK 17 nor JDK 25: run '$LAB/lab install'"
    part java "$key" mksquashfs_quiet
}

mksquashfs_quiet() {
    mksquashfs "$TARGET/jre" "$TARGET/java.squashfs" -comp lz4 -noappend -all-root -quiet -no-progress >/dev/null
}
