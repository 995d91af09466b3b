// SPDX-License-Identifier: Apache-2.0
/** Adapters of the NDIS model over scripted hardware, and over the NICs of a fake kernel. */
package netreset.miniport;
