// SPDX-License-Identifier: Apache-2.0
// The lines of a script; README.md is their manual.
#include "standin.h"

#include <stdio.h>
#include <string.h>

static const char *const conditions[] = {
    "nonoperational", "disconnected", "callingback", "listening", "authenticating", "authenticated", "initializing", NULL};

static DWORD condition(struct line *line, const struct word *word) {
    char text[NAME];
    words_ascii(word, text, sizeof text);
    return text[0] >= '0' && text[0] <= '9' ? (DWORD) words_number(line, word) : (DWORD) words_choice(line, word, conditions);
}

static HANDLE handle(struct line *line, const struct word *word) { return (HANDLE) (uintptr_t) words_number(line, word); }

#define TEXT_FIELD(array) words_text(word, array, sizeof(array) / sizeof(WCHAR))
#define IS(name) (!strcmp(key, name))

static void port_setting(struct line *line, const struct word *word, struct port *port) {
    const char *key = word->key;
    RAS_PORT_0 *info = &port->info;
    if (IS("handle")) info->hPort = handle(line, word);
    else if (IS("connection")) info->hConnection = handle(line, word);
    else if (IS("state")) info->dwPortCondition = condition(line, word), port->due = NEVER;
    else if (IS("calls")) info->dwTotalNumberOfCalls = (DWORD) words_number(line, word);
    else if (IS("duration")) info->dwConnectDuration = (DWORD) words_number(line, word), port->connected = world_now();
    else if (IS("media")) TEXT_FIELD(info->wszMediaName);
    else if (IS("device")) TEXT_FIELD(info->wszDeviceName);
    else if (IS("type")) TEXT_FIELD(info->wszDeviceType);
    else if (IS("hardware")) port->traffic.dwHardwareCondition = (DWORD) words_number(line, word);
    else if (IS("speed")) port->traffic.dwLineSpeed = (DWORD) words_number(line, word);
    else if (IS("in")) port->traffic.dwBytesRcved = (DWORD) words_number(line, word), port->counted = world_now();
    else if (IS("out")) port->traffic.dwBytesXmited = (DWORD) words_number(line, word), port->counted = world_now();
    else if (IS("crc")) port->traffic.dwCrcErr = (DWORD) words_number(line, word);
    else if (IS("rate-in")) port->rate_in = (DWORD) words_number(line, word);
    else if (IS("rate-out")) port->rate_out = (DWORD) words_number(line, word);
    else line->complaint = "unknown key";
}

static void connection_setting(struct line *line, const struct word *word, struct connection *connection) {
    const char *key = word->key;
    RAS_CONNECTION_EX *info = &connection->info;
    if (IS("user")) TEXT_FIELD(info->wszUserName);
    else if (IS("domain")) TEXT_FIELD(info->wszLogonDomain);
    else if (IS("computer")) TEXT_FIELD(info->wszRemoteComputer);
    else if (IS("interface-name")) TEXT_FIELD(info->wszInterfaceName);
    else if (IS("interface")) info->hInterface = handle(line, word);
    else if (IS("address")) TEXT_FIELD(connection->address);
    else if (IS("endpoint")) TEXT_FIELD(info->wszRemoteEndpointAddress);
    else if (IS("duration")) info->dwConnectDuration = (DWORD) words_number(line, word), connection->connected = world_now();
    else if (IS("type")) info->dwInterfaceType = (DWORD) words_number(line, word);
    else if (IS("flags")) info->dwConnectionFlags = (DWORD) words_number(line, word);
    else if (IS("quarantine")) info->rasQuarState = (DWORD) words_number(line, word);
    else if (IS("in")) info->dwBytesRcved = (DWORD) words_number(line, word), connection->counted = world_now();
    else if (IS("out")) info->dwBytesXmited = (DWORD) words_number(line, word), connection->counted = world_now();
    else if (IS("rate-in")) connection->rate_in = (DWORD) words_number(line, word);
    else if (IS("rate-out")) connection->rate_out = (DWORD) words_number(line, word);
    else line->complaint = "unknown key";
}

static struct port *port_named(const struct word *name) {
    WCHAR units[MAX_PORT_NAME + 1];
    words_text(name, units, sizeof units / sizeof *units);
    for (DWORD i = 0; i < world.port_count; i++)
        if (!memcmp(world.ports[i].info.wszPortName, units, sizeof units)) return &world.ports[i];
    return NULL;
}

static void set_port(struct line *line, const struct word *name, size_t first) {
    struct port *port = port_named(name);
    if (!port) {
        static const struct word media = {.units = {'r', 'a', 's', 't', 'a', 'p', 'i'}, .length = 7};
        static const struct word type = {.units = {'v', 'p', 'n'}, .length = 3};
        if (!(port = world_add_port())) return;
        words_text(name, port->info.wszPortName, MAX_PORT_NAME + 1);
        words_text(&media, port->info.wszMediaName, MAX_MEDIA_NAME + 1);
        words_text(&(struct word) {0}, port->info.wszDeviceName, MAX_DEVICE_NAME + 1);
        words_text(&type, port->info.wszDeviceType, MAX_DEVICETYPE_NAME + 1);
    }
    for (size_t i = first; i < line->count && !line->complaint; i++) port_setting(line, &line->words[i], port);
}

static void port(struct line *line) { set_port(line, &line->words[1], 2); }

static void ports(struct line *line) {
    int64_t count = words_number(line, &line->words[1]);
    if (count < 1 || count > 20000 || line->count < 3) line->complaint = "ports COUNT PREFIX, up to 20000";
    for (int64_t i = 0; i < count && !line->complaint; i++) {
        char digits[8];
        struct word name = line->words[2];
        snprintf(digits, sizeof digits, "%d", (int) i);
        for (const char *p = digits; *p && name.length < UNITS; p++) name.units[name.length++] = (WCHAR) *p;
        set_port(line, &name, 3);
    }
}

static void connection(struct line *line) {
    HANDLE number = handle(line, &line->words[1]);
    struct connection *it = world_connection(number);
    if (!it) it = world_add_connection(number);
    for (size_t i = 2; it && i < line->count && !line->complaint; i++) connection_setting(line, &line->words[i], it);
}

static void remove_port(struct line *line) {
    struct port *it = port_named(&line->words[1]);
    if (it) world_remove_port(it);
    else line->complaint = "no such port";
}

static void service(struct line *line) {
    static const char *const states[] = {"running", "starting", "stopped", "denied", "lan-only", "dead", "absent", NULL};
    world.service = (enum service) words_choice(line, &line->words[1], states);
    world.service_code = line->count > 2 ? (DWORD) words_number(line, &line->words[2]) : 0;
}

static void reset(struct line *line) {
    static const char *const modes[] = {"noop", "effective", NULL};
    world.reset = (enum reset) words_choice(line, &line->words[1], modes);
    world.reset_delay = line->count > 2 ? words_number(line, &line->words[2]) : 0;
}

static void disconnect(struct line *line) {
    world.disconnect_delay = words_is(&line->words[1], "never") ? NEVER : words_number(line, &line->words[1]);
    if (line->count > 2) world.disconnect_idle_code = (DWORD) words_number(line, &line->words[2]);
}

static void page(struct line *line) { world.page = (DWORD) words_number(line, &line->words[1]); }

static void prefmax(struct line *line) {
    world.exact_page = words_choice(line, &line->words[1], (const char *const[]) {"quirk", "exact", NULL});
}

static void total(struct line *line) {
    world.total = (enum total) words_choice(line, &line->words[1], (const char *const[]) {"remaining", "grand", "less", NULL});
}

static void no_connection(struct line *line) { world.no_connection = handle(line, &line->words[1]); }

static void memory(struct line *line) {
    world.guard = words_choice(line, &line->words[1], (const char *const[]) {"canary", "guard", NULL});
}

static void clock_mode(struct line *line) {
    bool manual = words_choice(line, &line->words[1], (const char *const[]) {"real", "manual", NULL});
    if (manual) world.clock = world_now();
    world.manual_clock = manual;
}

static void advance(struct line *line) {
    if (!world.manual_clock) line->complaint = "the clock is not manual";
    world.clock += words_number(line, &line->words[1]);
    world_tick();
}

static void seed(struct line *line) { world.random = (uint64_t) words_number(line, &line->words[1]) * 2 + 1; }

static void text(struct line *line) {
    if (line->count < 3) line->complaint = "text CODE TEXT";
    else texts_set((DWORD) words_number(line, &line->words[1]), &line->words[2]);
}

static void restart(struct line *line) {
    int how = words_choice(line, &line->words[1], (const char *const[]) {"new", "same", "shuffle", NULL});
    if (!line->complaint) world_restart(how != 0, how == 2);
}

static void release(struct line *line) {
    rules_release(words_is(&line->words[1], "all") ? NO_GATE : words_number(line, &line->words[1]));
}

static void event(struct line *line) {
    if (words_is(&line->words[1], "all")) notify_all();
    else line->complaint = "event all";
}

static const struct { const char *word; void (*run)(struct line *line); } commands[] = {
    {"port", port}, {"ports", ports}, {"connection", connection}, {"remove", remove_port}, {"service", service},
    {"reset", reset}, {"disconnect", disconnect}, {"page", page}, {"prefmax", prefmax}, {"total", total},
    {"no-connection", no_connection}, {"memory", memory}, {"clock", clock_mode}, {"advance", advance}, {"seed", seed},
    {"text", text}, {"restart", restart}, {"release", release}, {"event", event},
};

static const char *run(const char *text, size_t length, const char *before) {
    struct line line;
    words_split(&line, text, length);
    if (line.complaint || line.count == 0 || words_is(&line.words[0], "#")) return line.complaint;
    if (line.count < 2) return "too few words";
    if (words_is(&line.words[0], "on")) {
        rules_add(&line, before);
        return line.complaint;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!words_is(&line.words[0], commands[i].word)) continue;
        commands[i].run(&line);
        return line.complaint;
    }
    return "unknown command";
}

const char *script_line(const char *text, size_t length) {
    char copy[4096];
    if (length >= sizeof copy) return "line too long";
    memcpy(copy, text, length);
    copy[length] = 0;
    if (copy[strspn(copy, " \t\r")] == '#') return NULL;
    char *before = strncmp(copy, "on ", 3) ? NULL : strstr(copy, " -- ");
    return before ? run(copy, (size_t) (before - copy), before + 4) : run(copy, length, "");
}
