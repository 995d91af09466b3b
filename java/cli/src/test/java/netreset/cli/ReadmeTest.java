// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import netreset.Reason;
import netreset.ResetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example is what a reader will paste: it compiles, and it asks the kernel. */
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

    @TempDir
    private Path folder;

    @Test
    void theExampleCompilesAndRuns() throws Exception {
        Class<?> example = compiled(examples().get(0));
        assertThatThrownBy(
                        () -> example.getMethod("main", String[].class).invoke(null, (Object) new String[] {"nic:lo"}))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ResetException.class,
                        failure -> assertThat(failure.reason()).isIn(Reason.UNSUPPORTED, Reason.PERMISSION_DENIED));
    }

    @Test
    void everyExampleCompiles() throws Exception {
        assertThat(examples()).hasSizeGreaterThan(1);
        for (String example : examples()) {
            compiled(example);
        }
    }

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../../README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Class<?> compiled(String source) throws Exception {
        Matcher name = CLASS.matcher(source);
        assertThat(name.find()).isTrue();
        Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("java.class.path");
        int result = compiler.run(null, null, null, "-cp", path, "-d", folder.toString(), file.toString());
        assertThat(result).as("javac's exit code").isZero();
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        return loader.loadClass(name.group(1));
    }
}
