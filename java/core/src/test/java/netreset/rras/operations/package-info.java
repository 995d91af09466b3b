// SPDX-License-Identifier: Apache-2.0
/** Tests of what is done to ports, on a scripted server and a clock that nobody waits for. */
package netreset.rras.operations;
