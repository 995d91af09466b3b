// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.Locale;
import java.util.OptionalInt;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.Scope;
import netreset.linux.abi.Ethtool;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Scope} that was understood: either a word that the driver's recipe translates, or bits.
 *
 * @param recipeWord {@code minimal}, {@code function} or {@code chip}; {@code null} if there are bits
 * @param bits the bits asked for; 0 with a recipe word
 */
record RequestedScope(@Nullable String recipeWord, int bits) {
    private static final long ALL = Integer.toUnsignedLong(Ethtool.ETH_RESET_ALL);

    /**
     * Reads a scope. No device is needed, and none is looked at.
     *
     * @throws ResetException INVALID_REQUEST for a word or number that means nothing
     */
    static RequestedScope of(Scope scope) throws ResetException {
        for (String word : scope.words()) {
            if (DriverRecipe.WORDS.contains(word)) {
                return alone(word, scope);
            }
        }
        int bits = 0;
        for (String word : scope.words()) {
            bits |= bits(word);
        }
        if (scope.flags().isPresent()) {
            bits |= flags(scope.flags().getAsLong());
        }
        return new RequestedScope(null, bits);
    }

    /**
     * The mask for a driver.
     *
     * @throws ResetException FLAGS_REJECTED if the driver has no such reset
     */
    int bitsFor(@Nullable String driver) throws ResetException {
        if (recipeWord == null) {
            return bits;
        }
        DriverRecipe recipe = DriverRecipe.of(driver);
        if (recipe == null) {
            return unknownDriver(driver, recipeWord);
        }
        OptionalInt translated = recipe.bits(recipeWord);
        if (translated.isEmpty()) {
            throw new ResetException(
                    Reason.FLAGS_REJECTED,
                    String.format(
                            Locale.ROOT,
                            "the driver %s has no %s reset; it has: %s",
                            recipe.driver(),
                            recipeWord,
                            recipe.offers()));
        }
        return translated.getAsInt();
    }

    /** The header's contract is all that is known: dedicated components belong to this interface alone. */
    private static int unknownDriver(@Nullable String driver, String word) throws ResetException {
        if (word.equals("function")) {
            return Ethtool.ETH_RESET_DEDICATED;
        }
        throw new ResetException(
                Reason.FLAGS_REJECTED,
                "what a " + word + " reset is to the driver "
                        + (driver == null ? "of this NIC" : Printable.brief(driver))
                        + " isn't known: name components instead (" + ResetFlags.vocabulary() + ")");
    }

    private static RequestedScope alone(String word, Scope scope) throws ResetException {
        if (scope.words().size() > 1 || scope.flags().isPresent()) {
            throw new ResetException(
                    Reason.INVALID_REQUEST, "the scope '" + word + "' stands alone: no other word or flags beside it");
        }
        return new RequestedScope(word, 0);
    }

    private static int bits(String word) throws ResetException {
        return ResetFlags.bits(word)
                .orElseThrow(() -> new ResetException(
                        Reason.INVALID_REQUEST,
                        "'" + Printable.brief(word) + "' is no scope: use minimal, function or chip, or components: "
                                + ResetFlags.vocabulary()));
    }

    /** Zero is never sent: drivers answer it in four different ways, and none of them is a reset. */
    private static int flags(long flags) throws ResetException {
        if (flags < 1 || flags > ALL) {
            throw new ResetException(Reason.INVALID_REQUEST, "flags are 0x1 to 0xffffffff, not " + flags);
        }
        return (int) flags;
    }
}
