// SPDX-License-Identifier: Apache-2.0
// What MprAdminGetErrorString says.
#include "standin.h"

#include <string.h>

enum { TEXTS = 32 };
static struct { DWORD code; WCHAR units[UNITS]; size_t length; } texts[TEXTS];
static size_t count;

DWORD texts_get(DWORD code, LPWSTR *out) {
    for (size_t i = 0; i < count; i++) {
        if (texts[i].code != code) continue;
        *out = memory_string(texts[i].units, texts[i].length);
        return *out ? 0 : 8;
    }
    return 317;
}

void texts_set(DWORD code, const struct word *text) {
    size_t i = 0;
    while (i < count && texts[i].code != code) i++;
    if (i == TEXTS) return;
    if (i == count) count++;
    texts[i].code = code;
    texts[i].length = text->length;
    memcpy(texts[i].units, text->units, sizeof text->units);
}

static void ascii(DWORD code, const char *text) {
    struct word word = {0};
    while (*text) word.units[word.length++] = (WCHAR) *text++;
    texts_set(code, &word);
}

void texts_reset(void) {
    count = 0;
    ascii(903, "The demand dial manager is not running.\r\n");
    ascii(906, "The interface is not connected.\r\n");
}
