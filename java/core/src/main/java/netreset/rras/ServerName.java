// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.WideStrings;
import org.jspecify.annotations.Nullable;

/**
 * A server's name, checked before anything native is called.
 *
 * @param text as Windows gets it; {@code null} for this machine
 */
record ServerName(@Nullable String text) {
    /** A DNS name's limit, RFC 1035 2.3.4, rounded up to what Windows' tools take. */
    private static final int MAX_LENGTH = 255;

    private static final String PREFIX = "\\\\";
    private static final Set<String> LOCAL = Set.of(".", "localhost");

    /**
     * Reads {@code SERVER} or {@code \\SERVER}.
     *
     * @param name {@code null}, a dot, localhost and {@code ownName} are this machine
     * @param bare whether Windows gets it without the backslashes
     * @param ownName asked only if the name is no other of this machine's
     * @throws ResetException INVALID_REQUEST if no server can be called so
     */
    static ServerName parse(@Nullable String name, boolean bare, Supplier<String> ownName) throws ResetException {
        if (name == null) {
            return new ServerName(null);
        }
        String host = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        String problem = problem(host);
        if (problem != null) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, "'" + Printable.brief(name) + "' is no server name: " + problem);
        }
        if (LOCAL.contains(host.toLowerCase(Locale.ROOT)) || host.equalsIgnoreCase(ownName.get())) {
            return new ServerName(null);
        }
        return new ServerName(bare ? host : PREFIX + host);
    }

    private static @Nullable String problem(String host) {
        if (host.isEmpty()) {
            return "it is empty";
        }
        if (host.length() > MAX_LENGTH) {
            return "it has more than " + MAX_LENGTH + " characters";
        }
        if (host.indexOf('/') >= 0 || host.indexOf('\\') >= 0) {
            return "it contains a slash";
        }
        return host.codePoints().anyMatch(c -> !Printable.isPlain(c) || Character.isSpaceChar(c))
                ? "it contains a space or a character that can't be seen"
                : null;
    }

    /** Without backslashes; {@code null} for this machine. */
    @Nullable
    String host() {
        return text != null && text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    }

    /** For C; {@code null} for this machine. */
    @Nullable
    ByteBuffer wide() {
        return text == null ? null : WideStrings.of(text);
    }

    /** For a person. */
    @Override
    public String toString() {
        return text == null ? "this machine" : text;
    }
}
