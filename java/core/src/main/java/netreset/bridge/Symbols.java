// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

/** Where the functions of a loaded C library are. */
@FunctionalInterface
public interface Symbols {
    /** The address of the function with that C name; 0 if there is none. */
    long address(String name);
}
