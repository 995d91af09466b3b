// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads {@code none}, which is 0, or how long to look. */
final class LookConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return text.equals("none") ? Duration.ZERO : new DurationConverter().convert(text);
    }
}
