// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a mask of 32 bits: decimal, or hexadecimal after {@code 0x}. A leading zero would be octal to ethtool: no. */
final class FlagsConverter implements ITypeConverter<Long> {
    private static final Pattern NUMBER = Pattern.compile("0[xX]0*([0-9a-fA-F]{1,8})|([1-9][0-9]{0,9})");
    private static final long ALL = 0xffffffffL;

    @Override
    public Long convert(String text) {
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            long flags = number.group(1) == null ? Long.parseLong(text) : Long.parseLong(number.group(1), 16);
            if (flags >= 1 && flags <= ALL) {
                return flags;
            }
        }
        throw new TypeConversionException("'" + text + "' is no mask: 1 to 4294967295, or 0x1 to 0xffffffff");
    }
}
