// SPDX-License-Identifier: Apache-2.0
// A planted mprapi.dll: whoever loads it ends with 86, whatever else is going on.
#include <windows.h>

#include <stdio.h>

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved) {
    (void) reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        char path[MAX_PATH] = "";
        GetModuleFileNameA(self, path, sizeof path);
        fprintf(stderr, "LOADED THE PLANTED %s\n", path);
        fflush(stderr);
        TerminateProcess(GetCurrentProcess(), 86);
    }
    return TRUE;
}

// So that it would be taken for the real one.
__declspec(dllexport) DWORD WINAPI MprAdminPortReset(HANDLE server, HANDLE port) {
    (void) server, (void) port;
    return 0;
}
