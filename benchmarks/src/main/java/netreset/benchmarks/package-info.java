// SPDX-License-Identifier: Apache-2.0
/**
 * What it costs to dispatch a reset, beside every other way to do it. One question a class; methods are named after the
 * contender. No benchmark resets anything.
 */
@NullMarked
package netreset.benchmarks;

import org.jspecify.annotations.NullMarked;
