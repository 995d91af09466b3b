// SPDX-License-Identifier: Apache-2.0
// Memory the caller has to give back: watched at both ends, poisoned when freed, and kept a while to see who still writes.
#include "standin.h"

#include <stdlib.h>
#include <string.h>

enum { EDGE = 32, KEPT = 64, CANARY = 0xC5, POISON = 0xDD };

struct block {
    struct block *next;
    BYTE *data;
    size_t size;
    bool guarded, freed, string, forgotten;
};
static struct block *blocks; // newest first
static size_t kept;

static struct block *find(const void *data) {
    struct block *block = blocks;
    while (block && block->data != data) block = block->next;
    return block;
}

static bool all(const BYTE *bytes, size_t count, BYTE value) {
    while (count && *bytes == value) bytes++, count--;
    return count == 0;
}

static void *allocate(size_t size, bool string, bool guard) {
    BYTE *base = guard ? os_before_guard(size) : malloc(size + 2 * EDGE);
    if (!base) return NULL;
    struct block *block = calloc(1, sizeof *block);
    if (!block) abort();
    *block = (struct block) {.next = blocks, .data = guard ? base : base + EDGE, .size = size, .guarded = guard, .string = string};
    if (!guard) memset(base, CANARY, size + 2 * EDGE);
    blocks = block;
    return block->data;
}

// The edges of memory in use; all of it once freed. A damage is reported once: what is damaged is mended.
static void check(struct block *block) {
    if (block->guarded) return;
    BYTE *base = block->data - EDGE, *end = block->data + block->size;
    if (!all(base, EDGE, CANARY) || !all(end, EDGE, CANARY)) {
        counters[CANARIES_DAMAGED]++;
        memset(base, CANARY, EDGE);
        memset(end, CANARY, EDGE);
    }
    if (block->freed && !all(block->data, block->size, POISON)) {
        counters[WRITES_AFTER_FREE]++;
        memset(block->data, POISON, block->size);
    }
}

void memory_check(void) {
    for (struct block *block = blocks; block; block = block->next) check(block);
}

static void drop_oldest_freed(void) {
    struct block **oldest = &blocks;
    for (struct block **link = &blocks; *link; link = &(*link)->next)
        if ((*link)->freed) oldest = link;
    struct block *block = *oldest;
    check(block);
    *oldest = block->next;
    if (block->guarded) os_free_before_guard(block->data, block->size);
    else free(block->data - EDGE);
    free(block);
    kept--;
}

static bool release(void *data, bool string) {
    struct block *block = find(data);
    if (!block || block->string != string) {
        counters[FOREIGN_FREES]++;
        return false;
    }
    if (block->freed) {
        counters[DOUBLE_FREES]++;
        return false;
    }
    check(block);
    memset(block->data, POISON, block->size);
    block->freed = true;
    if (!block->forgotten) {
        counters[string ? STRINGS_LIVE : BUFFERS_LIVE]--;
        if (!string) counters[BUFFERS_FREED]++;
    }
    if (++kept > KEPT) drop_oldest_freed();
    return true;
}

void *memory_buffer(size_t size) {
    void *data = allocate((size + 7) & ~(size_t) 7, false, world.guard);
    if (data) counters[BUFFERS_ALLOCATED]++, counters[BUFFERS_LIVE]++;
    return data;
}

// ERROR_INVALID_PARAMETER is what MprAdminBufferFree documents for NULL.
DWORD memory_free_buffer(void *data) { return data && release(data, false) ? 0 : 87; }

void memory_forget(void) {
    for (struct block *block = blocks; block; block = block->next) block->forgotten = true;
}

WCHAR *memory_string(const WCHAR *text, size_t length) {
    size_t size = (length + 1) * sizeof(WCHAR);
#ifdef _WIN32
    WCHAR *copy = LocalAlloc(LMEM_FIXED, size); // freed by kernel32, which tells nobody: not counted as live
#else
    WCHAR *copy = allocate(size, true, false);
    if (copy) counters[STRINGS_LIVE]++;
#endif
    if (!copy) return NULL;
    counters[STRINGS_ALLOCATED]++;
    memcpy(copy, text, length * sizeof(WCHAR));
    copy[length] = 0;
    return copy;
}

#ifndef _WIN32
bool memory_free_string(void *text) { return release(text, true); }
#endif
