// SPDX-License-Identifier: Apache-2.0
// Java's net.dll (21 and later) imports GetAnycastIpAddressTable, which Wine 8 does not export: the JVM dies in its first
// SecureRandom. This DLL has it, and hands on everything else; Wine's own lies in C:\wine. See dlls.sh for the names.
#include <windows.h>

#define NAME(name) void *wine_##name;
#include "names.h"
#undef NAME

// No anycast addresses. Wine's FreeMibTable is HeapFree on the process heap.
DWORD WINAPI GetAnycastIpAddressTable(USHORT family, ULONG **table) {
    (void) family;
    if (!table) return ERROR_INVALID_PARAMETER;
    *table = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 64);
    return *table ? NO_ERROR : ERROR_NOT_ENOUGH_MEMORY;
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved) {
    (void) reserved;
    if (reason != DLL_PROCESS_ATTACH) return TRUE;
    HMODULE wine = LoadLibraryW(L"C:\\wine\\iphlpapi.dll");
    if (!wine || wine == self) return FALSE;
#define NAME(name) wine_##name = (void *) GetProcAddress(wine, #name);
#include "names.h"
    return TRUE;
}
