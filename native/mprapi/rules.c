// SPDX-License-Identifier: Apache-2.0
// "on FUNCTION ...": what is to happen in which call. The first rule that fits is taken.
#include "standin.h"

#include <string.h>

enum { RULES = 128 };
static struct rule rules[RULES];
static size_t count;
static int64_t generation, released[64]; // of which gates are released; cleared with the rules
static size_t released_count;

static void codes(struct line *line, const struct word *word, struct rule *rule) {
    struct word one = {0};
    for (size_t i = 0; i <= word->length; i++) {
        if (i < word->length && word->units[i] != ',') {
            one.units[one.length++] = word->units[i];
            continue;
        }
        if (rule->code_count == sizeof rule->codes / sizeof *rule->codes) line->complaint = "too many codes";
        else rule->codes[rule->code_count++] = (DWORD) words_number(line, &one);
        one.length = 0;
    }
}

static void flag(struct line *line, const struct word *word, struct rule *rule) {
    if (words_is(word, "do")) rule->perform = true;
    else if (words_is(word, "null")) rule->null = true;
    else if (words_is(word, "more")) rule->more = true;
    else if (words_is(word, "hang")) rule->gate = 0;
    else line->complaint = "unknown action";
}

static void setting(struct line *line, const struct word *word, struct rule *rule) {
    const char *key = word->key;
    if (!*key) return flag(line, word, rule);
    if (!strcmp(key, "return")) return codes(line, word, rule);
    if (!strcmp(key, "port")) return words_ascii(word, rule->port, sizeof rule->port);
    if (!strcmp(key, "resume") && words_is(word, "same")) {
        rule->same_resume = true;
        return;
    }
    const struct { const char *key; int64_t *value; } numbers[] = {
        {"call", &rule->first}, {"times", &rule->times}, {"chance", &rule->chance}, {"delay", &rule->delay},
        {"hang", &rule->gate}, {"entries", &rule->entries}, {"total", &rule->total}, {"resume", &rule->resume},
        {"fuzz", &rule->fuzz},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (strcmp(key, numbers[i].key)) continue;
        *numbers[i].value = words_number(line, word);
        return;
    }
    line->complaint = "unknown key";
}

void rules_add(struct line *line, const char *before) {
    struct rule rule = {.first = -1, .times = -1, .chance = 1000, .gate = NO_GATE, .entries = -1, .total = -1, .resume = -1};
    if (line->count < 2 || strlen(before) >= sizeof rule.before || count == RULES) {
        line->complaint = line->count < 2 ? "no function" : "too long, or too many rules";
        return;
    }
    words_ascii(&line->words[1], rule.function, sizeof rule.function);
    strcpy(rule.before, before);
    for (size_t i = 2; i < line->count && !line->complaint; i++) setting(line, &line->words[i], &rule);
    if (rule.first < 0) rule.first = 1;
    else if (rule.times < 0) rule.times = 1;
    if (!line->complaint) rules[count++] = rule;
}

static bool same_port(const struct rule *rule, HANDLE handle) {
    const struct port *port = world_port(handle);
    struct word name = {0};
    if (!rule->port[0]) return true;
    if (!port) return false;
    for (; name.length <= MAX_PORT_NAME && port->info.wszPortName[name.length]; name.length++)
        name.units[name.length] = port->info.wszPortName[name.length];
    return words_is(&name, rule->port);
}

static bool due(struct rule *rule, const char *function, HANDLE port, bool wildcard) {
    if (strcmp(rule->function, function) && !(wildcard && !strcmp(rule->function, "*"))) return false;
    if (!same_port(rule, port)) return false;
    int64_t seen = ++rule->seen;
    if (seen < rule->first || (rule->times >= 0 && seen >= rule->first + rule->times)) return false;
    return rule->chance >= 1000 || (int64_t) (world_random() % 1000) < rule->chance;
}

// Every rule counts the calls it could apply to, whether or not an earlier one is taken.
struct rule rules_match(const char *function, HANDLE port, bool wildcard) {
    struct rule match = {.gate = NO_GATE, .entries = -1, .total = -1, .resume = -1};
    for (size_t i = 0; i < count; i++)
        if (due(&rules[i], function, port, wildcard) && !match.function[0]) match = rules[i];
    if (match.code_count > 1) match.codes[0] = match.codes[world_random() % match.code_count];
    return match;
}

void rules_release(int64_t gate) {
    if (released_count < sizeof released / sizeof *released) released[released_count++] = gate;
    os_wake_all();
}

void rules_clear(void) {
    count = released_count = 0;
    generation++;
    os_wake_all();
}

static bool is_released(int64_t gate) {
    for (size_t i = 0; i < released_count; i++)
        if (released[i] == gate || released[i] == NO_GATE) return true;
    return false;
}

void rules_wait(const struct rule *rule) {
    int64_t born = generation, until = os_micros() / 1000 + rule->delay;
    while (born == generation && !is_released(rule->gate)) {
        int64_t left = rule->gate == NO_GATE ? until - os_micros() / 1000 : 60000;
        if (left <= 0) break;
        os_wait(left);
    }
}
