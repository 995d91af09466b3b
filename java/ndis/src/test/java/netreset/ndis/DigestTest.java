// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Different states have different digests, in each half, and what can't tell its state is admitted. */
class DigestTest {
    private static Digest of(Consumer<Digest> adds) {
        Digest digest = new Digest();
        adds.accept(digest);
        return digest;
    }

    @Test
    void numbersNextToOneAnotherCollideInNeitherHalf() {
        Set<Long> high = new HashSet<>();
        Set<Long> low = new HashSet<>();
        Digest digest = new Digest();
        for (long first = -50; first < 50; first++) {
            for (long second = -50; second < 50; second++) {
                for (long third = 0; third < 100; third++) {
                    digest.clear();
                    digest.add(first).add(second << 32 | third).add(third);
                    high.add(digest.high());
                    low.add(digest.low());
                }
            }
        }
        assertThat(high).hasSize(1_000_000);
        assertThat(low).hasSize(1_000_000);
    }

    @Test
    void aBitThatIsAddedChangesHalfOfAllBits() {
        int changed = 0;
        for (int bit = 0; bit < 64; bit++) {
            long added = 1L << bit;
            Digest without = of(digest -> digest.add(0L).add(7L));
            Digest with = of(digest -> digest.add(added).add(7L));
            int high = Long.bitCount(without.high() ^ with.high());
            int low = Long.bitCount(without.low() ^ with.low());
            assertThat(List.of(high, low))
                    .as("bit %d", bit)
                    .allSatisfy(count -> assertThat(count).isBetween(10, 54));
            changed += high + low;
        }
        assertThat(changed / 128).isBetween(29, 35);
    }

    @Test
    void orderLengthAndPlaceCount() {
        List<Digest> all = List.of(
                of(digest -> {}),
                of(digest -> digest.add("")),
                of(digest -> digest.add((String) null)),
                of(digest -> digest.add("ab").add("c")),
                of(digest -> digest.add("a").add("bc")),
                of(digest -> digest.add("abc")),
                of(digest -> digest.add("abcd")),
                of(digest -> digest.add("abcd\0")),
                of(digest -> digest.add("abcde")),
                of(digest -> digest.add(1, 2)),
                of(digest -> digest.add(2, 1)),
                of(digest -> digest.add(-1, 0)),
                of(digest -> digest.add(0, -1)),
                of(digest -> digest.flags(true, false)),
                of(digest -> digest.flags(false, true)),
                of(digest -> digest.flags(false, false, true)),
                of(digest -> digest.add(List.of("a", "b"))),
                of(digest -> digest.add(List.of("a")).add("b")));
        assertThat(all).extracting(Digest::toString).doesNotHaveDuplicates();
        assertThat(all).allMatch(Digest::isWhole);
    }

    @Test
    void whatCannotTellItsStateMakesItPartial() {
        Digest digest = of(partial -> partial.add(new Object()));
        assertThat(digest.isWhole()).isFalse();
        digest.clear();
        assertThat(digest.isWhole()).isTrue();
        assertThat(of(whole -> whole.add((Object) "text")).isWhole()).isTrue();
    }
}
