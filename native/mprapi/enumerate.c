// SPDX-License-Identifier: Apache-2.0
// Arrays in pages, with all that a page may lie about.
#include "standin.h"

#include <string.h>

// What a caller has to hand back to go on: not an index, and with bit 31 set.
#define RESUME 0x80000000u
enum { LIE_MOST = 4096 }; // entries up to here are there, if only as garbage

void enumerate_scribble(const struct call *call, const struct page *page) {
    if (call->result == 0 || call->result == 234) return;
    if (page->buffer) *page->buffer = (LPBYTE) (uintptr_t) 0xDEADBEEFDEADBEE8u;
    if (page->read) *page->read = 0xfffffff0u;
    if (page->total) *page->total = 0xfffffff0u;
    if (page->resume) *page->resume = 0xfffffff0u;
}

// MS-RRASM 3.1.4.46: less than one entry's length gives none, anything else one entry more than fits.
static DWORD fitting(const struct page *page, DWORD left) {
    uint64_t fit = page->pref / page->stride;
    if (page->pref == 0xffffffffu) fit = left;
    else if (fit > 0 && !world.exact_page) fit++;
    if (fit > left) fit = left;
    return world.page && fit > world.page ? world.page : (DWORD) fit;
}

static LPBYTE buffer(const struct call *call, const struct page *page, DWORD start, DWORD entries) {
    DWORD lie = call->rule.entries > entries && call->rule.entries <= LIE_MOST ? (DWORD) call->rule.entries : entries;
    if (lie == 0 || call->rule.null) return NULL;
    LPBYTE data = memory_buffer(lie * page->stride);
    if (!data) return NULL;
    memset(data, 0xCC, lie * page->stride);
    for (DWORD i = 0; i < entries; i++) page->fill(start + i, data + i * page->stride, page->context);
    for (int64_t i = 0; i < call->rule.fuzz; i++) data[world_random() % (lie * page->stride)] = (BYTE) world_random();
    return data;
}

static DWORD total(const struct call *call, const struct page *page, DWORD start, DWORD entries) {
    if (call->rule.total >= 0) return (DWORD) call->rule.total;
    switch (world.total) {
        case GRAND: return page->count;
        case LESS: return entries / 2;
        default: return page->count - start;
    }
}

void enumerate(struct call *call, const struct page *page) {
    DWORD from = page->resume ? *page->resume : 0, start = from & ~RESUME;
    if (!page->buffer || !page->read || !page->total || (from && !(from & RESUME))) {
        call->result = 87;
        return;
    }
    if (start > page->count) start = page->count; // it got shorter meanwhile
    DWORD entries = fitting(page, page->count - start), next = start + entries;
    bool more = next < page->count;
    if (call->rule.more && !more) more = true, next = 0;
    *page->buffer = buffer(call, page, start, entries);
    *page->read = call->rule.entries >= 0 ? (DWORD) call->rule.entries : entries;
    *page->total = total(call, page, start, entries);
    if (page->resume && !call->rule.same_resume)
        *page->resume = call->rule.resume >= 0 ? (DWORD) call->rule.resume : more ? RESUME | next : 0;
    call->result = more ? 234 : 0;
}

size_t enumerate_connection_size(DWORD level) {
    const size_t sizes[] = {
        sizeof(RAS_CONNECTION_0), sizeof(RAS_CONNECTION_1), sizeof(RAS_CONNECTION_2), sizeof(RAS_CONNECTION_3)};
    return level < sizeof sizes / sizeof *sizes ? sizes[level] : 0;
}

static void connection_0(const RAS_CONNECTION_EX *ex, RAS_CONNECTION_0 *out) {
    out->hConnection = ex->hConnection;
    out->hInterface = ex->hInterface;
    out->dwConnectDuration = ex->dwConnectDuration;
    out->dwInterfaceType = ex->dwInterfaceType;
    out->dwConnectionFlags = ex->dwConnectionFlags;
    memcpy(out->wszInterfaceName, ex->wszInterfaceName, sizeof out->wszInterfaceName);
    memcpy(out->wszUserName, ex->wszUserName, sizeof out->wszUserName);
    memcpy(out->wszLogonDomain, ex->wszLogonDomain, sizeof out->wszLogonDomain);
    memcpy(out->wszRemoteComputer, ex->wszRemoteComputer, sizeof out->wszRemoteComputer);
}

static void connection_1(const struct connection *connection, const RAS_CONNECTION_EX *ex, RAS_CONNECTION_1 *out) {
    out->hConnection = ex->hConnection;
    out->hInterface = ex->hInterface;
    memset(&out->PppInfo, 0, sizeof out->PppInfo);
    memcpy(out->PppInfo.ip.wszRemoteAddress, connection->address, sizeof connection->address);
    // From dwBytesXmited to dwCompressionRatioOut both structs are the same.
    memcpy(&out->dwBytesXmited, &ex->dwBytesXmited,
        offsetof(RAS_CONNECTION_EX, dwNumSwitchOvers) - offsetof(RAS_CONNECTION_EX, dwBytesXmited));
}

static void connection_2(const struct connection *connection, const RAS_CONNECTION_EX *ex, RAS_CONNECTION_2 *out) {
    out->hConnection = ex->hConnection;
    memcpy(out->wszUserName, ex->wszUserName, sizeof out->wszUserName);
    out->dwInterfaceType = ex->dwInterfaceType;
    out->guid = ex->guid;
    memset(&out->PppInfo2, 0, sizeof out->PppInfo2);
    memcpy(out->PppInfo2.ip.wszRemoteAddress, connection->address, sizeof connection->address);
}

static void connection_3(const struct connection *connection, const RAS_CONNECTION_EX *ex, RAS_CONNECTION_3 *out) {
    out->dwVersion = 1;
    out->dwSize = sizeof *out;
    out->hConnection = ex->hConnection;
    memcpy(out->wszUserName, ex->wszUserName, sizeof out->wszUserName);
    out->dwInterfaceType = ex->dwInterfaceType;
    out->guid = ex->guid;
    memset(&out->PppInfo3, 0, sizeof out->PppInfo3);
    memcpy(out->PppInfo3.ip.wszRemoteAddress, connection->address, sizeof connection->address);
    out->rasQuarState = ex->rasQuarState;
    out->timer = ex->probationTime;
}

void enumerate_connection(const struct connection *connection, DWORD level, void *entry) {
    RAS_CONNECTION_EX ex = world_connection_ex(connection);
    switch (level) {
        case 0: return connection_0(&ex, entry);
        case 1: return connection_1(connection, &ex, entry);
        case 2: return connection_2(connection, &ex, entry);
        default: return connection_3(connection, &ex, entry);
    }
}
