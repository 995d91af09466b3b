// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import netreset.DeviceId;
import netreset.Method;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetRequest;
import netreset.Rung;

/**
 * What a client asks the helper: one line of plain words, such as {@code reset nic:eth1 json up-to=R2 timeout=30000}.
 * Timeouts are milliseconds. All after {@code reason=}, which is last, is a reason.
 */
record HelperRequest(ResetRequest reset, boolean json, boolean dryRun) {
    /** Bytes, the end of line not counted. */
    static final int LONGEST = 512 + 4 * ResetRequest.MAX_REASON;

    private static final String REASON = " reason=";

    String line() {
        StringBuilder line = new StringBuilder("reset ").append(reset.target());
        line.append(json ? " json" : " text").append(dryRun ? " dry-run" : "");
        Method method = reset.method();
        if (method != null) {
            line.append(" method=").append(method.word());
        }
        Rung upTo = reset.upTo();
        if (upTo != null) {
            line.append(" up-to=").append(upTo);
        }
        line.append(" timeout=").append(reset.timeout().toMillis());
        return reset.reason() == null
                ? line.toString()
                : line.append(REASON).append(reset.reason()).toString();
    }

    HelperRequest by(String requester) {
        return with(reset.withRequester(requester));
    }

    /** @throws ResetException INVALID_REQUEST if it is anything else */
    static HelperRequest parse(String line) throws ResetException {
        try {
            int reason = line.indexOf(REASON);
            List<String> words = Arrays.asList((reason < 0 ? line : line.substring(0, reason)).split(" ", -1));
            if (words.size() < 2 || !words.get(0).equals("reset")) {
                throw new IllegalArgumentException("a request is: reset nic:NAME [json] [dry-run] [up-to=R2] ...");
            }
            HelperRequest request = new HelperRequest(ResetRequest.of(DeviceId.parse(words.get(1))), false, false);
            for (String word : words.subList(2, words.size())) {
                request = request.with(word);
            }
            return reason < 0
                    ? request
                    : request.with(request.reset().withReason(line.substring(reason + REASON.length())));
        } catch (IllegalArgumentException e) {
            throw new ResetException(Reason.INVALID_REQUEST, "the helper: " + e.getMessage());
        }
    }

    private HelperRequest with(String word) {
        int sign = word.indexOf('=');
        String key = sign < 0 ? word : word.substring(0, sign);
        String value = sign < 0 ? "" : word.substring(sign + 1);
        return switch (key) {
            case "json" -> new HelperRequest(reset, true, dryRun);
            case "text" -> new HelperRequest(reset, false, dryRun);
            case "dry-run" -> new HelperRequest(reset, json, true);
            case "up-to" -> with(reset.withUpTo(Rung.valueOf(value)));
            case "method" -> with(reset.withMethod(method(value)));
            case "timeout" -> with(reset.withTimeout(Duration.ofMillis(Long.parseLong(value))));
            default -> throw new IllegalArgumentException("'" + Printable.brief(word) + "' means nothing to it");
        };
    }

    private HelperRequest with(ResetRequest changed) {
        return new HelperRequest(changed, json, dryRun);
    }

    private static Method method(String word) {
        return Arrays.stream(Method.values())
                .filter(method -> method.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + Printable.brief(word) + "' is no method"));
    }
}
