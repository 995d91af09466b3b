// SPDX-License-Identifier: Apache-2.0
package netreset.linux.proof;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import netreset.Printable;
import netreset.linux.ladder.BusDevice;
import netreset.linux.ladder.Target;
import netreset.linux.netlink.Link;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the kernel log are about one NIC: those that name its interface or its device, in their text or in what
 * the kernel keeps with it ({@code DEVICE=+pci:0000:03:00.0}, {@code DEVICE=n3}), and those that begin with its driver's
 * name and name no other device.
 */
final class LogFilter {
    private static final Pattern PCI_ADDRESS = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");
    private static final String DEVICE = "\n DEVICE=";

    private final Set<String> devices = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> drivers = new HashSet<>();

    LogFilter(Target target) {
        add(target.link());
        add(target.bound());
        add(target.parent());
        if (target.driver() != null) {
            drivers.add(target.driver());
        }
    }

    /** Its interface, which may be another one after a reset. */
    void add(Link link) {
        add(link.name(), link.index());
    }

    void add(String name, int index) {
        words.add(name);
        devices.add("n" + index);
    }

    private void add(@Nullable BusDevice device) {
        if (device == null) {
            return;
        }
        words.add(device.name());
        devices.add("+" + device.bus() + ":" + device.name());
        if (device.driver() != null) {
            drivers.add(device.driver());
        }
    }

    /** {@code priority,sequence,microseconds,flags;text}, and lines that begin with a space for what is kept with it. */
    boolean isOurs(String record) {
        String text = text(record);
        String device = device(record);
        if (words.stream().anyMatch(word -> names(text, word)) || devices.contains(device)) {
            return true;
        }
        return device.isEmpty()
                && !PCI_ADDRESS.matcher(text).find()
                && drivers.stream().anyMatch(driver -> text.startsWith(driver) && names(text, driver));
    }

    private static boolean names(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            if ((at == 0 || !isPart(text.charAt(at - 1))) && (end == text.length() || !isPart(text.charAt(end)))) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static String device(String record) {
        int start = record.indexOf(DEVICE);
        if (start < 0) {
            return "";
        }
        int end = record.indexOf('\n', start + 1);
        return record.substring(start + DEVICE.length(), end < 0 ? record.length() : end);
    }

    private static String text(String record) {
        int start = record.indexOf(';') + 1;
        int end = record.indexOf('\n', start);
        return record.substring(start, end < 0 ? record.length() : end);
    }

    /** For a person: the text alone, on one line, with nothing in it that a terminal obeys. */
    static String line(String record) {
        return Printable.line(text(record));
    }
}
