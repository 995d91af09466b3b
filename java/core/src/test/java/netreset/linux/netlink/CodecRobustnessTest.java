// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import netreset.rules.Rule;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes, the codec ends, and either decodes them or throws MalformedMessageException. */
@Rule({"L75", "L76"})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CodecRobustnessTest {
    private static final int MUTANTS = 100_000;
    private static final long SEED = 20261122;

    @ByteOrders
    void recordedDatagramsAreDecodedWhole(ByteOrder order) throws MalformedMessageException {
        for (byte[] datagram : Recording.all(order)) {
            assertThat(Messages.decodeAll(datagram, order)).isNotEmpty();
        }
    }

    @ByteOrders
    void bothByteOrdersSayTheSame(ByteOrder order) throws MalformedMessageException {
        List<byte[]> recorded = Recording.all(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> swapped = Recording.all(order);
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(Messages.decodeAll(swapped.get(i), order))
                    .isEqualTo(Messages.decodeAll(recorded.get(i), ByteOrder.LITTLE_ENDIAN));
        }
    }

    @ByteOrders
    void cutAnywhereADatagramIsMalformedOrWholeMessages(ByteOrder order) {
        for (byte[] datagram : Recording.all(order)) {
            for (int length = 1; length < datagram.length; length++) {
                boolean decoded = isDecoded(Arrays.copyOf(datagram, length), order, "cut at " + length);
                if (decoded) {
                    assertThat(length)
                            .as("cut between messages, or in the last one's padding")
                            .isIn(boundaries(datagram, order));
                }
            }
        }
    }

    @ByteOrders
    void cutAnywhereAMessageEndsWellEvenIfItsHeaderAgrees(ByteOrder order) {
        for (byte[] datagram : Recording.all(order)) {
            int whole = ByteBuffer.wrap(datagram).order(order).getInt(0);
            for (int length = 16; length < whole; length++) {
                byte[] cut = Arrays.copyOf(datagram, length);
                ByteBuffer.wrap(cut).order(order).putInt(0, length);
                boolean decoded = isDecoded(cut, order, "cut at " + length);
                assertThat(decoded && length < 20)
                        .as("decoded from %s bytes", length)
                        .isFalse();
            }
        }
    }

    @ByteOrders
    void damagedDatagramsEndWell(ByteOrder order) {
        List<byte[]> recorded = Recording.all(order);
        Random random = new Random(SEED);
        int decoded = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutant(recorded.get(random.nextInt(recorded.size())), random);
            decoded += isDecoded(mutant, order, "seed " + SEED + ", mutant " + i) ? 1 : 0;
        }
        assertThat(decoded).as("both ends are reached").isBetween(MUTANTS / 20, MUTANTS - MUTANTS / 20);
    }

    private static boolean isDecoded(byte[] datagram, ByteOrder order, String what) {
        try {
            Messages.decodeAll(datagram, order);
            return true;
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageMatching("(?s).{10,200}");
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what + ": " + HexFormat.of().formatHex(datagram), e);
        }
    }

    /** Some of: bytes and 16-bit lengths overwritten, a piece cut out or doubled, the end cut off. */
    private static byte[] mutant(byte[] original, Random random) {
        byte[] mutant = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && mutant.length > 4; i++) {
            int at = random.nextInt(mutant.length - 3);
            int length = 1 + random.nextInt(Math.min(64, mutant.length - at));
            switch (random.nextInt(6)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(mutant, at & ~3, (at & ~3) + 4, (byte) (random.nextBoolean() ? 0 : 0xff));
                case 3 -> mutant = Arrays.copyOf(mutant, at);
                case 4 -> mutant = spliced(mutant, at, at + length, new byte[0]);
                default -> mutant = spliced(mutant, at, at, Arrays.copyOfRange(mutant, at, at + length));
            }
        }
        return mutant;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] spliced = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, spliced, 0, from);
        System.arraycopy(middle, 0, spliced, from, middle.length);
        System.arraycopy(bytes, to, spliced, from + middle.length, bytes.length - to);
        return spliced;
    }

    /** Lengths at which a cut leaves whole messages only. */
    private static List<Integer> boundaries(byte[] datagram, ByteOrder order) {
        List<Integer> boundaries = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(datagram).order(order);
        for (int start = 0; start < datagram.length; ) {
            int end = start + buffer.getInt(start);
            int padded = (end + 3) & ~3;
            for (int length = end; length <= padded; length++) {
                boundaries.add(length);
            }
            start = padded;
        }
        return boundaries;
    }
}
