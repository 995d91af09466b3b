// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles a library anew from its published sources: {@code Recompile JAR SOURCES-JAR RELEASE}. The jar's classes are
 * replaced; nothing else in it changes. For picocli, whose class files are of Java 5: a JVM can't take such classes from
 * an archive, and verifies them in the slow way of that time, which makes the command start half as long again.
 */
final class Recompile {
    private Recompile() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        if (release(jar) >= Integer.parseInt(arguments[2])) {
            return;
        }
        Path work = Files.createTempDirectory("recompile");
        try {
            List<Path> sources = extract(Path.of(arguments[1]), work.resolve("sources"));
            Path classes = Files.createDirectory(work.resolve("classes"));
            compile(sources, classes, arguments[2]);
            replace(jar, classes);
        } finally {
            delete(work);
        }
    }

    /** The Java release whose class files are in a jar, by the first; 5 for those of Java 5 (JVM specification, 4.1). */
    private static int release(Path jar) throws IOException {
        try (FileSystem in = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(in.getPath("/"))) {
            Path first = files.filter(path -> path.toString().endsWith(".class") && !path.startsWith("/META-INF"))
                    .findFirst()
                    .orElseThrow();
            return ByteBuffer.wrap(Files.readAllBytes(first)).getShort(6) - 44;
        }
    }

    private static List<Path> extract(Path sourcesJar, Path to) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (FileSystem from = FileSystems.newFileSystem(sourcesJar);
                Stream<Path> files = Files.walk(from.getPath("/"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Path copy = to.resolve(file.toString().substring(1));
                Files.createDirectories(copy.getParent());
                sources.add(Files.copy(file, copy));
            }
        }
        return sources;
    }

    private static void compile(List<Path> sources, Path classes, String release) {
        List<String> arguments = new ArrayList<>(
                List.of("-nowarn", "-Xlint:none", "-proc:none", "-g", "--release", release, "-d", classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("javac: " + code);
        }
    }

    /** Those that the sources don't make stay as they are. */
    private static void replace(Path jar, Path classes) throws IOException {
        try (FileSystem to = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path old = to.getPath(classes.relativize(file).toString().replace('\\', '/'));
                Files.copy(file, old, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
