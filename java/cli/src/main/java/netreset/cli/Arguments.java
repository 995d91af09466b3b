// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Options and parameters, each with the field that is told its value; what else there is to say of one, picocli's builders
 * take. Said so and not by annotations, because to read these picocli needs reflection and a proxy for each: a fourth of the
 * time in which a process answers.
 */
final class Arguments {
    private Arguments() {}

    /** An option that is there or isn't. */
    static OptionSpec.Builder flag(String name, Consumer<Boolean> field) {
        return option(name, Boolean.class, field);
    }

    /** An option with a value. */
    static <T> OptionSpec.Builder option(String name, Class<T> type, Consumer<T> field) {
        Given<T> given = new Given<>(field);
        return OptionSpec.builder(name).type(type).getter(given).setter(given);
    }

    /** An option with a time. */
    static OptionSpec.Builder duration(String name, Consumer<Duration> field) {
        return option(name, Duration.class, field).paramLabel("D").converters(new DurationConverter());
    }

    /** An option that may be there more than once. */
    static OptionSpec.Builder list(String name, Consumer<List<String>> field) {
        Given<List<String>> given = new Given<>(field);
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .getter(given)
                .setter(given);
    }

    /** A parameter. */
    static PositionalParamSpec.Builder parameter(Consumer<String> field) {
        Given<String> given = new Given<>(field);
        return PositionalParamSpec.builder().type(String.class).getter(given).setter(given);
    }

    /** Parameters, as many as there are. */
    static PositionalParamSpec.Builder parameters(Consumer<List<String>> field) {
        Given<List<String>> given = new Given<>(field);
        return PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .getter(given)
                .setter(given);
    }
}
