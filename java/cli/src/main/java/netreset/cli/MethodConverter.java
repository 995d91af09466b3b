// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import netreset.Method;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a means by its word. */
final class MethodConverter implements ITypeConverter<Method> {
    @Override
    public Method convert(String text) {
        try {
            return Method.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
