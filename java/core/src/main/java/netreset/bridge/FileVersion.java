// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A library's version as its own resources have it, read where Windows has mapped them: no function need be bound for
 * that. Offsets are those of Microsoft's "PE Format" and of VS_VERSIONINFO and VS_FIXEDFILEINFO (Windows SDK).
 */
final class FileVersion {
    private static final int HEADERS = 4096;
    private static final int PE_OFFSET = 0x3c;
    private static final int PE_SIGNATURE = 0x4550;

    /** From the signature on: the optional header, and in that of 64-bit images what is wanted of it. */
    private static final int OPTIONAL_HEADER = 24;

    private static final short PE32_PLUS = 0x20b;
    private static final int SIZE_OF_IMAGE = OPTIONAL_HEADER + 56;
    private static final int RESOURCE_TABLE = OPTIONAL_HEADER + 128;

    /** A resource directory: how many names and numbers it has, then those, 8 bytes each. */
    private static final int NAMES = 12;

    private static final int NUMBERS = 14;
    private static final int ENTRIES = 16;
    private static final int ENTRY_SIZE = 8;
    private static final int SUBDIRECTORY = 0x8000_0000;

    private static final int RT_VERSION = 16;
    private static final int VS_VERSION_INFO = 1;

    /** VS_FIXEDFILEINFO in VS_VERSIONINFO: after three WORDs, "VS_VERSION_INFO" with its NUL, and padding. */
    private static final int FIXED = 40;

    private static final int FIXED_SIGNATURE = 0xfeef04bd;

    private final ByteBuffer image;

    private FileVersion(ByteBuffer image) {
        this.image = image;
    }

    /** Such as {@code 10.0.20348.1}; {@code null} if it has none, or not where it should be. */
    static @Nullable String of(Bridge bridge, long module) {
        try {
            ByteBuffer headers = bridge.view(module, HEADERS);
            int pe = headers.getInt(PE_OFFSET);
            if (headers.getInt(pe) != PE_SIGNATURE || headers.getShort(pe + OPTIONAL_HEADER) != PE32_PLUS) {
                return null;
            }
            ByteBuffer image = bridge.view(module, Integer.toUnsignedLong(headers.getInt(pe + SIZE_OF_IMAGE)));
            return new FileVersion(image).read(headers.getInt(pe + RESOURCE_TABLE));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable String read(int resources) {
        int names = resources == 0 ? 0 : entry(resources, 0, RT_VERSION);
        int languages = (names & SUBDIRECTORY) == 0 ? 0 : entry(resources, names & ~SUBDIRECTORY, VS_VERSION_INFO);
        int data = (languages & SUBDIRECTORY) == 0 ? 0 : first(resources + (languages & ~SUBDIRECTORY));
        if (data == 0) {
            return null;
        }
        int fixed = image.getInt(resources + data) + FIXED;
        return image.getInt(fixed) == FIXED_SIGNATURE
                ? words(image.getInt(fixed + 8)) + "." + words(image.getInt(fixed + 12))
                : null;
    }

    /** Where the directory's entry of that number leads to; 0 if it has none. */
    private int entry(int resources, int directory, int number) {
        int at = resources + directory;
        int names = Short.toUnsignedInt(image.getShort(at + NAMES));
        int numbers = Short.toUnsignedInt(image.getShort(at + NUMBERS));
        for (int i = names; i < names + numbers; i++) {
            int entry = at + ENTRIES + ENTRY_SIZE * i;
            if (image.getInt(entry) == number) {
                return image.getInt(entry + Integer.BYTES);
            }
        }
        return 0;
    }

    /** In whatever language: the numbers are the same. */
    private int first(int directory) {
        return image.getInt(directory + ENTRIES + Integer.BYTES);
    }

    private static String words(int dword) {
        return (dword >>> 16) + "." + (dword & 0xffff);
    }
}
