// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

/**
 * A port of a devlink instance that has a network interface.
 *
 * @param handle the instance
 * @param index the interface's index
 * @param name its name
 */
public record Port(Handle handle, int index, String name) {}
