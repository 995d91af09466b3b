// SPDX-License-Identifier: Apache-2.0
/** A model in real time, for adapters with real hardware behind them: the one place here that has a thread and a clock. */
@NullMarked
package netreset.ndis.realtime;

import org.jspecify.annotations.NullMarked;
