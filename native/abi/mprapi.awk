# SPDX-License-Identifier: Apache-2.0
# "@ RAS_PORT_0 dwPortCondition 16" becomes "RasPort0.DW_PORT_CONDITION 16": Java's names, as in the kernel's table.
function camel(name,    words, count, i, out) {
    count = split(name, words, "_")
    for (i = 1; i <= count; i++) out = out substr(words[i], 1, 1) tolower(substr(words[i], 2))
    return out
}

function snake(name,    i, c, out) {
    for (i = 1; i <= length(name); i++) {
        c = substr(name, i, 1)
        if (c ~ /[A-Z]/ && substr(name, i - 1, 1) ~ /[a-z0-9]/) out = out "_"
        out = out c
    }
    return toupper(out)
}

# Values are unsigned 32 bits, as in that table.
$1 == "@" { printf "%s.%s %.0f\n", camel($2), snake($3), $4 < 0 ? $4 + 4294967296 : $4 }
