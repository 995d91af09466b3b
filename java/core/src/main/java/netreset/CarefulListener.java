// SPDX-License-Identifier: Apache-2.0
package netreset;

/** Keeps a listener that throws from ending the watch over a reset that has been dispatched. */
final class CarefulListener implements ResetListener {
    private final ResetListener listener;
    private boolean broken;

    CarefulListener(ResetListener listener) {
        this.listener = listener;
    }

    /** After the first exception the listener hears no more; the thread's handler gets the exception. */
    @Override
    public void onEvent(ResetEvent event) {
        if (broken) {
            return;
        }
        try {
            listener.onEvent(event);
        } catch (RuntimeException e) {
            broken = true;
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
