// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rras.abi.Winerror;

/**
 * Reads a list that comes in pages from a server that may say anything. What is copied depends on the entries a page
 * says it has, and on nothing else; every buffer is given back once, whatever happens.
 */
final class Enumeration<T> {
    /** Far more than a Windows server can have, 16,384 ports of each kind. */
    static final int MAX_ENTRIES = 100_000;

    private final Connection connection;
    private final MprapiFunction function;
    private final int stride;
    private final Row<T> row;
    private final Page page = new Page();
    private final List<T> rows = new ArrayList<>();
    private int pages;

    /**
     * Prepares one enumeration.
     *
     * @param stride bytes of an entry
     */
    Enumeration(Connection connection, MprapiFunction function, int stride, Row<T> row) {
        this.connection = connection;
        this.function = function;
        this.stride = stride;
        this.row = row;
    }

    /** One call for one page. */
    @FunctionalInterface
    interface Call {
        int make(Page page);
    }

    /** Everything, in the server's order. */
    List<T> all(Call call) throws ResetException {
        int code;
        do {
            pages++;
            int before = page.resume.getInt(0);
            page.clear();
            code = connection.call(function, () -> call.make(page));
            if (code != Winerror.ERROR_SUCCESS && code != Winerror.ERROR_MORE_DATA) {
                throw failed(code);
            }
            int entries = take();
            if (code == Winerror.ERROR_MORE_DATA) {
                checkProgress(entries, before);
            }
        } while (code == Winerror.ERROR_MORE_DATA);
        return List.copyOf(rows);
    }

    private int take() throws ResetException {
        long address = page.buffer.getLong(0);
        try {
            int entries = page.entriesRead.getInt(0);
            if (entries < 0 || entries > MAX_ENTRIES - rows.size()) {
                throw bad("says it has " + Integer.toUnsignedString(entries) + " entries, after " + rows.size());
            }
            if (entries > 0 && address == 0) {
                throw bad("says it has " + entries + " entries and gives none");
            }
            if (entries > 0) {
                copy(connection.module().bridge().view(address, (long) entries * stride), entries);
            }
            return entries;
        } finally {
            if (address != 0) {
                connection.free(address);
            }
        }
    }

    private void copy(ByteBuffer memory, int entries) throws ResetException {
        for (int i = 0; i < entries; i++) {
            rows.add(row.read(memory.slice(i * stride, stride).order(memory.order())));
        }
    }

    /** A server that says there is more has to bring something each time, and to say where to go on. */
    private void checkProgress(int entries, int before) throws ResetException {
        if (entries == 0) {
            throw bad("says there is more and brings nothing");
        }
        int resume = page.resume.getInt(0);
        if (resume == 0 || resume == before) {
            throw bad("says there is more and not from where to go on");
        }
    }

    private ResetException failed(int code) {
        ResetException failure = connection.failure(function, code);
        return pages == 1
                ? failure
                : new ResetException(
                        failure.reason(), "page " + pages + ": " + failure.getMessage(), failure.code(), failure);
    }

    private ResetException bad(String what) {
        return new ResetException(Reason.BAD_ANSWER, function.cName() + ", page " + pages + ": the server " + what);
    }
}
