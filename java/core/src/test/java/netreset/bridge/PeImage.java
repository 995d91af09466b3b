// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The beginning of a 64-bit library as it lies in memory: headers, and resources with a version. */
final class PeImage {
    private static final int PE = 0x80;
    private static final int RESOURCES = 0xc0 + 0x60;
    private static final int VERSION = 0x1a0;

    private PeImage() {}

    /** Between another resource before it and one after, as the linker sorts them. */
    static void withVersion(ByteBuffer memory, int major, int minor, int build, int revision) {
        ByteBuffer image = memory.order(ByteOrder.LITTLE_ENDIAN);
        image.putInt(0x3c, PE).putInt(PE, 0x4550).putShort(PE + 24, (short) 0x20b);
        image.putInt(PE + 24 + 56, image.capacity()).putInt(PE + 24 + 128, RESOURCES);
        directory(image, RESOURCES, 1, 2);
        entry(image, RESOURCES, 0, 0x8000_0000, 0x8000_0fff);
        entry(image, RESOURCES, 1, 5, 0x8000_0fff);
        entry(image, RESOURCES, 2, 16, 0x8000_0028);
        directory(image, RESOURCES + 0x28, 0, 1);
        entry(image, RESOURCES + 0x28, 0, 1, 0x8000_0040);
        directory(image, RESOURCES + 0x40, 0, 1);
        entry(image, RESOURCES + 0x40, 0, 0x407, 0x58);
        image.putInt(RESOURCES + 0x58, VERSION);
        image.putInt(VERSION + 40, 0xfeef04bd);
        image.putInt(VERSION + 48, major << 16 | minor).putInt(VERSION + 52, build << 16 | revision);
    }

    private static void directory(ByteBuffer image, int at, int names, int numbers) {
        image.putShort(at + 12, (short) names).putShort(at + 14, (short) numbers);
    }

    private static void entry(ByteBuffer image, int directory, int index, int name, int target) {
        image.putInt(directory + 16 + 8 * index, name).putInt(directory + 20 + 8 * index, target);
    }
}
