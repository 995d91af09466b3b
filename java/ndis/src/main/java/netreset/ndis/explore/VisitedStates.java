// SPDX-License-Identifier: Apache-2.0
package netreset.ndis.explore;

/**
 * The states met so far, each by the 128 bits of its digest, with the fewest steps that led there and the agents that
 * needn't be looked at from there: a hash table with open addressing, 32 bytes a state.
 */
final class VisitedStates {
    private static final int FIELDS = 4;
    private static final int LOW = 1;
    private static final int SLEEP = 2;
    private static final int STEPS = 3;

    private long[] table = new long[FIELDS << 9];
    private int size;

    /** Returns the state's place, after entering it if it wasn't there; {@link #isNew} tells. */
    int find(long high, long low) {
        if (size * 2 >= table.length / FIELDS) {
            grow();
        }
        // Empty places have 0 for high; a digest of 0 is as unlikely as any other.
        long key = high == 0 ? 1 : high;
        int place = place(key, low);
        if (table[place] == 0) {
            table[place] = key;
            table[place + LOW] = low;
            table[place + STEPS] = -1;
            size++;
        }
        return place;
    }

    private int place(long high, long low) {
        int mask = table.length / FIELDS - 1;
        int at = (int) (high ^ (high >>> 32)) & mask;
        while (table[at * FIELDS] != 0 && (table[at * FIELDS] != high || table[at * FIELDS + LOW] != low)) {
            at = (at + 1) & mask;
        }
        return at * FIELDS;
    }

    boolean isNew(int place) {
        return table[place + STEPS] < 0;
    }

    long sleep(int place) {
        return table[place + SLEEP];
    }

    long steps(int place) {
        return table[place + STEPS];
    }

    void set(int place, long sleep, long steps) {
        table[place + SLEEP] = sleep;
        table[place + STEPS] = steps;
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int from = 0; from < old.length; from += FIELDS) {
            if (old[from] != 0) {
                int to = place(old[from], old[from + LOW]);
                System.arraycopy(old, from, table, to, FIELDS);
            }
        }
    }
}
