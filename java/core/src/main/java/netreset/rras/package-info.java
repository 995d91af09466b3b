// SPDX-License-Identifier: Apache-2.0
/**
 * Ports of the Routing and Remote Access service of Windows: connect to a {@link netreset.rras.RasServer}, list its
 * {@link netreset.rras.RasPort ports} and {@link netreset.rras.RasConnection connections}, and make one call on a port. A
 * call that the server accepts has changed nothing for certain: who wants to know lists again.
 *
 * <p>May import the seam, {@code netreset.rras.abi} and the API's small types; only the front uses it.
 */
@NullMarked
package netreset.rras;

import org.jspecify.annotations.NullMarked;
