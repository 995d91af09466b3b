// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** Tells a field what was given. Keeps it as well: to a list that is there already picocli adds. */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // picocli knows the type of the argument
final class Given<T> implements IGetter, ISetter {
    private final Consumer<T> field;
    private @Nullable Object value;

    Given(Consumer<T> field) {
        this.field = field;
    }

    @Override
    public <V> @Nullable V get() {
        return (V) value;
    }

    /** Before it parses, picocli sets everything to {@code null}: the field has a value of its own for that. */
    @Override
    public <V> @Nullable V set(@Nullable V given) {
        Object before = value;
        value = given;
        if (given != null) {
            field.accept((T) given);
        }
        return (V) before;
    }
}
