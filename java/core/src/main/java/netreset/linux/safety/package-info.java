// SPDX-License-Identifier: Apache-2.0
/**
 * What speaks against resetting a NIC: whom it would cut off, and what hangs on it.
 *
 * <pre>{@code
 * try (SafetyCheck check = namespace.open(() -> SafetyCheck.open(libc, KernelFiles.REAL, ownNamespace))) {
 *     Assessment assessment = check.assess(index, new Act(rung, wholeChip));    // for the plan, and before the act
 *     List<Refusal> refusals = assessment.without(request.overrides());         // none: it may go ahead
 * }
 * }</pre>
 *
 * {@link netreset.linux.safety.SafetyCheck#codes} are the words that {@code overrides} may have, one per {@link
 * netreset.linux.safety.Danger}; each overrides itself only. Facts come from netlink (links, routes, addresses, sockets)
 * and from files below /sys and /proc; nothing is changed. Imports {@code netreset} (for {@code Refusal}), {@code
 * netreset.bridge}, {@code netreset.linux.abi}, {@code netreset.linux.netlink} and {@code netreset.linux.state}.
 */
@NullMarked
package netreset.linux.safety;

import org.jspecify.annotations.NullMarked;
