// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;

import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a code's words come from. */
@Rule("P31")
class ErrorTextTest {
    private final FakeServer server = new FakeServer();

    @AfterEach
    void everyTextWasGivenBackOnce() {
        assertThat(server.heap.leaked()).isZero();
        assertThat(server.heap.wronglyFreed).isZero();
    }

    private String message(int code) throws ResetException {
        server.ports.add(new FakePort(4, "VPN2-4"));
        server.fail(MprapiFunction.PORT_RESET, code);
        try (RasServer ras = server.connect()) {
            PortResult result = ras.reset(ras.ports().get(0));
            assertThat(result.code()).isNotNull().extracting("value").isEqualTo(code);
            return result.message();
        }
    }

    @Test
    void ourOwnWordsComeFirst() throws ResetException {
        server.routerTexts.put(903, "Der Dienst ...");
        assertThat(message(903)).contains("LAN only").doesNotContain("Dienst");
        assertThat(server.log).noneMatch(line -> line.startsWith("MprAdminGetErrorString"));
    }

    @Rule("P31")
    @Test
    void theRoutersWordsAreGivenBackWithLocalFree() throws ResetException {
        server.routerTexts.put(907, "The interface is\r\nbusy %1.\r\n");
        assertThat(message(907))
                .isEqualTo("MprAdminPortReset: error 907 (0x38b, perhaps mprerror.h): The interface is busy %1.");
        assertThat(server.log).contains("LocalFree");
    }

    @Test
    void whatTheRouterHasNoWordsForTheMessagesHave() throws ResetException {
        server.moduleTexts.put(640, "A NetBIOS error has occurred.\r\n");
        server.routerTexts.put(650, "The router's own.");
        assertThat(message(640))
                .isEqualTo("MprAdminPortReset: error 640 (0x280, perhaps raserror.h): A NetBIOS error has occurred.");
        assertThat(message(650)).endsWith(": The router's own.");
        server.missing.add(MprapiFunction.GET_ERROR_STRING);
        assertThat(message(640)).endsWith(": A NetBIOS error has occurred.");
    }

    @Rule("P2")
    @Test
    void theMessagesAreLoadedFromTheSystemFolderAsDataAndOnce() throws ResetException {
        server.moduleTexts.put(640, "NetBIOS");
        server.ports.add(new FakePort(4, "VPN2-4"));
        server.fail(MprapiFunction.PORT_RESET, 640, 641, 640);
        try (RasServer ras = server.connect()) {
            RasPort port = ras.ports().get(0);
            assertThat(server.log).noneMatch(line -> line.startsWith("LoadLibraryExW"));
            ras.reset(port);
            ras.reset(port);
            assertThat(ras.reset(port).message()).endsWith(": NetBIOS");
        }
        assertThat(server.log)
                .filteredOn(line -> line.startsWith("LoadLibraryExW"))
                .containsExactly("LoadLibraryExW C:\\system32\\mprmsg.dll 2");
    }

    @Test
    void theSystemsWordsAreOfOtherErrorsWithTheSameNumbers() throws ResetException {
        server.systemTexts.put(640, "wrong");
        server.systemTexts.put(950, "wrong");
        server.systemTexts.put(995, "The I/O operation has been aborted.");
        assertThat(message(640)).endsWith("perhaps raserror.h)");
        assertThat(message(950)).endsWith("perhaps mprerror.h)");
        assertThat(message(995)).endsWith("perhaps winerror.h): The I/O operation has been aborted.");
        server.moduleTexts.put(995, "of a later mprerror.h");
        assertThat(message(995)).endsWith(": of a later mprerror.h");
    }

    @Test
    void windowsWordsForItsOwnCodes() throws ResetException {
        server.systemTexts.put(1450, "Insufficient system resources. \r\n");
        assertThat(message(1450))
                .isEqualTo("MprAdminPortReset: error 1450 (0x5aa, perhaps winerror.h): Insufficient system resources.");
        assertThat(server.log).noneMatch(line -> line.startsWith("MprAdminGetErrorString"));
    }

    @Rule({"P40", "P56"})
    @ParameterizedTest
    @CsvSource({
        "4711, 0x1267, winerror.h",
        "640, 0x280, raserror.h",
        "950, 0x3b6, mprerror.h",
        "-1073741811, 0xc000000d, ntstatus.h"
    })
    void withoutATextTheNumberIsThere(int code, String hex, String header) throws ResetException {
        assertThat(message(code))
                .isEqualTo("MprAdminPortReset: error " + Integer.toUnsignedString(code) + " (" + hex + ", perhaps "
                        + header + ")");
        assertThat(Win32Code.reason(MprapiFunction.PORT_RESET, code)).isEqualTo(Reason.SYSTEM_CALL_FAILED);
        assertThat(Win32Code.symbol(code)).isEqualTo("win32 " + Integer.toUnsignedString(code));
    }

    @Rule({"P6", "P56"})
    @Test
    void norWithoutTheFunction() throws ResetException {
        server.missing.add(MprapiFunction.GET_ERROR_STRING);
        server.routerTexts.put(907, "never seen");
        assertThat(message(907)).isEqualTo("MprAdminPortReset: error 907 (0x38b, perhaps mprerror.h)");
    }

    @Rule("P40")
    @Test
    void noReasonDependsOnAText() throws ResetException {
        server.systemTexts.put(4711, "Access is denied.");
        message(4711);
        assertThat(Win32Code.reason(MprapiFunction.PORT_RESET, 4711)).isEqualTo(Reason.SYSTEM_CALL_FAILED);
    }

    @Test
    void hostileTextsAreMadePrintable() throws ResetException {
        server.routerTexts.put(907, "a\u001b[2J\u202eb");
        assertThat(message(907)).endsWith("a\\u001b[2J\\u202eb");
        server.routerTexts.put(907, "x".repeat(5000));
        assertThat(message(907)).hasSizeLessThan(2200);
    }
}
