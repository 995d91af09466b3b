// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aResetThatNobodyWatchesAllocatesNothing(boolean later) {
        ResetsPerSecond.measure(later, 1_000, false);
        assertThat(ResetsPerSecond.measure(later, 100_000, false)).isLessThan(0.5);
    }
}
