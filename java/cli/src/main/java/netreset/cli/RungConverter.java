// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import netreset.Printable;
import netreset.Rung;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rung, {@code R0} to {@code R8}. */
final class RungConverter implements ITypeConverter<Rung> {
    @Override
    public Rung convert(String text) {
        return Arrays.stream(Rung.values())
                .filter(rung -> rung.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + Printable.brief(text) + "' is no rung: there are "
                        + Arrays.stream(Rung.values()).map(Rung::name).collect(Collectors.joining(" "))));
    }
}
