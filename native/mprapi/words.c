// SPDX-License-Identifier: Apache-2.0
// A line of a script: words between blanks, each VALUE or KEY=VALUE; a value in quotes may have blanks and \" \\ \uXXXX.
#include "standin.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int unit(const char **at, const char *end) {
    const char *p = *at;
    int value = (unsigned char) *p++;
    if (value >= 0x80) return -1;
    if (value == '\\') {
        if (p == end) return -1;
        value = *p++;
        if (value == 'u') {
            char digits[5] = {0};
            for (int i = 0; i < 4; i++, p++) {
                if (p == end || !isxdigit((unsigned char) *p)) return -1;
                digits[i] = *p;
            }
            value = (int) strtol(digits, NULL, 16);
        } else if (value != '"' && value != '\\') return -1;
    }
    *at = p;
    return value;
}

static const char *value(struct word *word, const char *p, const char *end, const char **complaint) {
    bool quoted = p < end && *p == '"';
    p += quoted;
    while (p < end && (quoted ? *p != '"' : !isspace((unsigned char) *p))) {
        int next = unit(&p, end);
        if (next < 0 || word->length == UNITS) {
            *complaint = next < 0 ? "bad character or escape" : "value too long";
            return end;
        }
        word->units[word->length++] = (WCHAR) next;
    }
    if (quoted && p == end) *complaint = "a quote is not closed";
    return p + quoted;
}

void words_split(struct line *line, const char *text, size_t length) {
    const char *p = text, *end = text + length;
    memset(line, 0, sizeof *line);
    while (!line->complaint) {
        while (p < end && isspace((unsigned char) *p)) p++;
        if (p >= end) return;
        if (line->count == WORDS) {
            line->complaint = "too many words";
            return;
        }
        struct word *word = &line->words[line->count++];
        size_t key = 0;
        while (p + key < end && (islower((unsigned char) p[key]) || isdigit((unsigned char) p[key]) || p[key] == '-')) key++;
        if (key && key < NAME && p + key < end && p[key] == '=') {
            memcpy(word->key, p, key);
            p += key + 1;
        }
        p = value(word, p, end, &line->complaint);
    }
}

bool words_is(const struct word *word, const char *ascii) {
    size_t i = 0;
    while (i < word->length && ascii[i] && word->units[i] == (unsigned char) ascii[i]) i++;
    return i == word->length && !ascii[i];
}

void words_ascii(const struct word *word, char *out, size_t size) {
    size_t i = 0;
    for (; i < word->length && i + 1 < size; i++) out[i] = (char) (word->units[i] < 0x80 ? word->units[i] : '?');
    out[i] = 0;
}

int64_t words_number(struct line *line, const struct word *word) {
    char text[32], *end;
    words_ascii(word, text, sizeof text);
    int64_t number = text[0] == '-' ? strtoll(text, &end, 0) : (int64_t) strtoull(text, &end, 0);
    if (!word->length || *end) line->complaint = "not a number";
    return number;
}

int words_choice(struct line *line, const struct word *word, const char *const choices[]) {
    for (int i = 0; choices[i]; i++)
        if (words_is(word, choices[i])) return i;
    line->complaint = "unknown word";
    return 0;
}

// What follows the NUL is garbage on purpose: a reader has to stop there, and at the array's end if there is none.
void words_text(const struct word *word, WCHAR *array, size_t size) {
    for (size_t i = 0; i < size; i++) array[i] = i < word->length ? word->units[i] : i == word->length ? 0 : 0xCCCC;
}
