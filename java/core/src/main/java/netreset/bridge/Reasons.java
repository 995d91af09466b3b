// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line why a class or a native library couldn't be loaded. */
final class Reasons {
    /** HotSpot's ClassFileParser: "{class} has been compiled by ... (class file version {version}.0) ...". */
    private static final Pattern TOO_NEW = Pattern.compile("(\\S+) has been compiled by .*?class file version (\\d+)");

    /** Class file version 45 was Java 1.1 (JVM specification, table 4.1-A). */
    private static final int VERSION_BEFORE_JAVA_1 = 44;

    private static final Pattern PROVIDER = Pattern.compile("Provider (\\S+) ");

    private Reasons() {}

    /** What went wrong at the root. */
    static String of(Throwable failure) {
        Throwable root = root(failure);
        String message = String.valueOf(root.getMessage());
        Matcher tooNew = TOO_NEW.matcher(message);
        if (root instanceof UnsupportedClassVersionError && tooNew.find()) {
            int needed = Integer.parseInt(tooNew.group(2)) - VERSION_BEFORE_JAVA_1;
            return "needs Java " + needed + " or later, this is "
                    + Runtime.version().feature();
        }
        if (root instanceof NoClassDefFoundError || root instanceof ClassNotFoundException) {
            return "class " + message.replace('/', '.') + " is missing";
        }
        // Some loaders' messages have several lines, such as one for each place where they looked.
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return root.getClass().getSimpleName() + ": " + line;
    }

    /** The name of the provider class that failed to load, as far as the failure tells; else {@code unknown}. */
    static String providerName(Throwable failure) {
        Matcher tooNew = TOO_NEW.matcher(String.valueOf(root(failure).getMessage()));
        if (tooNew.find()) {
            return tooNew.group(1).replace('/', '.');
        }
        Matcher provider = PROVIDER.matcher(String.valueOf(failure.getMessage()));
        return provider.find() ? provider.group(1) : "unknown";
    }

    /** Whether Java refused a restricted call or the loading of a native library, now or when it was first tried. */
    static boolean deniedAccess(Throwable failure) {
        return root(failure).toString().contains(IllegalCallerException.class.getName());
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
