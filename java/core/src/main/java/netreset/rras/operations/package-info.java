// SPDX-License-Identifier: Apache-2.0
/**
 * What an administrator does with ports of a {@link netreset.rras.RasServer}: say which by a {@link
 * netreset.rras.operations.PortSelection}, look at the {@link netreset.rras.operations.PortPlan}, run it through {@link
 * netreset.rras.operations.PortOperations}, and read in the {@link netreset.rras.operations.PortRun} what each port was
 * seen to do. Each call that changes something is told to an {@link netreset.rras.operations.AuditTrail} before it is made.
 *
 * <p>May import {@code netreset.rras} and the API's small types; only the front uses it.
 */
@NullMarked
package netreset.rras.operations;

import org.jspecify.annotations.NullMarked;
