// SPDX-License-Identifier: Apache-2.0
/** Tests of NDIS itself, a class for each chapter of the contract. */
@NullMarked
package netreset.ndis.miniports;

import org.jspecify.annotations.NullMarked;
