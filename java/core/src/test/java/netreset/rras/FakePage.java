// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.util.List;
import netreset.rras.abi.Winerror;

/** One answer of an enumeration, to be spoilt by a test before it is given. */
public final class FakePage {
    /** From 1. */
    public final int number;

    public int code;
    public int entries;
    public int total;
    public int resume;
    public byte[] content;
    public boolean nullBuffer;

    /** From {@code resume} on, honestly; at most {@code size} entries. */
    FakePage(int number, List<byte[]> rows, int resume, int size) {
        this.number = number;
        int from = Math.min(resume, rows.size());
        int to = from + Math.min(rows.size() - from, size);
        this.entries = to - from;
        this.total = rows.size() - from;
        this.code = to < rows.size() ? Winerror.ERROR_MORE_DATA : Winerror.ERROR_SUCCESS;
        this.resume = to < rows.size() ? to : 0;
        ByteBuffer joined = ByteBuffer.allocate(
                rows.subList(from, to).stream().mapToInt(row -> row.length).sum());
        rows.subList(from, to).forEach(joined::put);
        this.content = joined.array();
        this.nullBuffer = entries == 0;
    }
}
