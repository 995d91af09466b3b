// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.function.BooleanSupplier;

/** Waiting between tries; an interrupt is kept for later, as what was begun has to be brought to its end. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        boolean interrupted = false;
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until something is so, for at most this time; whether it is. */
    static boolean until(BooleanSupplier so, long millis) {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            millis(20);
        }
        return true;
    }
}
