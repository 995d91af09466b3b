// SPDX-License-Identifier: Apache-2.0
/**
 * Adapters of the NDIS model with hardware behind them: a real Linux NIC, or a simulated one. NDIS-shaped Java code resets a
 * NIC through them, with RESET_START, the gate and RESET_END in real time. Uses the API and the model
 * ({@code netreset.ndis}); of our packages only {@code netreset.NetReset} uses it.
 */
@NullMarked
package netreset.miniport;

import org.jspecify.annotations.NullMarked;
