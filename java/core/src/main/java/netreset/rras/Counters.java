// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

/**
 * Counters of a port or a connection. Each is a DWORD: 0 to 4294967295, then 0 again; bytes do that within seconds on a
 * fast line. Clearing statistics, or another call, sets them to 0 too.
 *
 * @param bytesTransmitted bytes the server sent
 * @param bytesReceived bytes it received
 * @param framesTransmitted frames it sent
 * @param framesReceived frames it received
 * @param crcErrors wrong check sums
 * @param timeoutErrors timeouts
 * @param alignmentErrors frames that didn't end with a byte
 * @param hardwareOverrunErrors bytes the hardware lost
 * @param framingErrors frames it couldn't find the limits of
 * @param bufferOverrunErrors bytes the software lost
 * @param compressionRatioIn as the server puts it
 * @param compressionRatioOut as the server puts it
 */
public record Counters(
        long bytesTransmitted,
        long bytesReceived,
        long framesTransmitted,
        long framesReceived,
        long crcErrors,
        long timeoutErrors,
        long alignmentErrors,
        long hardwareOverrunErrors,
        long framingErrors,
        long bufferOverrunErrors,
        long compressionRatioIn,
        long compressionRatioOut) {}
