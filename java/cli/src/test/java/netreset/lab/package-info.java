// SPDX-License-Identifier: Apache-2.0
/**
 * What is proven on a real kernel with a real driver: these tests run in the guest that {@code native/lab} boots, once with
 * each bridge, on NICs whose resets {@code native/testnic} scripts. On any other machine they have nothing to run on.
 */
package netreset.lab;
