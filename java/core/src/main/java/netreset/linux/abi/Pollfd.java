// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/**
 * {@code <poll.h>}.
 *
 * <pre>{@code
 * struct pollfd {
 *     int   fd;
 *     short events;
 *     short revents;
 * };
 * }</pre>
 */
public final class Pollfd {
    public static final int SIZE = 8;
    public static final int FD = 0;
    public static final int EVENTS = 4;
    public static final int REVENTS = 6;

    private Pollfd() {}
}
