// SPDX-License-Identifier: Apache-2.0
/** A kernel of one's own for the cases a real one can't be brought to show, and the tests that use it. */
package netreset.linux;
