// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreset.Printable;
import netreset.Reason;
import netreset.Refusal;
import netreset.ResetException;

/** When operations on a device began, within the last hour of this boot; kept across processes. */
public final class History {
    /** The code of the refusal while a device cools down. */
    public static final String COOL_DOWN = "cool-down";
    /** The code of the refusal when the hour's budget is spent. */
    public static final String BUDGET = "budget";

    private static final String FOLDER = "history";

    private final StateFolder folder;
    private final String device;

    /** That of a device, as {@code pci/0000:03:00.0}. */
    public History(StateFolder folder, String device) {
        this.folder = folder;
        this.device = device;
    }

    /**
     * What speaks against an operation now: none, one or both.
     *
     * @throws ResetException if it can't be read
     */
    public List<Refusal> against(Limits limits, Uptime now) throws ResetException {
        List<Uptime> begun = within(now);
        List<Refusal> refusals = new ArrayList<>();
        if (!begun.isEmpty()) {
            double ago = now.since(begun.get(begun.size() - 1));
            double left = seconds(limits.coolDown()) - ago;
            if (left > 0) {
                refusals.add(new Refusal(
                        COOL_DOWN, "it was reset " + words(ago) + " ago, and may be again in " + words(left)));
            }
        }
        if (begun.size() >= limits.perHour()) {
            double left = seconds(Limits.HOUR) - now.since(begun.get(begun.size() - limits.perHour()));
            refusals.add(new Refusal(
                    BUDGET,
                    "it was reset " + begun.size() + (begun.size() == 1 ? " time" : " times")
                            + " within an hour, and may be again in " + words(left)
                            + ": what so many resets didn't heal needs a person"));
        }
        return refusals;
    }

    /**
     * An operation begins now. Call it with the device's lock held.
     *
     * @throws ResetException if it can't be written down
     */
    public void begin(Uptime now) throws ResetException {
        List<Uptime> begun = new ArrayList<>(within(now));
        begun.add(now);
        StringBuilder lines = new StringBuilder();
        begun.forEach(
                at -> lines.append(at.bootId()).append(' ').append(at.seconds()).append('\n'));
        try {
            new DurableFile(folder.make(FOLDER).resolve(StateFolder.fileName(device))).write(lines.toString());
        } catch (IOException e) {
            throw failed("can't be written", e);
        }
    }

    private List<Uptime> within(Uptime now) throws ResetException {
        try {
            String text = new DurableFile(folder.sub(FOLDER).resolve(StateFolder.fileName(device))).read();
            List<Uptime> begun = new ArrayList<>();
            for (String line : text == null ? List.<String>of() : text.lines().toList()) {
                Uptime at = parse(line);
                if (now.since(at) < seconds(Limits.HOUR)) {
                    begun.add(at);
                }
            }
            return begun;
        } catch (IOException | NumberFormatException e) {
            throw failed("can't be read", e);
        }
    }

    private static Uptime parse(String line) {
        int space = line.indexOf(' ');
        if (space < 0) {
            throw new NumberFormatException("'" + line + "' is no boot with seconds");
        }
        return new Uptime(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
    }

    private ResetException failed(String what, Exception e) {
        return new ResetException(
                Reason.SYSTEM_CALL_FAILED,
                Printable.line("when " + device + " was reset last " + what + ", in "
                        + folder.sub(FOLDER).resolve(StateFolder.fileName(device)) + ": " + e),
                null,
                e);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static String words(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 100 ? whole + " s" : (whole + 59) / 60 + " min";
    }
}
